"""How much worse the leavers must be: by where they ended, or by how much they changed, whichever is harder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.methods.measurement.effect.answers import TRUST, drawn, two_waves

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.designs.dropout_bounds import to_zero
from samklang.methods.measurement.effect.frame import Frame
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import effect, study
from samklang.methods.statistics.intervals import Interval

OTHERS = Counterfactual("comparison_group", by="Gruppen", when="2024-01-10")
RISE = Interval(2.0, 1.0, 3.0, 0.5, 50, 52)
NAN = float("nan")


def test_leavers_who_began_ahead_have_fallen_more_to_end_as_much_worse() -> None:
    # A quarter gone, each k·4 worse: 1 = 0.25·(4k + 2) where they began 2 ahead, 1 = 0.25·4k where they didn't.
    assert [to_zero(RISE, 4, 0.25, ahead) for ahead in (2, 0, -2)] == [0.5, 1, 1]


def test_a_fall_is_tested_the_other_way() -> None:
    assert [to_zero(RISE.times(-1), 4, 0.25, ahead) for ahead in (-2, 0, 2)] == [0.5, 1, 1]


@pytest.mark.parametrize("ahead", [4, 6, 100])
def test_an_answer_that_is_gone_at_the_level_of_those_seen_flips_at_once(ahead: float) -> None:
    assert to_zero(RISE, 4, 0.25, ahead) == 0


def test_nobody_gone_can_not_flip_anything() -> None:
    assert to_zero(RISE, 4, 0, 3) is None


def left_by(gone: list[int]) -> ChangeResult:
    before, after, took_part = drawn(120, 4)
    later = [NAN if place in gone else value for place, value in enumerate(after.tolist())]
    return effect(two_waves(before.tolist(), later, people_took_part=took_part.tolist()), TRUST, OTHERS)


def test_high_starters_who_leave_undo_more_than_low_ones() -> None:
    before, _after, took_part = drawn(120, 4)
    inside = sorted((place for place in range(120) if took_part[place]), key=lambda place: (before[place], place))
    high, low = left_by(inside[-8:]), left_by(inside[:8])
    assert (high.sensitivity["tipping_k"] or 9) < (low.sensitivity["tipping_k"] or 0)


def test_leavers_who_need_be_no_worse_are_told_to_be_level_with_those_seen() -> None:
    before, after, took_part = drawn(120, 4)
    frame: Frame = two_waves(before.tolist(), after.tolist(), people_took_part=took_part.tolist())
    result = study(Plan("", (TRUST,), counterfactual=OTHERS), frame).results[0]
    gone = replace(
        result,
        verdict="fragile",
        sensitivity={"tipping_points": 0.0},
        numbers={**result.numbers, "left": 9.0, "left_of": 60.0},
    )
    assert gone.sentence("sv").startswith(
        "9 av 60 deltagare svarade inte andra gången. Om de ligger på samma nivå som de som svarade försvinner"
    )
    assert "If they are level with those who answered, the difference" in gone.sentence("en")
    assert "Hvis de ligger på niveau med dem, der svarede, er forskellen" in gone.sentence("da")
