"""Changes held against a counterfactual: who is compared, what lowers the level, and when nothing is claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.methods.measurement.effect.answers import TRUST, ask, drawn, two_waves

from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual, NoCounterfactual
from samklang.methods.measurement.effect.designs.making import Refused
from samklang.methods.measurement.effect.evidence import Level, Site, repeated
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.plan import External, Plan
from samklang.methods.measurement.effect.result import EffectResult
from samklang.methods.measurement.effect.study import change, effect, study

OTHERS = Counterfactual("comparison_group")
NAN = float("nan")


def compared(n: int = 80, seed: int = 1, lift: float = 1.5, **more: Any) -> Frame:
    before, after, took_part = drawn(n, seed, lift)
    after = np.where(np.asarray(more.pop("gone", np.zeros(n, bool))), NAN, after)
    return two_waves(before.tolist(), after.tolist(), people_took_part=took_part.tolist(), **more)


def failed(result: Any) -> list[str]:
    return [check.name for check in result.checks if not check.ok]


def test_an_effect_is_not_answered_without_a_counterfactual() -> None:
    with pytest.raises(NoCounterfactual, match="no counterfactual is declared"):
        effect(compared(), TRUST, NONE)
    with pytest.raises(NoCounterfactual):
        EffectResult(TRUST, "lottery", Level.TESTED, "agree", 1, 1, 1)
    assert change(compared(), TRUST).question == "change"


def test_the_middle_and_the_outer_ends_of_the_two_ways_are_the_answer() -> None:
    result = effect(compared(), TRUST, OTHERS)
    did, ancova = result.estimates["did"], result.estimates["ancova"]
    assert result.estimate == (did.estimate + ancova.estimate) / 2
    assert result.interval == (min(did.low, ancova.low), max(did.high, ancova.high))
    assert (result.level.code, result.verdict) == ("E3", "agree")


def test_leaving_unequally_takes_the_result_a_step_down() -> None:
    _before, _after, took_part = drawn(120, 4)
    gone = (took_part == 1) & (np.arange(120) % 5 == 0)
    result = effect(compared(120, 4, gone=gone), TRUST, OTHERS)
    assert (result.level.code, "differential_dropout" in failed(result)) == ("E2", True)
    assert {"lee_low", "lee_high", "manski_low", "manski_high", "ipw", "tipping_k"} <= set(result.sensitivity)
    low, high = (result.sensitivity[f"manski_{end}"] or 0.0 for end in ("low", "high"))
    assert low < (result.sensitivity["lee_low"] or 0.0) <= (result.sensitivity["lee_high"] or 0.0) < high
    assert "draw no conclusion about the effect" in result.sentence("en")


def test_an_answer_that_worse_leavers_would_undo_is_fragile() -> None:
    gone = np.arange(120) % 3 == 0
    result = effect(compared(120, 4, lift=0.75, gone=gone), TRUST, OTHERS)
    assert (result.verdict, result.level.code) == ("fragile", "E2")
    assert 0 < (result.sensitivity["tipping_k"] or 0) <= 0.5
    assert "the difference in trust is gone" in result.sentence("en")


def test_leavers_whose_arm_is_not_known_are_said_and_no_bounds_are_made_up() -> None:
    before, after, took_part = drawn(120, 4)
    gone = np.arange(120) % 6 == 0
    arms = [NAN] * 120 + np.where(gone, NAN, took_part).tolist()
    frame = two_waves(before.tolist(), np.where(gone, NAN, after).tolist(), took_part=arms)
    result = effect(frame, TRUST, OTHERS)
    assert ("arm_of_leavers_unknown" in result.caveats, "lee_low" in result.sensitivity) == (True, False)
    assert (result.numbers["left"], result.numbers["left_of"]) == (20, 120)


def test_two_kinds_of_people_who_never_meet_are_not_compared_as_equals() -> None:
    frame = two_waves(
        [2.0, 3.0] * 10 + [8.0, 9.0] * 10, [4.0, 4.0] * 10 + [8.0, 9.5] * 10, people_took_part=[1.0] * 20 + [0.0] * 20
    )
    result = effect(frame, TRUST, OTHERS)
    assert ("no_overlap" in failed(result), result.level.code) == (True, "E2")
    assert "regression_to_the_mean" in result.caveats


def test_forty_an_arm_are_balanced_in_three_more_ways_and_fewer_are_not() -> None:
    assert {"entropy", "overlap", "aipw"} <= set(effect(compared(160), TRUST, OTHERS).estimates)
    assert set(effect(compared(60), TRUST, OTHERS).estimates) == {"did", "ancova"}


def test_what_is_held_equal_enters_and_a_missing_value_keeps_the_person() -> None:
    rng = np.random.default_rng(2)
    age = rng.normal(40, 10, 80)
    age[:3] = NAN
    frame = compared(80, numbers={"age": np.tile(age, 2)})
    result = effect(frame, TRUST, OTHERS, adjust=("age",))
    assert (result.n_used, [check.name for check in result.checks if check.name.startswith("balance")]) == (
        80,
        ["balance_of_x_age", "balance_of_x_age_missing"],
    )


@pytest.mark.parametrize(("an_arm", "few", "p_floor"), [(6, False, 0.0), (4, True, 2 / 70)])
def test_whole_groups_are_the_unit(an_arm: int, few: bool, p_floor: float) -> None:
    rng = np.random.default_rng(9)
    group = np.repeat(np.arange(2 * an_arm), 10)
    took_part = (group < an_arm).astype(float)
    before = np.round(rng.normal(5, 1, len(group)))
    after = before + 2 * took_part + np.round(rng.normal(0, 0.6, len(group)), 1)
    frame = two_waves(
        before.tolist(), after.tolist(), people_took_part=took_part.tolist(), group=[f"g{each}" for each in group] * 2
    )
    result = effect(frame, TRUST, OTHERS)
    assert (result.numbers["groups_part"], "few_groups" in result.caveats) == (an_arm, few)
    assert (result.p or 0) >= p_floor
    assert "groups_are_the_unit" in result.caveats


def test_weights_do_not_make_people_of_groups() -> None:
    rng = np.random.default_rng(9)
    group = np.repeat(np.arange(12), 10)
    took_part = (group < 6).astype(float)
    before = np.round(rng.normal(5, 1, 120), 1)
    after = before + rng.normal(0, 1, 12)[group] + rng.normal(0, 0.3, 120)
    more: dict[str, Any] = {"people_took_part": took_part.tolist(), "group": [f"g{each}" for each in group] * 2}
    weight = rng.choice([0.5, 1.5], 120).tolist()
    plain = effect(two_waves(before.tolist(), after.tolist(), **more), TRUST, OTHERS).estimates["did"]
    weighted = effect(two_waves(before.tolist(), after.tolist(), people_weight=weight, **more), TRUST, OTHERS)
    assert weighted.numbers["groups_part"] == 6
    assert weighted.estimates["did"].df < 12
    assert round(weighted.estimates["did"].error / plain.error, 0) == 1


def test_one_group_is_one_whatever_the_number_of_people() -> None:
    before, after, _ = drawn(80)
    names = ["ours"] * 40 + ["theirs"] * 40
    frame = two_waves(before.tolist(), after.tolist(), people_took_part=[1.0] * 40 + [0.0] * 40, group=names * 2)
    with pytest.raises(Refused, match="one group is one"):
        effect(frame, TRUST, OTHERS)


def test_too_few_on_either_side_are_refused_with_both_numbers() -> None:
    with pytest.raises(Refused, match="comparison_linked: took_part: 8 who took part and 12 others"):
        effect(two_waves([4.0, 5.0] * 10, [5.0, 6.0] * 10, people_took_part=[1.0] * 8 + [0.0] * 12), TRUST, OTHERS)


def test_a_lottery_is_counted_as_drawn_and_not_as_came() -> None:
    before, after, came = drawn(100, 3)
    lot = (np.arange(100) % 2).astype(float)
    frame = two_waves(
        before.tolist(), after.tolist(), people_took_part=came.tolist(), numbers={"lot": np.tile(lot, 2)}
    )
    result = effect(frame, TRUST, Counterfactual("lottery", assigned="lot"))
    assert (result.design, result.level.code, "as_drawn" in result.caveats) == ("lottery", "E4", True)
    expected = after[lot == 1].mean() - before[lot == 1].mean() - after[lot == 0].mean() + before[lot == 0].mean()
    assert round(result.estimates["did"].estimate, 9) == round(float(expected), 9)


def test_a_lottery_seen_only_afterwards_is_a_difference_of_means() -> None:
    _before, after, took_part = drawn(100, 3)
    frame = make_frame(np.ones(100), {"trust": after}, took_part=took_part)
    result = effect(frame, TRUST, Counterfactual("lottery"))
    expected = after[took_part == 1].mean() - after[took_part == 0].mean()
    assert (round(result.estimate or 0, 9), result.level.code) == (round(float(expected), 9), "E4")


def test_unlinked_waves_are_the_difference_of_differences_of_means() -> None:
    before, after, took_part = drawn(200, 5)
    frame = make_frame(np.repeat([1, 2], 200), {"trust": [*before, *after]}, took_part=[*took_part, *took_part])
    result = effect(frame, TRUST, OTHERS)
    one, other = took_part == 1, took_part == 0
    expected = after[one].mean() - before[one].mean() - after[other].mean() + before[other].mean()
    assert (result.design, round(result.estimate or 0, 9)) == ("comparison_unlinked", round(float(expected), 9))
    # Nothing shows that the groups were made up alike, so it stays a change.
    assert (result.level.code, "composition_unknown" in result.caveats) == ("E2", True)


def test_unlinked_waves_made_up_alike_may_suggest_and_shifted_ones_may_not() -> None:
    before, after, took_part = drawn(200, 5)
    sex = (["f", "m"] * 100) * 2
    frame = make_frame(
        np.repeat([1, 2], 200),
        {"trust": [*before, *after]},
        took_part=[*took_part, *took_part],
        categories={"stratum_sex": sex},
    )
    assert effect(frame, TRUST, OTHERS, ("stratum_sex",)).level.code == "E3"
    shifted = make_frame(
        np.repeat([1, 2], 200),
        {"trust": [*before, *after]},
        took_part=[*took_part, *took_part],
        categories={"stratum_sex": ["f", "m"] * 100 + ["f", "f", "f", "m"] * 50},
    )
    result = effect(shifted, TRUST, OTHERS, ("stratum_sex",))
    assert (result.level.code, "composition_shifted" in result.caveats) == ("E2", True)


def areas(number: int, change_of_area: float = 0.1) -> dict[str, dict[int, float]]:
    return {f"area {place}": {1: 5.0, 2: 5.0 + change_of_area + 0.01 * place} for place in range(number)}


@pytest.mark.parametrize(
    ("number", "same_question", "level", "verdict"),
    [(25, True, "E3", "clear"), (25, False, "E2", "clear"), (12, True, "E3", "unclear"), (1, True, "E2", "unclear")],
)
def test_one_area_has_its_place_among_the_others(number: int, same_question: bool, level: str, verdict: str) -> None:
    before, after, _ = drawn(80, 1, 0.0)
    frame = make_frame(np.repeat([1, 2], 80), {"trust": [*before, *(after + 1.5)]})
    external = External("trust", "Husby", {**areas(number), "Husby": {1: 1.0, 2: 9.0}}, same_question, "made up")
    wide = replace(TRUST, high=20)
    result = effect(frame, wide, Counterfactual("statistics"), plan=Plan("", (wide,), externals=(external,)))
    assert (result.level.code, result.verdict) == (level, verdict)
    assert (result.numbers["place"], result.numbers["areas"]) == (1, number)
    if number > 1:
        assert result.p == pytest.approx(1 / (number + 1))


def test_statistics_without_the_same_waves_are_refused() -> None:
    external = External("trust", "Husby", {"Rinkeby": {2018: 5.0}}, True, "made up")
    asked = Plan("", (TRUST,), externals=(external,))
    with pytest.raises(Refused, match="no other area has a value in both wave 1 and wave 2"):
        effect(compared(), TRUST, Counterfactual("statistics"), plan=asked)


def test_an_expert_gives_a_judgement_and_no_estimate() -> None:
    with pytest.raises(Refused, match="expert gives a judgement and no estimate"):
        effect(compared(), TRUST, Counterfactual("expert"))


def test_a_changed_mode_is_a_fault_and_a_few_more_by_phone_are_not() -> None:
    answer = study(Plan("", (TRUST,)), compared(80, mode=["paper"] * 80 + ["phone"] * 80))
    assert (answer.results[0].level.code, "mode_changed" in answer.results[0].caveats) == ("E1", True)
    answer = study(Plan("", (TRUST,)), compared(80, mode=["paper"] * 80 + ["phone"] * 8 + ["paper"] * 72))
    assert answer.results[0].level.code == "E2"


def test_a_ceiling_is_said() -> None:
    frame = two_waves([10.0] * 6 + [4.0, 5.0, 6.0, 7.0] * 3, [10.0] * 6 + [5.0, 7.0, 6.0, 8.0] * 3)
    assert "ceiling_hides_change" in change(frame, TRUST).caveats


def test_the_main_outcomes_share_their_chance_and_the_rest_have_no_p() -> None:
    rng = np.random.default_rng(11)
    many = [replace(TRUST, id=f"outcome_{place}", label={}, primary=place < 3) for place in range(5)]
    n = 40
    numbers = {each.id: np.round(rng.normal(5, 1, 2 * n)) for each in many}
    numbers["outcome_0"] = np.concatenate((np.tile([4.0, 5.0], n // 2), np.tile([5.0, 7.0], n // 2)))
    frame = make_frame(np.repeat([1, 2], n), numbers, respondent=np.tile(np.arange(n), 2))
    results = study(Plan("", tuple(many)), frame).results
    alone = [result.numbers["p_alone"] for result in results[:3]]
    order = np.argsort(alone)
    assert results[order[0]].p == pytest.approx(min(1, 3 * alone[order[0]]))
    assert [result.p for result in results[3:]] == [None, None]
    assert ["exploratory" in result.caveats for result in results] == [False, False, False, True, True]


def test_where_none_is_the_main_outcome_all_of_them_share_it() -> None:
    two = (replace(TRUST, primary=False), replace(TRUST, id="worry", primary=False))
    frame = two_waves([4.0, 5.0] * 10, [5.0, 5.0] * 10, numbers={"worry": [5.0, 4.0] * 10 + [4.0, 4.0] * 10})
    results = study(Plan("", two), frame).results
    assert ["no_primary" in result.caveats for result in results] == [True, True]


def test_more_sites_raise_a_level_only_when_all_agree_and_others_did_the_sums() -> None:
    tested = [Site("Husby", Level.TESTED, True), Site("Bäckby", Level.TESTED, True)]
    assert repeated(tested, computed_by_others=True) == Level.REPEATED
    assert repeated(tested, computed_by_others=False) == Level.TESTED
    assert repeated([*tested, Site("Tensta", Level.TESTED, False)], computed_by_others=True) == Level.TESTED
    compared_sites = [Site(name, Level.COMPARED, True) for name in "abc"]
    assert repeated(compared_sites, computed_by_others=True) == Level.REPEATED
    assert repeated(compared_sites[:2], computed_by_others=True) == Level.COMPARED
    assert repeated([tested[0], tested[0]], computed_by_others=True) == Level.TESTED
    with pytest.raises(ValueError, match="no sites"):
        repeated([], computed_by_others=True)


def test_the_people_are_linked_once_for_all_designs() -> None:
    inquiry = ask(compared(), counterfactual=OTHERS)
    assert inquiry.against(Counterfactual("lottery")).people is inquiry.people


def test_nobody_at_all_is_told_and_nothing_more() -> None:
    frame = make_frame([1, 2], {"trust": [NAN, NAN]})
    result = study(Plan("", (TRUST,)), frame).results[0]
    assert (result.design, result.suppressed, result.estimate) == ("description", True, None)
    assert result.sentence("en") == "Nobody has answered on trust."


def test_what_is_held_equal_and_often_missing_is_also_filled_in() -> None:
    rng = np.random.default_rng(2)
    age = rng.normal(40, 10, 120)
    gone = rng.random(120) < 0.2
    frame = compared(120, numbers={"age": np.tile(np.where(gone, NAN, age), 2)})
    result = effect(frame, TRUST, OTHERS, adjust=("age",))
    ways = result.estimates
    # Age has nothing to do with the answers here, so that filling it in hardly moves the difference.
    assert abs(ways["ancova_imputed"].estimate - ways["ancova"].estimate) < ways["ancova"].error / 3
    assert effect(frame, TRUST, OTHERS, adjust=("age",)).estimates["ancova_imputed"] == ways["ancova_imputed"]
    rare = compared(120, numbers={"age": np.tile(np.where(np.arange(120) < 3, NAN, age), 2)})
    assert "ancova_imputed" not in effect(rare, TRUST, OTHERS, adjust=("age",)).estimates


def grouped(an_arm: int, waves: int) -> Frame:
    rng = np.random.default_rng(4)
    group = np.repeat(np.arange(2 * an_arm), 60 // an_arm)
    arm = (group < an_arm).astype(float)
    scores = [rng.normal(5, 1, len(group)) + rng.normal(0, 1, 2 * an_arm)[group] for _wave in range(waves)]
    names = [f"g{each}" for each in group] * waves
    wave = np.repeat(np.arange(1, waves + 1), len(group))
    return make_frame(wave, {"trust": np.concatenate(scores)}, took_part=np.tile(arm, waves), group=names)


@pytest.mark.parametrize(("kind", "waves"), [("comparison_group", 2), ("lottery", 1)])
def test_whole_groups_are_the_unit_also_where_nobody_is_linked(kind: Any, waves: int) -> None:
    result = effect(grouped(6, waves), TRUST, Counterfactual(kind))
    assert "groups_are_the_unit" in result.caveats
    assert next(iter(result.estimates.values())).df < 12
    with pytest.raises(Refused, match="one group is one"):
        effect(grouped(1, waves), TRUST, Counterfactual(kind))


def test_for_whom_is_one_test_of_the_difference_and_never_two() -> None:
    before, after, took_part = drawn(160, 7)
    sex = ["f", "m"] * 80
    frame = compared(160, 7, categories={"stratum_sex": sex * 2})
    plan = Plan("", (TRUST,), counterfactual=OTHERS, subgroups=("stratum_sex",))
    found = next(each for each in study(plan, frame).further if each.design == "subgroups")
    women = np.array(sex) == "f"
    design = np.column_stack([women, ~women, women * took_part, ~women * took_part, before]).astype(float)
    by_hand = np.linalg.lstsq(design, after, rcond=None)[0]
    effects = [found.estimates[f"subgroup:{name}"].estimate for name in ("f", "m")]
    assert [round(each, 9) for each in effects] == [round(float(each), 9) for each in by_hand[2:4]]
    assert (found.verdict, "subgroups_are_exploratory" in found.caveats) == ("unclear", True)


def test_gaps_in_two_columns_for_the_same_people_are_held_equal_once() -> None:
    rng = np.random.default_rng(2)
    age, rooms = rng.normal(40, 10, 120), rng.integers(1, 6, 120).astype(float)
    age[:20] = rooms[:20] = NAN
    frame = compared(120, numbers={"age": np.tile(age, 2), "rooms": np.tile(rooms, 2)})
    result = effect(frame, TRUST, OTHERS, adjust=("age", "rooms"))
    assert (result.n_used, result.design) == (120, "comparison_linked")


def test_a_comparison_that_was_declared_and_is_not_made_is_told_with_its_reason() -> None:
    took_part = drawn(60)[2]
    frame = compared(60, numbers={"age": np.tile(np.where(took_part == 1, 60.0, 30.0), 2)})
    plan = Plan("", (TRUST,), counterfactual=OTHERS, covariates={"age": "number"}, adjust=("age",))
    found = study(plan, frame)
    told = [(each.code, each.where, each.text) for each in found.findings if each.code == "EW07"]
    assert [each[:2] for each in told] == [("EW07", "counterfactual")]
    assert "comparison_group is declared, but 'trust' can't be compared: comparison_linked: age: gives" in told[0][2]
    assert found.results[0].question == "change"
    assert [each.code for each in study(replace(plan, adjust=()), frame).findings if each.code == "EW07"] == []
