"""Honesty gates beside the bracket: paired change, reweighting, groups, many outcomes."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.measurement.effect.designs.cross_sections import cross_sections
from samklang.methods.measurement.effect.designs.paired_change import paired_change
from samklang.methods.measurement.effect.designs.small_groups import small_groups
from samklang.methods.measurement.effect.family import in_family
from samklang.methods.measurement.effect.frame import make_frame
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan import Margin, Plan
from samklang.methods.measurement.effect.study import effect
from tests.honesty.runs import OTHERS
from tests.honesty.worlds import WELL_BEING

LONG = pytest.param(1000, marks=pytest.mark.long)
RUNS = pytest.mark.parametrize("runs", [40, LONG])


def most(runs: int, strict: float, loose: float) -> float:
    return strict if runs >= 1000 else loose


def ask(numbers: dict[str, np.ndarray], n: int, indicator: Indicator = WELL_BEING, **more: object) -> Inquiry:
    frame = make_frame(
        np.repeat([1, 2], n),
        numbers,
        respondent=np.tile(np.arange(n), 2),
        **more,  # type: ignore[arg-type]
    )
    return Inquiry(Plan(data="", indicators=(indicator,)), frame, indicator)


def answers(latent: np.ndarray) -> np.ndarray:
    return np.clip(np.round(latent), 7, 35)


@pytest.mark.parametrize("runs", [200, LONG])
@pytest.mark.parametrize("n", [12, 30])
def test_no_change_is_called_a_change_no_oftener_than_it_says(runs: int, n: int) -> None:
    rng = np.random.default_rng(n)
    clear = inside = 0
    for _world in range(runs):
        stable = 22 + 3.5 * rng.normal(size=n)
        waves = [answers(stable + 2.5 * rng.normal(size=n)) for _wave in range(2)]
        result = paired_change(ask({WELL_BEING.id: np.concatenate(waves)}, n))
        clear += result.verdict == "clear"
        inside += result.interval is not None and result.interval[0] <= 0 <= result.interval[1]
    assert clear / runs <= most(runs, 0.065, 0.09)
    assert inside / runs >= most(runs, 0.935, 0.91)


@RUNS
@pytest.mark.parametrize(("shift", "fooled"), [(0.08, 0.05), (0.15, 0.2)])
def test_who_answers_may_shift_without_looking_like_a_change_once_reweighted(
    runs: int, shift: float, fooled: float
) -> None:
    rng = np.random.default_rng(5)
    margin = Margin("stratum_age", {"young": 0.4, "old": 0.6}, "made up", "2024")
    plan = Plan(data="", indicators=(WELL_BEING,), margins=(margin,))
    clear = plain = 0
    n = 300
    for _world in range(runs):
        young = np.concatenate((rng.random(n) < 0.40, rng.random(n) < 0.40 + shift))
        scores = answers(22 - 3 * young + 3.5 * rng.normal(size=2 * n))
        frame = make_frame(
            np.repeat([1, 2], n),
            {WELL_BEING.id: scores},
            categories={"stratum_age": np.where(young, "young", "old").tolist()},
        )
        clear += cross_sections(Inquiry(plan, frame, WELL_BEING)).verdict == "clear"
        plain += cross_sections(Inquiry(Plan("", (WELL_BEING,)), frame, WELL_BEING)).verdict == "clear"
    assert clear / runs <= most(runs, 0.065, 0.12)
    assert plain / runs >= fooled


@RUNS
def test_ten_equal_groups_are_not_ranked(runs: int) -> None:
    rng = np.random.default_rng(6)
    group = np.repeat(np.arange(10), rng.integers(8, 26, size=10))
    n = len(group)
    names = [f"g{each}" for each in np.tile(group, 2)]
    ranked = apart = 0
    for _world in range(runs):
        stable = 22 + 3.5 * rng.normal(size=n)
        waves = [answers(stable + 2.5 * rng.normal(size=n)) for _wave in range(2)]
        result = small_groups(ask({WELL_BEING.id: np.concatenate(waves)}, n, group=names))
        ranked += "groups_not_ranked" not in result.caveats
        apart += result.verdict == "clear"
    assert ranked / runs <= 0.05
    assert apart / runs <= most(runs, 0.065, 0.12)


@RUNS
def test_twelve_flat_outcomes_seldom_hold_one_that_is_called_a_change(runs: int) -> None:
    rng = np.random.default_rng(7)
    indicators = [Indicator(f"outcome_{place}", 7, 35, True, primary=True) for place in range(12)]
    n, alone, family = 40, 0, 0
    for _world in range(runs):
        numbers = {each.id: answers(22 + 3 * rng.normal(size=2 * n)) for each in indicators}
        results = [paired_change(ask(numbers, n, each)) for each in indicators]
        alone += any(result.verdict == "clear" for result in results)
        family += any(result.verdict == "clear" for result in in_family(results))
    assert family / runs <= most(runs, 0.065, 0.12)
    assert alone / runs >= 0.25


@RUNS
def test_six_and_six_groups_that_joined_whole_are_not_taken_for_people(runs: int) -> None:
    rng = np.random.default_rng(8)
    group = np.repeat(np.arange(12), 10)
    n = len(group)
    took_part = np.tile((group < 6).astype(float), 2)
    names = [f"g{each}" for each in np.tile(group, 2)]
    wrong = as_people = 0
    for _world in range(runs):
        stable = 22 + 3.5 * rng.normal(size=n)
        shared = 1.2 * rng.normal(size=12)[group]
        waves = np.concatenate(
            (answers(stable + 2.5 * rng.normal(size=n)), answers(stable + shared + 2.5 * rng.normal(size=n)))
        )
        numbers = {WELL_BEING.id: waves}
        in_groups = make_frame(
            np.repeat([1, 2], n), numbers, respondent=np.tile(np.arange(n), 2), took_part=took_part, group=names
        )
        alone = make_frame(np.repeat([1, 2], n), numbers, respondent=np.tile(np.arange(n), 2), took_part=took_part)
        result = effect(in_groups, WELL_BEING, OTHERS)
        wrong += result.verdict == "agree"
        as_people += effect(alone, WELL_BEING, OTHERS).estimates["did"].excludes()
    assert wrong / runs <= most(runs, 0.065, 0.12)
    assert as_people / runs >= 0.1
