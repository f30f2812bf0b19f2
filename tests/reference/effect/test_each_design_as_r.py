"""Every design, from its file to estimate and interval, agrees with R's packages on the same file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.nonparametric import rank_compare_2indep

from samklang.methods.measurement.effect.frame import ANONYMOUS, Frame
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.plan_reader import read_plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import study
from samklang.methods.statistics.intervals import Interval

HERE = Path(__file__).parent
PRINTED = {
    line.split()[0]: [float(figure) for figure in line.split()[1:]]
    for line in (HERE / "designs.txt").read_text().splitlines()[1:]
}
WHO = {"by": "made up", "when": "2024-01-10", "text": "made up"}
OTHERS = {"kind": "comparison_group", **WHO}
LOT = {"kind": "lottery", **WHO}
Y = {"id": "y", "min": 1, "max": 10, "primary": True, "reliability": 0.8, "reliability_source": "made up"}
SURVEY: dict[str, Any] = {
    "indicators": [{**Y, "then": "y_then"}],
    "attribution": {"column": "ours", "noticed": "felt", "noticed_from": 4, "named": "named"},
    "subgroups": ["stratum_sex"],
}
NORMAL = norm.ppf(0.975)
FEW = ["s01", "s02", "s03", "s04", "s08", "s09", "s10", "s11"]


def frame_of(name: str, **more: Any) -> tuple[Plan, Frame]:
    plan = read_plan({"schema": "effect-plan/1", "data": name, "indicators": [Y], **more})
    frame, findings = read_frame((HERE / name).read_text(), name, plan)
    assert findings == ()
    return plan, frame


def told(plan: Plan, frame: Frame) -> dict[str, ChangeResult]:
    answer = study(plan, frame)
    tried = [each.result for each in answer.supported if each.result]
    return {result.design: result for result in (*tried, *answer.further)}


@cache
def survey(kind: str, *adjust: str) -> dict[str, ChangeResult]:
    return told(*frame_of("people.csv", counterfactual={"kind": kind, **WHO}, adjust=[*adjust], **SURVEY))


def ends(result: ChangeResult | Interval) -> list[float]:
    if isinstance(result, Interval):
        return [result.estimate, result.low, result.high]
    return [result.estimate or 0.0, *(result.interval or ())]


def near(name: str, length: int | None = None) -> Any:
    return pytest.approx(PRINTED[name][:length], abs=1e-8)


def test_a_lottery_with_a_baseline_is_lm_with_hc3() -> None:
    assert ends(survey("lottery")["lottery"]) == near("lottery")


def test_a_lottery_seen_afterwards_is_welch_s_test() -> None:
    plan, frame = frame_of("people.csv", counterfactual=LOT, **SURVEY)
    assert ends(told(plan, frame.rows(frame.wave == 2))["lottery"]) == near("lottery_after")


def test_linked_people_against_others_are_welch_s_test_and_lm_with_hc3() -> None:
    ways = survey("comparison_group", "stratum_sex")["comparison_linked"].estimates
    assert (ends(ways["did"]), ends(ways["ancova"])) == (near("did"), near("ancova_sex"))
    assert ends(survey("comparison_group")["comparison_linked"].estimates["overlap"]) == near("overlap")


def test_the_felt_change_is_a_paired_test() -> None:
    assert ends(survey("comparison_group")["then_test"]) == near("then")


def test_dose_and_subgroups_are_lm_with_hc3() -> None:
    found = survey("comparison_group")
    assert ends(found["dose"]) == near("dose")
    ways = found["subgroups"].estimates
    assert (ends(ways["subgroup:f"]), ends(ways["subgroup:m"])) == (near("subgroup_f"), near("subgroup_m"))
    assert ends(ways["against_others:m"]) == near("subgroup_gap")


def test_a_single_wave_is_one_mean() -> None:
    assert ends(survey("comparison_group")["description"]) == near("mean")


def test_reliable_change_counts_the_same_people() -> None:
    numbers = survey("comparison_group")["reliable_change"].numbers
    assert [numbers["better"], numbers["worse"], numbers["least_change"]] == near("reliable")


def test_our_share_is_the_mean_of_the_windows() -> None:
    found = survey("comparison_group")["self_attribution"]
    assert [found.numbers["share_low"], found.numbers["share_high"], found.n_used] == near("attribution")


def test_small_groups_are_drawn_as_metafor_draws_them() -> None:
    found = survey("comparison_group")["small_groups"]
    groups = [interval for name, interval in found.estimates.items() if name.startswith("group:")]
    assert found.numbers["between"] == pytest.approx(PRINTED["between"][0], abs=1e-6)
    assert [each.estimate for each in groups] == pytest.approx(PRINTED["groups"], abs=1e-6)
    half = [NORMAL * error for error in PRINTED["groups_se"]]
    assert [(each.high - each.low) / 2 for each in groups] == pytest.approx(half, abs=1e-6)
    middle, error = PRINTED["overall"]
    assert ends(found) == pytest.approx([middle, middle - NORMAL * error, middle + NORMAL * error], abs=1e-6)
    assert found.verdict == "clear"


def test_a_random_pair_is_statsmodels_brunner_and_munzel() -> None:
    frame = frame_of("people.csv", **SURVEY)[1]
    after = frame.wave == 2
    arms = [frame.numbers["y"][after & (frame.took_part == arm)] for arm in (1, 0)]
    theirs = rank_compare_2indep(*arms)
    low, high = theirs.conf_int()
    found = survey("comparison_group")["random_pair"]
    assert ends(found.estimates["ps"]) == pytest.approx([theirs.prob1, low, high], abs=1e-10)


def test_whole_schools_are_club_sandwich_s_cr2() -> None:
    plan, frame = frame_of("schools.csv", counterfactual=OTHERS)
    ways = told(plan, frame)["comparison_linked"].estimates
    for name, printed in (("did", "cr2_did"), ("ancova", "cr2_ancova")):
        assert [*ends(ways[name]), ways[name].df] == near(printed)


def test_whole_schools_that_nobody_linked_are_club_sandwich_s_cr2_too() -> None:
    plan, frame = frame_of("schools.csv", counterfactual=OTHERS)
    apart = replace(frame, respondent=np.full(len(frame), ANONYMOUS))
    found = told(plan, apart)["comparison_unlinked"].estimates["did"]
    assert [*ends(found), found.df] == near("cr2_unlinked")
    drawn, rows = frame_of("schools.csv", counterfactual=LOT)
    found = told(drawn, rows.rows(rows.wave == 2))["lottery"].estimates["difference"]
    assert [*ends(found), found.df] == near("cr2_after")


def test_four_schools_and_four_are_coin_s_exact_test() -> None:
    plan, frame = frame_of("schools.csv", counterfactual=OTHERS)
    assert frame.group is not None
    few = frame.rows(np.isin(frame.group.codes, [frame.group.labels.index(name) for name in FEW]))
    apart = replace(few, respondent=np.full(len(few), ANONYMOUS))
    change, after = PRINTED["four_and_four"]
    assert told(plan, few)["comparison_linked"].p == pytest.approx(change, abs=1e-8)
    assert told(plan, apart)["comparison_unlinked"].p == pytest.approx(change, abs=1e-8)
    drawn = frame_of("schools.csv", counterfactual=LOT)[0]
    assert told(drawn, few.rows(few.wave == 2))["lottery"].p == pytest.approx(after, abs=1e-8)


def test_people_nobody_told_apart_are_lm_with_hc3() -> None:
    more = {"covariates": ["age"], "adjust": ["stratum_sex", "age"]}
    assert ends(told(*frame_of("unlinked.csv", counterfactual=OTHERS, **more))["comparison_unlinked"]) == near(
        "unlinked"
    )


def test_an_area_against_others_is_r_s_interval_for_one_more_observation() -> None:
    changes = [0.10, -0.05, 0.22, 0.03, -0.12, 0.08, 0.15, 0.00, 0.31, -0.08, 0.05, 0.12]
    areas = {f"area {place}": {1: 5.0, 2: 5.0 + change} for place, change in enumerate(changes)}
    series = {"indicator": "y", "area": "Husby", "values": areas, "same_question": True, "source": "made up"}
    counterfactual = {"kind": "statistics", **WHO}
    found = told(*frame_of("unlinked.csv", counterfactual=counterfactual, covariates=["age"], externals=[series]))
    assert ends(found["repeated_cross_sections"]) == near("own")
    assert ends(found["generic_control"]) == near("area")
    # 1 of 13 areas lies as far from the middle of all: rank over K + 1.
    assert (found["generic_control"].numbers["place"], found["generic_control"].p) == (1, pytest.approx(1 / 13))
