"""Honesty gates: how often the methods say something that isn't so, in worlds whose truth is known.

The short runs keep the suite quick and have loose bounds; `--long` has 1 000 worlds a cell and the bounds of the
method pages (5 and 95 per cent, give or take the chance in 1 000 runs)."""

from __future__ import annotations

import pytest

from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.sentences.words import words_above
from tests.honesty.runs import compared, suggests

SHORT = [(100, 60)]
LONG = [pytest.param(n, 1000, marks=pytest.mark.long) for n in (30, 100, 388)]
CELLS = pytest.mark.parametrize(("n", "runs"), [*SHORT, *LONG])


def most(runs: int, strict: float, loose: float = 0.09) -> float:
    """The bound for that many runs."""
    return strict if runs >= 1000 else loose


@CELLS
@pytest.mark.parametrize(("joining", "way"), [("A", "did"), ("B", "ancova")])
def test_a_way_of_counting_errs_no_oftener_than_it_says_where_its_assumption_holds(
    n: int, runs: int, joining: str, way: str
) -> None:
    answers = compared(n, joining, "none", runs)
    assert answers.share_of_told(lambda result: result.estimates[way].excludes(0.0)) <= most(runs, 0.065, 0.12)


@CELLS
@pytest.mark.parametrize("joining", ["A", "B"])
@pytest.mark.parametrize("leaving", ["none", "MAR"])
def test_the_bracket_seldom_suggests_what_is_not_there(n: int, runs: int, joining: str, leaving: str) -> None:
    answers = compared(n, joining, leaving, runs)
    assert answers.share(suggests) <= most(runs, 0.05)


@CELLS
@pytest.mark.parametrize("joining", ["A", "B"])
def test_the_bracket_holds_the_truth_oftener_than_each_way(n: int, runs: int, joining: str) -> None:
    answers = compared(n, joining, "none", runs, 1.5)
    inside = answers.share_of_told(
        lambda result: result.interval is not None and result.interval[0] <= 1.5 <= result.interval[1]
    )
    assert inside >= (0.935 if runs >= 1000 else 0.9)


@CELLS
def test_leavers_who_got_worse_do_not_turn_into_an_effect(n: int, runs: int) -> None:
    assert compared(n, "B", "MNAR", runs).share(suggests) <= most(runs, 0.065)


@CELLS
@pytest.mark.parametrize("joining", ["A", "B"])
def test_the_tipping_point_alone_stops_leavers_who_got_worse(n: int, runs: int, joining: str) -> None:
    assert compared(n, joining, "MNAR", runs).share(lambda result: result.verdict == "agree") <= most(runs, 0.065)


@CELLS
def test_leavers_that_the_shares_do_not_give_away_are_stopped_by_the_tipping_point(n: int, runs: int) -> None:
    answers = compared(n, "B", "even", runs)
    assert answers.share(suggests) <= most(runs, 0.065)
    if n >= 388:  # so many that the two ways alone would be taken in
        assert answers.share(lambda result: result.verdict in ("agree", "fragile")) >= 0.1


@CELLS
@pytest.mark.parametrize(("joining", "way"), [("A", "did"), ("B", "ancova"), ("lot", "ancova")])
def test_a_way_of_counting_holds_the_truth_as_often_as_it_says_where_its_assumption_holds(
    n: int, runs: int, joining: str, way: str
) -> None:
    answers = compared(n, joining, "none", runs, 1.5)
    assert answers.share_of_told(lambda result: not result.estimates[way].excludes(1.5)) >= (
        0.935 if runs >= 1000 else 0.88
    )


@CELLS
def test_a_motive_that_lifts_the_trend_is_never_claimed_as_more_than_a_suggestion(n: int, runs: int) -> None:
    answers = compared(n, "C", "none", runs)
    assert answers.share_of_told(lambda result: "chose_to_join" in result.caveats) == 1
    told = [result.sentence(language) for result in answers.results for language in ("sv", "en", "da")]
    assert [text for text in told if words_above(Level.COMPARED, text)] == []
    chose = {"valde själva", "chose to", "valgte"}
    assert [text for text in told if not any(words in text for words in chose)] == []


@pytest.mark.parametrize(("n", "runs"), [*SHORT, *LONG[1:]])
def test_coming_because_one_is_low_is_said_to_lead_back_up(n: int, runs: int) -> None:
    assert (
        compared(n, "B", "none", runs).share_of_told(lambda result: "regression_to_the_mean" in result.caveats)
        >= 0.95
    )


@CELLS
def test_a_lottery_errs_no_oftener_than_it_says(n: int, runs: int) -> None:
    answers = compared(n, "lot", "none", runs)
    assert answers.share_of_told(lambda result: result.verdict == "agree") <= most(runs, 0.065)
