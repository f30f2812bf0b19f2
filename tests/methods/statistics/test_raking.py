"""Weights that give the population's margins, and what is said of them."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.margins import Margin, merge_small
from samklang.methods.statistics.raking import rake, raked_mean
from samklang.methods.statistics.refusals import BadArgument, EmptyBox, NotConverged, NoVariation, TooFew

SEX = Margin("sex", (50, 50), ("women", "men"))
AGE = Margin("age", (20, 50, 30), ("18–29", "30–64", "65+"), ordered=True)
BOXES = np.array([[sex, age] for sex in (0, 1) for age in (0, 1, 2)])
COUNTS = np.array([10, 20, 30, 8, 22, 10])


def test_the_weighted_answers_have_the_populations_margins() -> None:
    made = rake(BOXES, [SEX, AGE], COUNTS, trim=None)
    assert [np.round(share, 8).tolist() for share in made.after] == [[0.5, 0.5], [0.2, 0.5, 0.3]]
    assert [np.round(share, 4).tolist() for share in made.before] == [[0.6, 0.4], [0.18, 0.42, 0.4]]
    assert (round(float(COUNTS @ made.weights), 9), made.findings, made.trimmed_share) == (100, (), 0)
    assert made.ess < 100


def test_one_margin_is_a_plain_ratio() -> None:
    made = rake(BOXES[:, 0], [SEX], COUNTS, trim=None)
    assert np.round(made.weights, 9).tolist() == [round(50 / 60, 9)] * 3 + [1.25] * 3
    assert made.rounds == 1


def test_a_mean_of_one_margin_is_that_of_its_boxes() -> None:
    values = np.array([1.0, 1.5, 2.0, 4.0, 4.5, 5.0])
    raking = rake(BOXES[:, 0], [SEX], COUNTS, trim=None)
    made = raked_mean(values, raking, BOXES[:, 0], [SEX], COUNTS)
    means = [np.average(values[sex], weights=COUNTS[sex]) for sex in (slice(3), slice(3, 6))]
    assert round(made.interval.estimate, 9) == round(sum(means) / 2, 9)
    assert round(made.unweighted, 9) == round(np.average(values, weights=COUNTS), 9)
    assert (made.ess, made.interval.n) == (raking.ess, 100)


def test_values_that_the_margins_explain_to_the_last_tell_nothing_of_the_error() -> None:
    raking = rake(BOXES, [SEX, AGE], COUNTS, trim=None)
    with pytest.raises(NoVariation, match="values: nobody differs from the others of their box"):
        raked_mean(BOXES[:, 0] + 2.0 * BOXES[:, 1], raking, BOXES, [SEX, AGE], COUNTS)


def test_margins_of_different_totals_are_rescaled_and_said_so() -> None:
    noisy = Margin("age", (200.5, 501.0, 300.0), ordered=True)
    made = rake(BOXES, [SEX, noisy], COUNTS, trim=None)
    assert [(finding.code, finding.where) for finding in made.findings] == [("SW02", "age")]
    assert "total 1001.5 is not the first margin's 100" in made.findings[0].text
    assert np.round(made.after[1], 8).tolist() == np.round(np.array(noisy.totals) / 1001.5, 8).tolist()


def test_extreme_weights_are_cut_and_said_so() -> None:
    rare = Margin("sex", (10, 90))
    made = rake(BOXES[:, 0], [rare], COUNTS)
    assert made.trimmed_share == 0.6
    assert [finding.code for finding in made.findings] == ["SW03"]
    assert round(float(COUNTS @ made.weights), 9) == 100
    assert "60.0 per cent had their weight cut" in made.findings[0].text


def test_a_small_box_is_pointed_out_and_an_empty_one_refused() -> None:
    few = np.array([3, 27, 30, 0, 30, 10])
    made = rake(BOXES, [SEX, AGE], few, trim=None)
    assert [(finding.code, finding.where) for finding in made.findings] == [("SW01", "age 18–29")]
    with pytest.raises(EmptyBox, match="age 18–29: nobody answered"):
        rake(BOXES, [SEX, AGE], [0, 20, 30, 0, 30, 10])
    with pytest.raises(EmptyBox, match="sex men: answers in a box where the population has nobody"):
        rake(BOXES, [Margin("sex", (50, 0), ("women", "men")), AGE], COUNTS)


def test_small_boxes_join_their_smaller_neighbour() -> None:
    bands = Margin("age", (1, 2, 3, 4), ordered=True)
    codes, merged, said = merge_small([0, 1, 1, 2, 2, 2, 3], bands, [4, 3, 3, 4, 4, 4, 9])
    assert (codes.tolist(), merged.totals, merged.labels) == ([0, 0, 0, 1, 1, 1, 2], (3, 3, 4), ("0+1", "2", "3"))
    assert said is not None
    assert said.text == "boxes with under 5 answers were joined: 0+1"


def test_large_boxes_stay_and_unordered_boxes_are_joined_by_hand() -> None:
    codes, merged, said = merge_small(BOXES[:, 0], SEX, COUNTS)
    assert (codes.tolist(), merged, said) == (BOXES[:, 0].tolist(), SEX, None)
    with pytest.raises(BadArgument, match="sex men: under 5 answers"):
        merge_small([0, 0, 1], SEX, [9, 9, 2])


def test_margins_no_weights_can_give_are_refused_by_name() -> None:
    corner = np.array([[0, 0], [1, 1]])
    with pytest.raises(NotConverged, match="a: no weights give all margins at once"):
        rake(corner, [Margin("a", (50, 50)), Margin("b", (90, 10))], [20, 20])


@pytest.mark.parametrize(
    ("codes", "margins", "said"),
    [
        ([0, 1, 2], [SEX], "sex: a code outside 0 to 1"),
        ([0, -1, 1], [SEX], "sex: a code outside 0 to 1"),
        ([0, 0.5, 1], [SEX], "codes: a code is no whole number"),
        ([0, 1, 1], [Margin("sex", (-1, 5))], "sex: totals are numbers of people"),
        ([0, 1, 1], [Margin("sex", (0, 0))], "sex: totals are numbers of people"),
        ([0, 1, 1], [SEX, AGE], "codes: "),
    ],
)
def test_codes_and_totals_must_fit(codes: list[float], margins: list[Margin], said: str) -> None:
    with pytest.raises(BadArgument, match=said):
        rake(codes, margins)


def test_nobody_and_more_boxes_than_a_machine_holds_are_refused() -> None:
    with pytest.raises(TooFew, match="codes: there is not one answer"):
        rake([], [SEX])
    wide = Margin("street", (1.0,) * 3000)
    with pytest.raises(BadArgument, match="margins: 2 margins have too many boxes"):
        rake([[0, 0], [1, 1]], [wide, wide])


def test_trimming_limits_stand_on_either_side_of_the_mean_weight() -> None:
    with pytest.raises(BadArgument, match="trim: "):
        rake(BOXES, [SEX, AGE], COUNTS, trim=(1.5, 3))
    with pytest.raises(TooFew, match="base: "):
        rake(BOXES, [SEX, AGE], COUNTS, base=np.zeros(6))
    with pytest.raises(BadArgument, match="values: 3 values for 6 weights"):
        raked_mean([1, 2, 3], rake(BOXES, [SEX, AGE], COUNTS), BOXES[:3], [SEX, AGE])


def test_weights_to_begin_from_matter_by_their_ratio_alone() -> None:
    plain, doubled = (rake(BOXES, [SEX, AGE], COUNTS, base=base, trim=None) for base in (None, np.full(6, 2.0)))
    assert np.round(plain.weights - doubled.weights, 12).tolist() == [0] * 6
    uneven = rake(BOXES[:, 0], [SEX], COUNTS, base=[1, 1, 2, 1, 1, 1], trim=None)
    assert np.round(uneven.weights[:3] / uneven.weights[0], 9).tolist() == [1, 1, 2]
