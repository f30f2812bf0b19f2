"""The specifications in tests/spec/effect, run: patterns of people become answers, and the answers a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.evidence import Level, level_of
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.indicator import LANGUAGES, Indicator, Language
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.words import words_above
from samklang.methods.measurement.effect.study import study

SPEC = Path(__file__).parent
LABEL: Mapping[Language, str] = {"sv": "tillit", "en": "trust", "da": "tillid"}
TRUST = Indicator("tillit", 1, 10, True, primary=True, label=LABEL, then="then")
PATTERN = re.compile(r"(\d+): (\d*)→(\d*)(?: \((\d+)\))?")


def cases(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((SPEC / f"{name}.yaml").read_text("utf-8"))["cases"])


def people(text: str) -> Iterator[tuple[float, float, float]]:
    """Each person's answers before and after, and how they say afterwards that it was before; NaN for none."""
    for number, *answers in PATTERN.findall(text):
        before, after, then = (float(answer) if answer else float("nan") for answer in answers)
        yield from [(before, after, then)] * int(number)


def frame_of(case: dict[str, Any]) -> Frame:
    arms = [("people", float("nan")), ("took_part", 1.0), ("others", 0.0)]
    rows = [(*answers, arm) for key, arm in arms if key in case for answers in people(case[key])]
    n = len(rows)
    before, after, then, arm = (list(column) for column in zip(*rows, strict=True))
    return make_frame(
        [1] * n + [2] * n,
        {TRUST.id: before + after, "then": [float("nan")] * n + then},
        respondent=[*range(n), *range(n)],
        took_part=arm * 2,
        wording=["first"] * n + ["second"] * n if case.get("plan", {}).get("wording_changed") else None,
    )


def told(case: dict[str, Any]) -> ChangeResult:
    more = {key: value for key, value in case.get("plan", {}).items() if key != "wording_changed"}
    kind = case.get("counterfactual", "none")
    plan = Plan(data="", indicators=(TRUST,), counterfactual=Counterfactual(kind), **more)
    return study(plan, frame_of(case)).results[0]


@pytest.mark.parametrize("name", ["change", "comparison", "languages", "felt"])
def test_people_as_written_give_what_the_table_says(name: str) -> None:
    for case in cases(name):
        result = told(case)
        found: dict[str, Any] = {
            "design": result.design,
            "level": result.level.code,
            "n": f"{result.n_used} of {result.n_started}",
            "estimate": None if case["estimate"] is None else round(result.estimate or 0.0, 2),
        }
        if case.get("interval") is not None and result.interval is not None:
            found["interval"] = [round(end, 1) for end in result.interval]
        found |= {language: result.sentence(language) for language in LANGUAGES if case.get(language) is not None}
        assert found == {key: case[key] for key in found}


def test_each_fault_takes_the_design_a_step_down() -> None:
    for case in cases("levels"):
        faults = [] if case["faults"] is None else case["faults"]
        assert (case["design"], level_of(case["design"], faults).code) == (case["design"], case["level"])


def test_words_stand_only_from_their_level() -> None:
    for case in cases("words"):
        texts = [case[language] for language in LANGUAGES]
        needed = int(case["from"].removeprefix("E"))
        below = [bool(words_above(level, text)) for text in texts for level in levels_under(needed)]
        at = [words_above(Level(needed), text) for text in texts]
        assert (all(below), at) == (True, [[], [], []])


def levels_under(needed: int) -> Iterator[Level]:
    return (Level(step) for step in range(needed))
