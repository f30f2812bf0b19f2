"""What stands beside a comparison agrees with R on the same file: balancing, leavers, filling in, and weights."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.reference.r.printed import printed

from samklang.methods.measurement.effect.designs.arms import leavers_of
from samklang.methods.measurement.effect.designs.comparison_linked import comparison_linked
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan_reader import read_plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import study
from samklang.methods.statistics.intervals import Interval

HERE = Path(__file__).parent
R = printed("sensitivity", HERE)
WHO = {"by": "made up", "when": "2024-01-10", "text": "made up"}
PLAN: dict[str, Any] = {
    "schema": "effect-plan/1",
    "data": "leavers.csv",
    "indicators": [{"id": "y", "min": 1, "max": 10, "primary": True}],
    "covariates": ["age"],
    "counterfactual": {"kind": "comparison_group", **WHO},
}


@cache
def told(*adjust: str, weighted: bool = False) -> dict[str, ChangeResult]:
    """Every design of the file. weighted: by their weights and the shares of the sexes."""
    margins = {"stratum_sex": {"f": 0.51, "m": 0.49}} if weighted else {}
    plan = read_plan({**PLAN, "adjust": [*adjust], "margins": margins})
    frame, findings = read_frame((HERE / "leavers.csv").read_text(), "leavers.csv", plan)
    assert findings == ()
    answer = study(plan, frame if weighted else replace(frame, weight=np.ones(len(frame))))
    return {each.result.design: each.result for each in answer.supported if each.result}


def compared(*adjust: str, weighted: bool = False) -> ChangeResult:
    return told(*adjust, weighted=weighted)["comparison_linked"]


def ends(interval: Interval) -> list[float]:
    return [interval.estimate, interval.low, interval.high]


def near(name: str, error: float = 1e-7) -> Any:
    return pytest.approx(R[name], abs=error)


def sensitivity(found: ChangeResult, *names: str) -> list[float]:
    return [found.sensitivity[name] or 0.0 for name in names]


def test_balancing_is_weightits_with_sandwichs_error() -> None:
    ways = compared("stratum_sex").estimates
    assert ends(ways["entropy"]) == near("entropy", 1e-5)
    assert ends(ways["overlap"]) == near("overlap", 1e-5)


def test_both_at_once_has_the_error_of_its_stacked_equations() -> None:
    found = compared("stratum_sex").estimates["aipw"]
    assert [found.estimate, found.error] == near("aipw", 1e-6)


def test_both_ways_of_counting_their_middle_and_its_size_are_rs() -> None:
    found = compared("stratum_sex")
    assert (ends(found.estimates["did"]), ends(found.estimates["ancova"])) == (near("did"), near("ancova"))
    assert [found.effect_size["d"]] == near("effect_size")


def test_how_alike_the_arms_were_is_matchits() -> None:
    values = {check.name: check.value for check in compared("stratum_sex").checks}
    assert [values["baseline_difference"]] == near("baseline_difference")
    assert [values["no_overlap"]] == near("overlap_share")
    assert [values["balance_of_x_stratum_sex"]] == near("sex_difference")


def test_lees_manskis_and_the_leavers_own_weights_are_rs() -> None:
    found = compared("stratum_sex")
    assert sensitivity(found, "lee_low", "lee_high") == near("lee")
    assert sensitivity(found, "manski_low", "manski_high") == near("manski")
    assert sensitivity(found, "ipw") == near("ipw", 1e-6)
    assert sensitivity(found, "tipping_k") == near("tipping")


def test_leavers_who_began_high_have_fallen_by_as_much_more() -> None:
    asked = {**PLAN, "data": "ahead.csv", "covariates": [], "indicators": [{"id": "y", "min": 1, "max": 11}]}
    plan = read_plan(asked)
    frame, findings = read_frame((HERE / "ahead.csv").read_text(), "ahead.csv", plan)
    assert findings == ()
    inquiry = Inquiry(plan, frame, plan.indicators[0])
    assert inquiry.people is not None
    assert [leavers_of(inquiry.people).ahead] == near("ahead")
    assert sensitivity(comparison_linked(inquiry), "tipping_k") == near("tipping_ahead")


def test_an_unknown_age_is_the_mean_with_a_column_that_says_so() -> None:
    assert ends(compared("age").estimates["ancova"]) == near("flagged")


def test_an_unknown_age_filled_in_is_mices_within_its_luck() -> None:
    """Twenty sets of ours and 400 of mice: a tenth of the error is luck."""
    estimate, error = R["imputed"]
    found = compared("age").estimates["ancova_imputed"]
    assert found.estimate == pytest.approx(estimate, abs=0.1 * error)
    assert found.error == pytest.approx(error, rel=0.03)


def test_weights_are_those_of_least_squares_by_weight() -> None:
    found = told("stratum_sex", weighted=True)
    ways = found["comparison_linked"].estimates
    assert (ends(ways["did"]), ends(ways["ancova"])) == (near("weighted_did"), near("weighted_ancova"))
    assert ends(found["paired_change"].estimates["change"]) == near("weighted_change")


def test_two_waves_weighted_to_a_margin_have_the_survey_packages_interval() -> None:
    found = told("stratum_sex", weighted=True)["repeated_cross_sections"]
    assert ends(found.estimates["difference"]) == near("raked_by_weight", 1e-5)


def test_who_got_better_is_counted_among_all_who_started() -> None:
    found = told("stratum_sex")["paired_change"]
    shares = [found.numbers[f"better_share_{end}"] for end in ("low", "high")]
    assert [*(found.numbers[way] for way in ("better", "same", "worse")), *shares] == near("participants")
    assert sensitivity(found, "manski_low", "manski_high") == near("participants_manski")


def test_the_ends_of_the_scale_and_the_missing_are_rs_shares() -> None:
    values = {check.name: check.value for check in told("stratum_sex")["paired_change"].checks}
    assert [values["floor"], values["ceiling"]] == near("ends_of_the_scale")
    assert [values["missing_share"]] == near("missing")
