"""Whatever is written in a map, the answer is a list of problems, a refusal or figures, never a crash."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.methods.value.maps import outcome, raw_map

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.report import report, report_row
from samklang.methods.value.report_text import report_text

JUNK: list[Any] = [
    *[None, True, "", "20 %", "åttio", -1, 0, 1, 0.5, 20, 10**15, 10**16, 1e-300, float("nan"), float("inf"), [], {}],
    *[[1], [[1, 0.03], [5, 0.02]], {"low": 0, "mode": 1, "high": 2}, {"low": 2, "mode": 1, "high": 0}],
    *[{"low": 1, "mode": 1, "high": 1}, {"k": 3, "n": 0}, {"k": 3, "n": 2}, {"k": 0, "n": 5}, {"k": -1, "n": 5}],
    *[{"share": 0}, {"level": 0.5, "source": "x"}, {"difference": -0.5}, {"a": 0.5, "b": 0.5}, "trygghet", "annan"],
]
EVERY_KEY = outcome(
    change=None,
    share_improved=None,
    quantity=None,
    overlap_group="a",
    upstream_of="",
    partner_shares={"a": 0.5},
    follow_up_years=1,
    payer={"state": 1},
    weight=1,
    counted=True,
    phenomenon="trygghet",
    decision="",
)
WRITTEN = {key: value for key, value in EVERY_KEY.items() if value is not None and value != ""}


def paths(raw: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in items:
        yield (*at, key)
        yield from paths(value, (*at, key))


WHOLE = raw_map(outcome(**WRITTEN), outcome(id="annan"))
PATHS = [*paths(WHOLE), *[("outcomes", 0, key) for key in EVERY_KEY if key not in WRITTEN]]


def put(raw: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        raw = raw[key]
    raw[path[-1]] = value


@settings(max_examples=150, deadline=None)
@example([(("outcomes", 0, "duration_years"), {"low": 0, "mode": 1, "high": 2})])
@example([(("discount", "rate"), [[1, 0.03], [5, 0.02]])])
@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(JUNK)), min_size=1, max_size=3))
def test_a_map_with_anything_anywhere_is_told_refused_or_reckoned(changes: list[tuple[Any, Any]]) -> None:
    raw = copy.deepcopy(WHOLE)
    for path, value in changes:
        try:
            put(raw, path, copy.deepcopy(value))
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took that place away
    try:
        value_map = read_map(raw)
    except UnreadableInput as refused:
        assert refused.problems != ()
        return
    answer = report(value_map, draws=50, with_sensitivity=True)
    row = json.loads(json.dumps(report_row(answer), allow_nan=False))
    assert answer.refused == (row["total_value"] is None and value_map.monetary) or not value_map.monetary
    assert report_text(answer, with_working=True) != ""
