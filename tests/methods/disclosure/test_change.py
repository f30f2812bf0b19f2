"""Three-way change of linked people is told in runs that undo neither wave's buckets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samklang.methods.disclosure.atoms import AuditInput
from samklang.methods.disclosure.audit_material import Earlier, audit_material
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.change import LinkedRow, change_of, change_runs, protect_change, sensitive_interval
from samklang.methods.disclosure.closing import close
from samklang.methods.disclosure.linked_bounds import Pair, possible, proves
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, StoredChange, from_manifest, protect
from samklang.methods.disclosure.telling import tell_change

SCALE = Asked("q", (1, 2, 3, 4), 2)
YES_NO = Asked("q", (1, 2), 1)
PLAN = Plan()


def rows(*codes: tuple[int | None, int], labels: tuple[str, ...] = ()) -> list[Row]:
    """`(2, 5)` is five people who answered 2."""
    return [Row(labels, {"q": code}) for code, people in codes for _ in range(people)]


def linked(first: list[Row], second: list[Row], people: int) -> Earlier:
    return Earlier(protect(first, (), [SCALE], PLAN), first, {place: place for place in range(people)})


def compared(first: list[Row], second: list[Row], people: int, asked: Asked = SCALE) -> Release:
    before = protect(first, (), [asked], PLAN)
    pairs = [LinkedRow(one, other) for one, other in zip(first[:people], second[:people], strict=True)]
    after = protect(second, (), [asked], PLAN)
    return replace(after, changes=protect_change(before, after, pairs))


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [(1, 3, 1), (3, 1, -1), (1, 2, 0), (3, 4, 0), (2, None, 1), (None, 1, -1), (None, 4, 0)],
)
def test_change_is_leaving_or_entering_the_sensitive_set(then: int | None, now: int | None, moved: int) -> None:
    assert change_of(LinkedRow(Row((), {"q": then}), Row((), {"q": now})), SCALE) == moved


def test_how_many_got_better_and_worse_is_stored_in_buckets() -> None:
    release = compared(rows((1, 10), (3, 6)), rows((3, 8), (1, 8)), 16)
    (change,) = release.changes
    assert (change.question, change.earlier_cell, change.cell, change.linked) == ("q", "c01", "c01", 16)
    assert change.better[0] <= 8 <= change.better[1]
    assert change.worse[0] <= 6 <= change.worse[1]
    assert change.better[1] - change.better[0] >= 2


def test_under_twelve_linked_people_nothing_is_told() -> None:
    first, second = rows((1, 8), (3, 4)), rows((3, 6), (1, 6))
    assert compared(first, second, 11).changes == ()
    assert len(compared(first, second, 12).changes) == 1


def test_only_people_of_the_same_cell_in_both_waves_are_compared() -> None:
    first = rows((1, 20), labels=("yes",)) + rows((3, 10), labels=("no",))
    second = rows((3, 20), labels=("yes",)) + rows((3, 10), labels=("no",))
    before, after = (protect(wave, ("lives_here",), [SCALE], PLAN) for wave in (first, second))
    pairs = [LinkedRow(one, other) for one, other in zip(first, second, strict=True)]
    assert [(change.cell, change.linked) for change in protect_change(before, after, pairs)] == [("c02", 20)]


def test_waves_that_are_split_differently_are_not_compared() -> None:
    first, second = rows((1, 20)), rows((3, 20), labels=("yes",))
    before, after = protect(first, (), [SCALE], PLAN), protect(second, ("lives_here",), [SCALE], PLAN)
    pairs = [LinkedRow(one, other) for one, other in zip(first, second, strict=True)]
    assert protect_change(before, after, pairs) == ()


def test_a_question_asked_in_another_way_is_not_compared() -> None:
    before, after = protect(rows((1, 20)), (), [SCALE], PLAN), protect(rows((1, 20)), (), [YES_NO], PLAN)
    pairs = [LinkedRow(one, one) for one in rows((1, 20))]
    assert protect_change(before, after, pairs) == ()


def test_a_wave_stands_in_one_change_only() -> None:
    release = compared(rows((1, 10), (3, 6)), rows((3, 8), (1, 8)), 16)
    with pytest.raises(ValueError, match="already compared"):
        protect_change(release, release, [])


def test_waves_of_different_plans_are_not_compared() -> None:
    other = protect(rows((1, 20)), (), [SCALE], Plan(k=9))
    with pytest.raises(ValueError, match="different plans"):
        protect_change(protect(rows((1, 20)), (), [SCALE], PLAN), other, [])


def test_runs_that_could_undo_the_buckets_are_never_chosen() -> None:
    # 14 people then, 6–8 low; 12 of them also now. Were 8 told to be worse, the two who left would be known as low.
    assert proves(Pair(12, 2, 0, (6, 8), (9, 12), (0, 3), (8, 12)), 1)
    assert all(run[0] != 8 for run in change_runs(12, 14, 12, (6, 8), (9, 12), 1))


def test_where_no_runs_are_safe_nothing_is_told() -> None:
    first, second = rows((1, 10), (3, 6)), rows((3, 8), (1, 8))
    assert compared(first, second, 12).changes == ()
    assert len(compared(first, second, 16).changes) == 1


def test_the_choice_of_runs_depends_only_on_what_is_public() -> None:
    one = compared(rows((1, 9), (3, 7)), rows((3, 8), (1, 8)), 16)
    other = compared(rows((2, 9), (4, 7)), rows((2, 8), (4, 8)), 16)
    runs = change_runs(16, 16, 16, (9, 11), (6, 8), 1)
    assert {one.changes[0].better, other.changes[0].better} <= set(runs)


def test_another_cut_may_narrow_what_is_public_of_the_sensitive_set() -> None:
    assert sensitive_interval(SCALE, [(0, 2), (6, 12), (9, 11), (9, 11)]) == (6, 11)


def test_what_cannot_be_is_told_apart_from_what_proves_nothing() -> None:
    assert not possible(Pair(12, 0, 0, (0, 2), (0, 2), (9, 12), (0, 2)))
    assert possible(Pair(12, 0, 0, (9, 12), (0, 2), (9, 12), (0, 2)))


def test_nearly_all_of_the_linked_is_as_good_as_all() -> None:
    assert proves(Pair(20, 0, 0, (18, 20), (0, 20), (18, 20), (0, 2)), 1)


def test_a_closing_with_an_earlier_wave_is_audited_as_pairs() -> None:
    first, second = rows((1, 6), (3, 12)), rows((3, 14), (1, 2), (None, 3))
    closing = close(second, (), [SCALE], PLAN, linked(first, second, 15))
    material = audit_material(closing.release, second, linked(first, second, 15))
    assert closing.audit.safe
    assert sorted(material.questions) == ["q", "q, after", "q, before"]
    assert len(material.people) == 19 + 3
    assert set(material.people.values()) == {
        frozenset({"c01", "before/c01", "linked/c01"}),
        frozenset({"c01"}),
        frozenset({"before/c01"}),
    }
    assert material.answers["q, after"]["p0000"] == "1|3"
    assert {statement.people_set for statement in material.statements if statement.question == "q, after"} == {
        "c01",
        "before/c01",
        "linked/c01",
    }


def test_the_auditor_catches_a_change_told_exactly() -> None:
    first, second = rows((1, 12), (3, 1)), rows((3, 12), (1, 1))
    earlier = linked(first, second, 13)
    release = protect(second, (), [SCALE], PLAN)
    told = replace(release, changes=(StoredChange("q", "c01", "c01", 13, (12, 12), (1, 1)),))
    material: AuditInput = audit_material(told, second, earlier)
    assert {violation.kind for violation in audit(material).violations} == {"confident", "insider"}


def test_a_change_survives_the_manifest() -> None:
    release = compared(rows((1, 10), (3, 6)), rows((3, 8), (1, 8)), 16)
    assert from_manifest(release.as_manifest()) == release


def test_a_change_is_told_in_words_and_a_band() -> None:
    told = tell_change(compared(rows((1, 10), (3, 6)), rows((3, 8), (1, 8)), 16), "q", "c01")
    assert told is not None
    assert (told.band, told.better, told.worse) == ((12, 19), "half", "half")
    assert (told.better_share, told.worse_share) == (None, None)


def test_from_thirty_linked_people_shares_are_told_too() -> None:
    told = tell_change(compared(rows((1, 20), (3, 20)), rows((3, 20), (1, 20)), 40), "q", "c01")
    assert told is not None
    assert told.better_share is not None
    assert abs(told.better_share.value - 0.5) <= 0.1


def test_a_change_that_was_not_stored_is_not_told() -> None:
    assert tell_change(protect(rows((1, 20)), (), [SCALE], PLAN), "q", "c01") is None
