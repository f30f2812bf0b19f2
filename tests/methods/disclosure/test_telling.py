"""How much is told follows from how many people are shown, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, from_manifest, protect
from samklang.methods.disclosure.telling import Telling, band_of, difference, level_of, tell
from samklang.methods.disclosure.words import pair_of_runs, public_word, wide_word, word_of

SCALE = Asked("q", (1, 2, 3, 4, 5), 2)


def release(low: int, fine: int, skips: int = 0, asked: Asked = SCALE) -> Release:
    """One group, some at the first step, the others at the last."""
    codes = [asked.steps[0]] * low + [asked.steps[-1]] * fine
    rows = [Row((), {asked.id: code}) for code in codes] + [Row((), {asked.id: None})] * skips
    return protect(rows, (), [asked], Plan())


def told(low: int, fine: int, *, public: bool = False, skips: int = 0, asked: Asked = SCALE) -> Telling:
    return tell(release(low, fine, skips, asked), asked.id, public=public)


@pytest.mark.parametrize(
    ("n", "level", "public"),
    [
        (7, "nothing", "nothing"),
        (8, "words", "nothing"),
        (11, "words", "nothing"),
        (12, "words", "words"),
        (29, "words", "words"),
        (30, "classes", "classes"),
        (99, "classes", "classes"),
        (100, "exact", "exact"),
    ],
)
def test_the_level_follows_the_number_of_people(n: int, level: str, public: str) -> None:
    assert (level_of(n, public=False), level_of(n, public=True)) == (level, public)


@pytest.mark.parametrize(
    ("n", "band"),
    [(7, None), (8, (8, 11)), (12, (12, 19)), (29, (20, 29)), (30, (30, 49)), (99, (50, 99)), (100, None)],
)
def test_the_number_of_people_is_told_as_a_band(n: int, band: tuple[int, int] | None) -> None:
    assert band_of(n) == band


def test_under_eight_nothing_is_told() -> None:
    row = told(3, 4)
    assert (row.level, row.n, row.band, row.word, row.steps) == ("nothing", None, None, None, ())


@given(st.integers(0, 29), st.integers(0, 29), st.integers(0, 5))
def test_under_thirty_no_number_leaves_but_a_band(low: int, fine: int, skips: int) -> None:
    if not 8 <= low + fine + skips <= 29:
        return
    row = told(low, fine, skips=skips)
    assert (row.n, row.sensitive_share, row.mean, row.classes, row.steps, row.answered) == (
        None,
        None,
        None,
        (),
        (),
        None,
    )
    assert row.word in ("few", "half", "most")
    assert row.band is not None


def test_from_thirty_there_are_three_classes_and_a_mean_but_no_distribution() -> None:
    row = told(15, 25)
    assert [one.codes for one in row.classes] == [(1, 2), (3,), (4, 5)]
    assert [round(one.share.value, 3) for one in row.classes] == [0.4, 0.0, 0.6]
    assert row.mean is not None
    assert (row.n, row.steps, row.answered) == (None, (), None)


def test_the_third_class_holds_those_who_skipped_so_that_nobody_sees_how_many_they_are() -> None:
    assert round(told(20, 10, skips=10).classes[2].share.value, 1) == 0.5


def topped() -> Release:
    """Forty people, 31 of them low, one in the middle: the sensitive bucket is 31–40, that of the next cut 31–33."""
    codes = [1] * 31 + [3] + [5] * 8
    return protect([Row((), {"q": code}) for code in codes], (), [SCALE], Plan())


def test_a_share_is_told_from_what_the_next_cut_leaves_of_its_bucket() -> None:
    made = tell(topped(), "q")
    assert topped().cells[0].buckets["q"][1:3] == ((31, 40), (31, 33))
    assert made.sensitive_share is not None
    assert round(40 * made.sensitive_share.value, 6) == 32
    assert round(sum(one.share.value for one in made.classes), 6) == 1


def test_a_release_made_before_is_read_as_it_was_then() -> None:
    then = {name: part for name, part in topped().as_manifest().items() if name != "figures"}
    before = from_manifest(then)
    share = tell(before, "q").sensitive_share
    assert share is not None
    assert (before.as_manifest() == then, round(40 * share.value, 6)) == (True, 35.5)
    assert from_manifest(topped().as_manifest()) == topped()


def test_a_scale_too_short_to_have_a_middle_has_no_classes() -> None:
    assert told(15, 25, asked=Asked("q", (1, 2), 1)).classes == ()


def test_from_a_hundred_the_distribution_the_answered_and_the_exact_n_are_told() -> None:
    row = told(60, 50, skips=10)
    assert (row.n, row.band) == (120, None)
    assert [step.code for step in row.steps] == [1, 2, 3, 4, 5, None]
    assert row.answered is not None
    assert abs(row.answered - 110) <= 1


def test_an_unordered_question_tells_its_sensitive_set_and_nothing_more() -> None:
    row = told(60, 60, asked=Asked("kind", (1, 2, 3), 1, ordered=False))
    assert (row.mean, row.classes, row.steps, row.answered) == (None, (), (), None)
    assert row.sensitive_share is not None


def test_a_question_without_a_sensitive_end_is_not_told() -> None:
    assert told(60, 60, asked=Asked("part", (1, 2), 0)).level == "nothing"
    assert told(60, 60, asked=Asked("kind", (1, 2), 0, ordered=False)).level == "nothing"


def test_only_the_cells_asked_for_are_told_of() -> None:
    rows = [Row(("yes",), {"q": 1})] * 40 + [Row(("no",), {"q": 5})] * 40
    both = protect(rows, ("lives_here",), [SCALE], Plan())
    assert tell(both, "q", ["c01"]).word == "few"
    assert tell(both, "q", ["c02"]).word == "most"
    assert tell(both, "q", []).level == "nothing"


@pytest.mark.parametrize(
    ("share", "word"), [(0.0, "few"), (0.33, "few"), (0.34, "half"), (0.66, "half"), (0.7, "most")]
)
def test_the_word_is_the_third_the_middle_is_in(share: float, word: str) -> None:
    assert word_of(share) == word


def test_the_public_reads_the_smallest_groups_in_pairs_of_runs() -> None:
    # 12 people: stored runs 0–2, 3–5, 6–8, 9–12 are read as 0–5 and 6–12.
    assert [told(low, 12 - low, public=True).word for low in (0, 4, 7, 11)] == [
        "few_or_half",
        "few_or_half",
        "half_or_most",
        "half_or_most",
    ]
    assert [told(low, 12 - low).word for low in (0, 4, 7, 11)] == ["few", "half", "half", "most"]


def test_the_public_reads_twenty_and_more_as_they_are_stored() -> None:
    assert [told(low, 20 - low, public=True).word for low in (0, 10, 20)] == ["few", "half", "most"]


def test_a_pair_is_two_neighbouring_stored_runs_and_an_odd_last_one_stands_alone() -> None:
    # 15 people: runs 0–2, 3–5, 6–8, 9–11 and 12–15.
    assert pair_of_runs((3, 5), 15, 3, top_coded=True) == (1.0, 4.0)
    assert pair_of_runs((12, 15), 15, 3, top_coded=True) == (13.5, 13.5)


def test_a_pair_that_spans_everything_tells_nothing() -> None:
    assert wide_word(0.1, 0.9) is None
    assert public_word([((0, 5), 12)], 5, top_coded=True) is None


@given(st.integers(12, 19), st.data())
def test_the_public_never_tells_two_counts_apart_that_the_group_cannot(n: int, data: st.DataObject) -> None:
    one, other = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    if release(one, n - one) == release(other, n - other):
        assert told(one, n - one, public=True) == told(other, n - other, public=True)


def test_a_difference_adds_the_errors_of_both_sides() -> None:
    first, second = told(60, 60).sensitive_share, told(90, 30).sensitive_share
    assert first is not None
    assert second is not None
    change = difference(first, second)
    assert round(change.value, 2) == round(second.value - first.value, 2)
    assert round(change.error**2, 8) == round(first.error**2 + second.error**2, 8)
    assert change.low < change.value < change.high
