"""Who counts, and as what: groups and not people, as drawn and not as came, and only those asked who are meant."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.methods.measurement.effect.answers import TRUST, drawn, two_waves

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.designs.making import Refused
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.plan import Attribution, External, Margin, Plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import effect, study

OTHERS = Counterfactual("comparison_group")
LOT = Counterfactual("lottery")


def whole_groups(an_arm: int, waves: int, lift: float = 2.0, spread: float = 0.3) -> Frame:
    """Groups of 25, all of whom got the work or none did, with hardly any difference between groups."""
    rng = np.random.default_rng(3)
    group = np.repeat(np.arange(2 * an_arm), 25)
    arm = (group < an_arm).astype(float)
    own = rng.normal(0, spread, 2 * an_arm)[group]
    scores = [rng.normal(5, 1, len(group)) + (lift * arm + own) * (wave == waves - 1) for wave in range(waves)]
    names = [f"g{each:02d}" for each in group] * waves
    wave = np.repeat(np.arange(1, waves + 1), len(group))
    return make_frame(wave, {"trust": np.concatenate(scores)}, took_part=np.tile(arm, waves), group=names)


@pytest.mark.parametrize(("kind", "waves"), [("comparison_group", 2), ("lottery", 1)])
def test_three_groups_against_three_never_show_a_difference_and_say_so(kind: Any, waves: int) -> None:
    result = effect(whole_groups(3, waves), TRUST, Counterfactual(kind))
    assert (result.verdict, round(result.p or 0, 6), result.mde) == ("unclear", 0.1, None)
    assert "3 groups against 3 are too few to show any difference" in result.sentence("en")


@pytest.mark.parametrize(("kind", "waves"), [("comparison_group", 2), ("lottery", 1)])
def test_four_groups_against_four_are_dealt_in_all_ways(kind: Any, waves: int) -> None:
    result = effect(whole_groups(4, waves), TRUST, Counterfactual(kind))
    assert (result.verdict in ("clear", "agree"), round(result.p or 0, 6)) == (True, round(2 / 70, 6))


def test_what_few_groups_can_show_is_told_of_groups_and_not_of_people() -> None:
    result = effect(whole_groups(7, 2, lift=0.0, spread=0.8), TRUST, OTHERS)
    assert result.verdict == "unclear"
    assert "7 groups against 7 can only show differences larger than" in result.sentence("en")
    assert "Those who took part chose to." in result.sentence("en")
    people = effect(whole_groups(7, 2, lift=0.0, spread=0.0), TRUST, OTHERS)
    assert (result.mde or 0) > 1 > (people.mde or 0)


def test_groups_that_do_not_differ_at_all_have_no_error_and_no_answer() -> None:
    who = np.arange(200)
    before, arm = 1 + who * 7 % 3, who % 2
    frame = make_frame(
        np.repeat([1, 2], 200),
        {"trust": [*before, *(before + 2 * arm)]},
        took_part=np.tile(arm, 2),
        group=[f"g{each}" for each in who % 4] * 2,
    )
    with pytest.raises(Refused, match="the groups do not differ at all"):
        effect(frame, TRUST, OTHERS)


def test_those_the_lot_gave_a_place_count_though_they_never_began() -> None:
    before, after, _ = drawn(100, 3, 0.0)
    lot = (np.arange(100) % 2).astype(float)
    came = lot * (np.arange(100) % 3 > 0)
    frame = two_waves(before.tolist(), (after + came).tolist(), people_took_part=lot.tolist(), people_started=came)
    result = effect(frame, TRUST, LOT)
    assert (result.n_started, result.n_used) == (100, 100)


def test_those_who_did_not_take_part_had_nothing_to_begin() -> None:
    before, after, took_part = drawn(80, 1)
    frame = two_waves(before.tolist(), after.tolist(), people_took_part=took_part.tolist(), people_started=took_part)
    result = effect(frame, TRUST, OTHERS)
    assert (result.n_used, result.numbers["n_others"]) == (80, float((took_part == 0).sum()))


def test_each_result_counts_those_asked_that_it_concerns() -> None:
    before, after, took_part = drawn(80, 1)
    then = np.clip(before - took_part, 1, 10)
    frame = two_waves(
        before.tolist(), after.tolist(), people_took_part=took_part.tolist(), numbers={"then": [*then, *then]}
    )
    trust = TRUST.__class__("trust", 1, 10, then="then")
    answer = study(Plan("", (trust,), counterfactual=OTHERS), frame)
    part = int(took_part.sum())
    told = {result.design: result.n_asked for result in (*answer.results, *answer.further)}
    assert (told["comparison_linked"], told["paired_change"], told["then_test"]) == (80, part, part)


def test_people_told_apart_in_both_waves_are_never_taken_for_other_people() -> None:
    frame = two_waves([3.0, 4.0] * 40, [4.0, 5.0] * 40, people_took_part=[1.0, 1.0, 0.0, 0.0] * 20)
    with pytest.raises(Refused, match="80 people are told apart in both waves"):
        effect(frame, TRUST, OTHERS)


def test_a_column_that_never_varies_does_not_show_that_groups_were_made_up_alike() -> None:
    before, after, took_part = drawn(200, 5)
    frame = make_frame(
        np.repeat([1, 2], 200),
        {"trust": [*before, *after], "age": np.full(400, 30.0)},
        took_part=[*took_part, *took_part],
    )
    result = effect(frame, TRUST, OTHERS, ("age",))
    assert (result.level.code, "composition_unknown" in result.caveats) == ("E2", True)


def test_a_lot_that_divided_people_as_no_lot_does_is_doubted_aloud() -> None:
    before, after, _ = drawn(100, 3)
    high = (np.argsort(np.argsort(before, kind="stable")) >= 50).astype(float)
    frame = two_waves(before.tolist(), (after + high).tolist(), people_took_part=high.tolist())
    result = effect(frame, TRUST, LOT)
    assert (result.level.code, "lot_in_doubt" in result.caveats) == ("E3", True)
    assert "than a lot makes them once in a thousand times" in result.sentence("en")


def beside(frame: Frame, design: str, **more: Any) -> ChangeResult:
    return next(each for each in study(Plan("", (TRUST,), **more), frame).further if each.design == design)


def test_with_a_lot_nobody_is_said_to_have_chosen() -> None:
    before, after, _ = drawn(160, 7)
    lot = (np.arange(160) % 2).astype(float)
    sex = ["f", "f", "m", "m"] * 40
    frame = two_waves(
        before.tolist(), (after + lot).tolist(), people_took_part=lot.tolist(), categories={"stratum_sex": sex * 2}
    )
    told = [
        beside(frame, name, counterfactual=LOT, subgroups=("stratum_sex",)) for name in ("subgroups", "random_pair")
    ]
    texts = " ".join(result.sentence("en") for result in told)
    assert ("chose" in texts, "who got a place" in texts) == (False, True)


def test_subgroups_stand_no_higher_than_the_comparison_they_split() -> None:
    before, after, took_part = drawn(160, 7)
    gone = (took_part == 1) & (np.arange(160) % 4 == 0)
    frame = two_waves(
        before.tolist(),
        np.where(gone, np.nan, after).tolist(),
        people_took_part=took_part.tolist(),
        categories={"stratum_sex": ["f", "m"] * 160},
    )
    found = beside(frame, "subgroups", counterfactual=OTHERS, subgroups=("stratum_sex",))
    assert (found.level.code, "differential_dropout" in found.caveats) == ("E2", True)


def test_what_stands_beside_several_outcomes_has_no_p_of_its_own() -> None:
    rng = np.random.default_rng(2)
    numbers = {name: np.round(rng.normal(5, 1, 120)) for name in ("trust", "worry")}
    frame = make_frame(np.repeat([1, 2, 3], 40), numbers, respondent=np.tile(np.arange(40), 3))
    two = (TRUST, TRUST.__class__("worry", 1, 10))
    beside_two = study(Plan("", two), frame).further
    assert [(each.p, "exploratory" in each.caveats) for each in beside_two] == [(None, True)] * 2
    assert study(Plan("", (TRUST,)), frame).further[0].p is not None


def test_an_area_s_place_carries_what_must_be_said_of_its_own_change() -> None:
    before, after, _ = drawn(80, 1, 0.0)
    sex = ["f", "m"] * 80
    frame = make_frame(np.repeat([1, 2], 80), {"trust": [*before, *after]}, categories={"stratum_sex": sex})
    areas = {f"area {place}": {1: 5.0, 2: 5.0 + place / 10} for place in range(12)}
    plan = Plan(
        "",
        (TRUST,),
        counterfactual=Counterfactual("statistics"),
        externals=(External("trust", "Husby", areas, True, "made up"),),
        margins=(Margin("stratum_sex", {"f": 0.6, "m": 0.5}),),
    )
    answer = study(plan, frame)
    assert {"margins_rescaled", "other_people_may_have_answered"} <= set(answer.results[0].caveats)
    own = next(each for each in answer.further if each.design == "repeated_cross_sections")
    assert round(own.numbers["before:stratum_sex:f:weighted"], 6) == round(0.6 / 1.1, 6)


def test_our_share_is_asked_in_the_wave_the_plan_compares() -> None:
    n = 20
    numbers = {"trust": np.full(3 * n, 5.0), "felt": np.full(3 * n, 5.0), "ours": np.repeat([1.0, 5.0, 1.0], n)}
    frame = make_frame(np.repeat([1, 2, 3], n), numbers, respondent=np.tile(np.arange(n), 3))
    plan = Plan("", (TRUST,), attribution=Attribution("ours", "felt", 4.0), before=1, after=2)
    found = next(each for each in study(plan, frame).further if each.design == "self_attribution")
    assert (found.numbers["share_low"], found.numbers["share_high"]) == (0.75, 1.0)


def test_two_waves_that_cannot_be_compared_are_not_called_a_single_one() -> None:
    frame = make_frame(np.repeat([1, 2], 20), {"trust": [*[4.0, 5.0] * 10, *[5.0, 6.0] * 10]})
    result = study(Plan("", (TRUST,)), frame).results[0]
    assert result.design == "description"
    assert result.sentence("en").startswith("20 people answered on trust in wave 2; the mean was 5.5.")
    assert "It can't be compared with how things were in wave 1." in result.sentence("en")


def test_people_who_began_far_apart_are_not_called_alike() -> None:
    before, after, took_part = drawn(160, 7, 2.0)
    told = [
        effect(
            two_waves((before + shift).tolist(), (after + shift).tolist(), people_took_part=took_part.tolist()),
            wide,
            OTHERS,
        )
        for wide in [TRUST.__class__("trust", -9, 20)]
        for shift in (0 * took_part, -0.9 * took_part)
    ]
    texts = [result.sentence("en") for result in told if result.verdict == "agree"]
    assert ["similar people" in text for text in texts] == [True, False]


def test_two_ends_that_would_look_alike_have_one_more_decimal() -> None:
    n = 4000
    who = np.arange(n)
    before = 4.0 + who % 3
    frame = two_waves(before.tolist(), (before + (who % 10 < 3)).tolist())
    told = study(Plan("", (TRUST,)), frame).results[0].sentence("en")
    assert "rose by 0.30 (likely between 0.29 and 0.31)" in told
