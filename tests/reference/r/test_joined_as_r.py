"""Small boxes are joined as R joins them by the written rules, and the tipping point is the root R finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from samklang.methods.measurement.effect.designs.boxes import boxes_of
from samklang.methods.measurement.effect.frame import Category, make_frame
from samklang.methods.measurement.effect.plan import Margin as PlannedMargin
from samklang.methods.measurement.effect.table import tabulate
from samklang.methods.statistics.dropout import tipping_point
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.margins import merge_small
from samklang.methods.statistics.raking import Margin

LINES = [line.split() for line in (Path(__file__).parent / "joined.txt").read_text().splitlines()[1:]]
Box = tuple[str, int, float]


def printed(kind: str) -> dict[str, list[Box]]:
    """Case → its boxes: name, answers, share of the area."""
    return {case: [box(part) for part in parts] for name, case, *parts in LINES if name == kind}


def box(part: str) -> Box:
    name, answers, share = part.split(":")
    return name, int(answers), round(float(share), 6)


CASES = printed("case")


def sizes(codes: np.ndarray, margin: Margin) -> list[Box]:
    answers = np.bincount(codes, minlength=len(margin.totals))
    names = [margin.label(at) for at in range(len(margin.totals))]
    return [
        (name, int(n), round(float(total), 6)) for name, n, total in zip(names, answers, margin.totals, strict=True)
    ]


@pytest.mark.parametrize("case", CASES)
def test_boxes_in_order_join_the_smaller_neighbour(case: str) -> None:
    names, answers, shares = zip(*CASES[case], strict=True)
    codes = np.repeat(np.arange(len(names)), answers)
    made, margin, _finding = merge_small(codes, Margin("m", shares, names, ordered=True))
    assert sizes(made, margin) == printed("ordered")[case]


@pytest.mark.parametrize("case", CASES)
def test_boxes_without_order_join_the_smallest_other(case: str) -> None:
    names, answers, shares = zip(*CASES[case], strict=True)
    words = [name for name, n in zip(names, answers, strict=True) for _ in range(n)]
    frame = make_frame([1] * len(words), {"y": [1.0] * len(words)}, categories={"stratum_m": words})
    table = tabulate({"stratum_m": Category.of(words).codes.astype(np.float64), "weight": np.ones(len(words))})
    planned = PlannedMargin("stratum_m", dict(zip(names, shares, strict=True)))
    codes, margins, _said = boxes_of(frame, table, [planned])
    found = sizes(np.repeat(codes[:, 0], table.counts), margins[0])
    assert sorted(found) == sorted(printed("loose")[case])


@pytest.mark.parametrize("line", [line[1:] for line in LINES if line[0] == "tipping"], ids=" ".join)
def test_a_tipping_point_is_rs_root(line: list[str]) -> None:
    estimate, low, high, sd, part, others, to_zero, flips = map(float, line)
    made = tipping_point(Interval(estimate, low, high, (high - low) / 3.92, 50, 52), sd, part, others)
    assert [made.to_zero, made.flips] == pytest.approx([to_zero, flips], abs=1e-8)
