"""What is particular to single charts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pages.components import samples

from samklang.pages.components.charts import Estimate, Flow, Ranked, StackRow, Step, TenRow, WavePoint
from samklang.pages.components.drawing.marks import Dot, Rect, Ribbon, Text


def test_a_sum_that_the_steps_do_not_give_is_refused() -> None:
    with pytest.raises(ValueError, match="'Net' is 200"):
        replace(samples.WATERFALL, steps=(*samples.WATERFALL.steps[:-1], Step("sum", "Net", 200)))


def test_a_zero_needs_a_source_and_shows_a_tick() -> None:
    with pytest.raises(ValueError, match="zero needs a source"):
        replace(samples.WATERFALL, steps=(Step("sum", "Gross", 10), Step("deduction", "Anyway", 0)))
    marks = samples.WATERFALL.drawing("en").rows[2].marks
    assert [mark.shape for mark in marks if isinstance(mark, Dot)] == ["tick"]


def test_harm_is_hatched_and_nothing_else_is() -> None:
    rows = samples.WATERFALL.drawing("en").rows
    hatched = [row.label for row in rows if any(isinstance(mark, Rect) and mark.hatched for mark in row.marks)]
    assert hatched == ["Harm"]


def test_a_forest_stands_in_the_order_of_names_never_of_size() -> None:
    labels = [row[0] for row in samples.FOREST.table("en").texts]
    assert labels == ["Apprentices", "Walks", "Both"]


def test_the_widest_swing_stands_first() -> None:
    assert [row[0] for row in samples.TORNADO.table("en").texts] == ["Worth", "Anyway"]


def test_below_zero_is_hatched_in_a_tornado() -> None:
    row = samples.TORNADO.drawing("en").rows[0]
    bars = [mark for mark in row.marks if isinstance(mark, Rect)]
    assert [bar.hatched for bar in bars] == [False, True]
    assert bars[0].x0 == bars[1].x1


def test_ten_dots_are_always_ten_and_half_a_dot_is_rounded_up() -> None:
    for row in samples.TEN.drawing("en").rows:
        assert len([mark for mark in row.marks if isinstance(mark, Dot)]) == 10
    assert [TenRow("x", share).tenths for share in (0.0, 0.05, 0.35, 0.949, 1.0)] == [0, 1, 4, 9, 10]


def test_an_interval_must_hold_its_value() -> None:
    with pytest.raises(ValueError, match="doesn't hold"):
        Estimate(0.5, 0.6, 0.7)


def test_labels_that_nearly_meet_are_pulled_apart() -> None:
    row = samples.DOTS.drawing("en").rows[1]
    assert [mark.anchor for mark in row.marks if isinstance(mark, Text)] == ["end", "start"]


def test_uncertainty_is_drawn_under_every_dot() -> None:
    row = samples.DOTS.drawing("en").rows[0]
    bands = [(mark.x0, mark.x1) for mark in row.marks if isinstance(mark, Rect)]
    assert bands == [(0.36, 0.46), (0.52, 0.62)]


def test_shares_that_do_not_sum_to_one_are_refused() -> None:
    with pytest.raises(ValueError, match="don't sum to 1"):
        replace(samples.STACK, rows=(StackRow("x", (0.5, 0.1, 0.1, 0.1)),))


def test_a_stack_meets_its_scale_in_the_middle() -> None:
    row = samples.STACK.drawing("en").rows[0]
    bars = [mark for mark in row.marks if isinstance(mark, Rect)]
    assert bars[1].x1 == pytest.approx(0.5)


def test_a_middle_answer_lies_over_the_middle() -> None:
    rows = (StackRow("x", (0.2, 0.2, 0.2, 0.2, 0.2)),)
    chart = replace(samples.STACK, answers=("1", "2", "3", "4", "5"), rows=rows)
    middle = [mark for mark in chart.drawing("en").rows[0].marks if isinstance(mark, Rect)][2]
    assert (middle.x0 + middle.x1) / 2 == pytest.approx(0.5)


def test_bands_of_money_are_as_thick_as_the_money() -> None:
    marks = samples.FLOW.drawing("en").rows[0].marks
    thick = [mark.height for mark in marks if isinstance(mark, Ribbon)]
    assert thick[0] / thick[1] == pytest.approx(900 / 250)
    with pytest.raises(ValueError, match="above zero"):
        replace(samples.FLOW, flows=(Flow("Landlord", "Hosts", 0),))


def test_each_organisation_is_a_dot_and_each_proposal_ranked_by_all() -> None:
    row = samples.RANKS.drawing("en").rows[1]
    assert len([mark for mark in row.marks if isinstance(mark, Dot)]) == 11
    with pytest.raises(ValueError, match="same number"):
        replace(samples.RANKS, rows=(Ranked("A", (7, 3)), Ranked("B", (4, 4))))


def test_a_relation_that_was_not_asked_is_a_question_mark() -> None:
    matrix = replace(samples.MATRIX, levels={(0, 1): 3})
    texts = [mark.text for mark in matrix.drawing("en").rows[2].marks if isinstance(mark, Text)]
    assert (texts, matrix.table("en").texts[1][1]) == (["?"], "not asked")
    with pytest.raises(ValueError, match="level 0–3"):
        replace(samples.MATRIX, levels={(0, 1): 4})


def test_a_wave_that_cannot_be_told_breaks_the_slope() -> None:
    waves = (WavePoint("start", "few"), WavePoint("4 months", None), WavePoint("end", "most"))
    chart = replace(samples.SLOPE, waves=waves)
    ways = [mark for mark in chart.drawing("en").rows[0].marks if getattr(mark, "css", "").startswith("way")]
    assert (ways, chart.table("en").texts[1]) == ([], ("4 months", "can't be told"))


@pytest.mark.parametrize("line", range(4))
@pytest.mark.parametrize("answers", range(2, 6))
def test_neighbouring_answers_never_look_the_same(line: int, answers: int) -> None:
    rows = (StackRow("x", (1 / answers,) * answers),)
    chart = replace(samples.STACK, line=line, answers=tuple("abcde"[:answers]), rows=rows)
    looks = [item.css for item in chart.drawing("en").legend]
    assert len(set(looks)) == answers
