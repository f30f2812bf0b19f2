"""Changes and judgements, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import sqrt

import numpy as np
import pytest
from tests.methods.measurement.effect.answers import TRUST, ask, two_waves

from samklang.methods.measurement.effect.designs.cross_sections import cross_sections
from samklang.methods.measurement.effect.designs.dose import dose
from samklang.methods.measurement.effect.designs.making import Refused
from samklang.methods.measurement.effect.designs.paired_change import paired_change
from samklang.methods.measurement.effect.designs.panel_slopes import panel_slopes
from samklang.methods.measurement.effect.designs.reliable_change import reliable_change
from samklang.methods.measurement.effect.designs.self_attribution import self_attribution, windows
from samklang.methods.measurement.effect.designs.shadow_control import shadow_control
from samklang.methods.measurement.effect.designs.small_groups import small_groups
from samklang.methods.measurement.effect.designs.then_test import then_test
from samklang.methods.measurement.effect.frame import make_frame
from samklang.methods.measurement.effect.plan import Attribution, Judge, Margin
from samklang.methods.measurement.effect.report import result_row
from samklang.methods.statistics.refusals import EmptyBox

# 29 who started, 25 who finished, as in the course's figures; 20 better, 3 the same, 2 worse.
NAN = float("nan")
BEFORE = [5.0] * 29
AFTER = [6.0] * 20 + [5.0] * 3 + [4.0] * 2 + [float("nan")] * 4


def test_all_who_started_are_the_base_and_the_leavers_are_told() -> None:
    result = paired_change(ask(two_waves(BEFORE, AFTER)))
    assert (result.n_asked, result.n_started, result.n_used) == (29, 29, 25)
    assert round(result.estimate or 0, 4) == round((20 - 2) / 25, 4)
    assert [result.numbers[name] for name in ("better", "same", "worse")] == [20, 3, 2]
    # Of all who started, those who left counted as not better off; not of the 25 who stayed.
    assert [result.numbers[name] for name in ("better_share", "better_share_of_seen")] == [20 / 29, 20 / 25]


def test_the_bounds_of_all_who_started_are_worked_out_by_hand() -> None:
    before = [4.0, 6.0] * 12 + [5.0] * 5
    after = [5.0, 6.0] * 12 + [float("nan")] * 5
    result = paired_change(ask(two_waves(before, after)))
    seen = (12 * 5 + 12 * 6) / 24
    assert round(result.sensitivity["manski_low"] or 0, 9) == round((24 * seen + 5 * 1) / 29 - 5, 9)
    assert round(result.sensitivity["manski_high"] or 0, 9) == round((24 * seen + 5 * 10) / 29 - 5, 9)


def test_leaving_by_where_one_began_is_weighted_away() -> None:
    # Half of those who began low left, and they rose by 2; a quarter of those who began high, who rose by nothing.
    before = [3.0] * 20 + [6.0] * 20
    after = [5.0] * 10 + [NAN] * 10 + [6.0] * 15 + [NAN] * 5
    result = paired_change(ask(two_waves(before, after)))
    assert round(result.estimate or 0, 6) == round(2 * 10 / 25, 6)
    assert round(result.sensitivity["ipw"] or 0, 6) == 1.0


def test_those_who_never_started_are_asked_but_no_base() -> None:
    frame = two_waves([4.0, 5.0] * 6, [5.0, 7.0] * 6, people_started=[1.0] * 10 + [0.0] * 2)
    result = paired_change(ask(frame))
    assert (result.n_asked, result.n_started, result.n_used) == (12, 10, 10)


def test_only_those_who_took_part_are_told_of_where_there_are_others() -> None:
    frame = two_waves([4.0, 5.0] * 10, [6.0, 5.0] * 10, people_took_part=[1.0, 0.0] * 10)
    result = paired_change(ask(frame))
    assert (result.n_used, result.estimate, result.interval, result.verdict) == (10, 2.0, None, "told")
    assert result.p == 2 / 2**10


def test_more_people_asked_than_have_a_row_come_from_the_plan() -> None:
    assert paired_change(ask(two_waves(BEFORE, AFTER), asked={1: 120})).n_asked == 120


def test_a_then_test_is_a_feeling_and_the_shift_of_memory_stands_apart() -> None:
    before, then = [4.0, 5.0] * 6, [3.0, 4.0] * 5 + [3.0, 5.0]
    frame = two_waves(before, [6.0, 6.0] * 6, numbers={"then": [float("nan")] * 12 + then})
    result = then_test(ask(frame, replace(TRUST, then="then")))
    assert (result.level.code, result.n_used) == ("E1", 12)
    assert round(result.estimate or 0, 6) == round(6 - np.mean(then), 6)
    assert round(result.estimates["shift"].estimate, 6) == round(np.mean(then) - np.mean(before), 6)
    # The measured change is another number, and stays one.
    assert round(paired_change(ask(frame)).estimate or 0, 6) == 1.5


def test_the_answers_on_our_share_are_read_as_windows() -> None:
    assert windows() == {1: (0, 0.25), 2: (0.1875, 0.4375), 3: (0.375, 0.625), 4: (0.5625, 0.8125), 5: (0.75, 1)}
    ours = [1.0, 3.0, 5.0] * 4 + [5.0, 97.0]
    felt = [5.0] * 12 + [3.0, 5.0]
    named = [1.0] * 11 + [0.0, 1.0, 1.0]
    frame = make_frame([2] * 14, {"trust": [5.0] * 14, "ours": ours, "felt": felt, "named": named})
    result = self_attribution(ask(frame, attribution=Attribution("ours", "felt", 4, "named")))
    # Twelve noticed and answered; the last of them (a 5) didn't name us in the open question, and counts 0.
    low, high = (4 * 0 + 4 * 0.375 + 3 * 0.75) / 12, (4 * 0.25 + 4 * 0.625 + 3 * 1) / 12
    assert (result.n_used, result.numbers["noticed"], result.level.code) == (12, 13, "E1")
    assert [round(result.numbers[name], 9) for name in ("share_low", "share_high")] == [round(low, 9), round(high, 9)]
    assert result.sentence("sv").startswith(
        "De 12 som märkt en förbättring tror att 31–54 procent av den kommer från oss."
    )


def test_an_unknown_answer_on_our_share_is_refused() -> None:
    frame = make_frame([1] * 9, {"trust": [5.0] * 9, "ours": [7.0] * 9, "felt": [5.0] * 9})
    with pytest.raises(Refused, match="7 is no answer"):
        self_attribution(ask(frame, attribution=Attribution("ours", "felt", 4)))


def test_judges_count_only_if_they_judged_before_the_results() -> None:
    judges = (Judge("a", 0.1, 0.3, True), Judge("b", 0.2, 0.5, True), Judge("c", 0.9, 1.0, False))
    result = shadow_control(ask(two_waves(BEFORE, AFTER), judges=judges))
    assert (result.numbers["share_low"], result.numbers["share_high"], result.n_used) == (0.1, 0.5, 2)
    with pytest.raises(Refused, match="1 judged before the results were known"):
        shadow_control(ask(two_waves(BEFORE, AFTER), judges=judges[1:]))


def test_more_than_the_noise_is_counted_by_a_stated_reliability() -> None:
    before, after = [4.0, 6.0] * 10, [4.0, 6.0] * 7 + [7.0, 9.0] * 2 + [1.0, 6.0]
    result = reliable_change(ask(two_waves(before, after), replace(TRUST, reliability=0.8)))
    least = 1.96 * sqrt(2) * np.std(before, ddof=1) * sqrt(0.2)
    assert round(result.numbers["least_change"], 9) == round(float(least), 9)
    assert [result.numbers[name] for name in ("better", "worse", "untold")] == [4, 1, 15]
    turned = replace(TRUST, higher_is_better=False, reliability=0.8)
    assert reliable_change(ask(two_waves(before, after), turned)).numbers["better"] == 1


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "neither reliability nor sem"),
        ({"reliability": 0.5}, "too noisy"),
        ({"reliability": 1.0}, "no noise at all"),
        ({"sem": 1.0, "higher_is_better": None}, "neither end is better"),
    ],
)
def test_single_people_are_not_counted_by_a_form_that_cannot_tell(changed: dict[str, object], told: str) -> None:
    frame = two_waves([4.0, 6.0] * 10, [5.0, 6.0] * 10)
    with pytest.raises(Refused, match=told):
        reliable_change(ask(frame, replace(TRUST, **changed)))  # type: ignore[arg-type]


def test_a_slope_needs_three_waves_and_is_told_a_wave() -> None:
    n = 10
    rises = [0.5, 1.5] * 5
    frame = make_frame(
        np.repeat([1, 2, 3], n),
        {"trust": [3.0] * n + [3 + rise for rise in rises] + [3 + 2 * rise for rise in rises]},
        respondent=np.tile(np.arange(n), 3),
    )
    result = panel_slopes(ask(frame))
    assert (round(result.estimate or 0, 9), result.n_used, result.unit) == (1.0, 10, "points per wave")
    with pytest.raises(Refused, match=r"in too few waves \(2\)"):
        panel_slopes(ask(two_waves(BEFORE, AFTER)))


def test_coming_often_raises_no_level() -> None:
    rng = np.random.default_rng(3)
    doses, before = rng.integers(0, 12, 36).astype(float), rng.integers(3, 7, 36).astype(float)
    after = 2 + 0.5 * before + 0.8 * np.log1p(doses) + rng.normal(0, 0.2, 36)
    frame = two_waves(before.tolist(), after.tolist(), dose=[float("nan")] * 36 + doses.tolist())
    result = dose(ask(frame))
    design = np.column_stack((np.ones(36), np.log1p(doses), before))
    by_hand = np.linalg.lstsq(design, after, rcond=None)[0][1]
    assert round(result.estimate or 0, 9) == round(float(by_hand), 9)
    assert (result.level.code, "staying_is_an_outcome" in result.caveats) == ("E2", True)
    thirds = [result.numbers[f"third_{place}"] for place in (1, 2, 3)]
    assert thirds == sorted(thirds)


def test_equal_groups_are_drawn_together_and_not_ranked() -> None:
    group = [f"g{place % 5}" for place in range(40)]
    after = [4.0 + (place // 5) % 3 for place in range(40)]
    frame = two_waves([4.0] * 40, after, group=group * 2)
    result = small_groups(ask(frame))
    assert (result.verdict, "groups_not_ranked" in result.caveats, result.numbers["between"]) == (
        "unclear",
        True,
        0.0,
    )
    with pytest.raises(Refused, match="4 groups"):
        small_groups(ask(two_waves([4.0] * 40, after, group=[f"g{place % 4}" for place in range(40)] * 2)))


def test_a_wave_is_called_by_its_year_where_its_dates_say_so() -> None:
    days = [date(2022, 5, 1).toordinal()] * 40 + [date(2024, 5, 2).toordinal()] * 40
    frame = make_frame([1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 20 + [6.0, 7.0] * 20}, when=days)
    result = cross_sections(ask(frame))
    assert result.sentence("sv").startswith("Svaren om tillit 2024 är 2,0 högre än 2022 (troligen mellan ")
    assert result.sentence("da").startswith("Svarene om tillid i 2024 er 2,0 højere end i 2022 (")


def test_only_those_from_the_area_are_its_cross_section() -> None:
    frame = make_frame(
        [1] * 60 + [2] * 60,
        {"trust": [4.0, 5.0] * 30 + [5.0, 6.0] * 30},
        area=(["1"] * 40 + ["0"] * 20) * 2,
    )
    assert cross_sections(ask(frame)).n_used == 80


def test_an_area_column_that_says_of_nobody_who_lives_there_is_named() -> None:
    frame = make_frame([1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 40}, area=["nan"] * 40 + ["1"] * 40)
    with pytest.raises(Refused, match="area: nobody in a wave has a 1: fill the column in, or take it out"):
        cross_sections(ask(frame))


def test_a_category_without_a_share_is_refused_by_name() -> None:
    frame = make_frame(
        [1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 40}, categories={"stratum_sex": ["f", "m", "x", "m"] * 20}
    )
    with pytest.raises(EmptyBox, match="answers from 'x', which has no share"):
        cross_sections(ask(frame, margins=(Margin("stratum_sex", {"f": 0.5, "m": 0.5}),)))


def test_a_small_box_joins_another_and_it_is_said() -> None:
    ages = (["13-15"] * 2 + ["16-24"] * 20 + ["25-"] * 18) * 2
    frame = make_frame(
        [1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 20 + [5.0, 6.0] * 20}, categories={"stratum_age": ages}
    )
    margin = Margin("stratum_age", {"13-15": 0.1, "16-24": 0.4, "25-": 0.5})
    assert "boxes_joined" in cross_sections(ask(frame, margins=(margin,))).caveats


def test_the_margins_are_told_as_answered_as_in_the_area_and_as_weighted() -> None:
    sex = ["f", "f", "f", "m"] * 10
    frame = make_frame(
        [1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 20 + [5.0, 6.0] * 20}, categories={"stratum_sex": sex * 2}
    )
    numbers = cross_sections(ask(frame, margins=(Margin("stratum_sex", {"f": 0.5, "m": 0.5}),))).numbers
    told = [round(numbers[f"before:stratum_sex:f:{name}"], 6) for name in ("answered", "area", "weighted")]
    assert told == [0.75, 0.5, 0.5]


def test_a_reading_stands_beside_the_sentence_and_not_in_it() -> None:
    reading = "Vi litar mindre på politiker tack vare att vi förstår mer."
    indicator = replace(TRUST, reading={"sv": reading})
    result = paired_change(ask(two_waves([5.0, 6.0] * 6, [4.0, 4.0] * 6), indicator))
    row = result_row(result, ("sv", "en"))
    assert row["readings"] == {"sv": f"Gruppens tolkning: {reading}"}
    assert reading not in row["sentences"]["sv"]
    assert "sjönk tillit med 1,5" in row["sentences"]["sv"]
