"""A release held against the rows it was made of: everything ever published about a wave, for the auditor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.release import Asked, Release, Row, StoredCell, value_of

# Which wave's sensitive set a pair of questions is held against.
SIDES = ("before", "after")


@dataclass(frozen=True)
class Earlier:
    """The wave a release is compared with: its release, its rows, and who of them is which of the later rows.

    links: place among these rows → place among the later ones, once each.
    """

    release: Release
    rows: Sequence[Row]
    links: Mapping[int, int]


@dataclass(frozen=True)
class _Person:
    """One person's rows; the wave without one holds None."""

    before: Row | None
    after: Row | None
    sets: frozenset[str]


def audit_material(release: Release, rows: Sequence[Row], earlier: Earlier | None = None) -> AuditInput:
    """Everything ever published about a wave. People get fresh names; those left out of every figure are in no set.

    With an earlier wave, a question compared with it also stands as a pair: its values are strings as ``1|2``, first
    what was answered then. It stands twice, held against the sensitive set of each wave.
    """
    people = {f"p{place:04d}": person for place, person in enumerate(_people(release, rows, earlier))}
    questions = {asked.id: _question(asked) for asked in release.questions}
    answers = {
        asked.id: {name: _value(each.after, asked) for name, each in people.items()} for asked in release.questions
    }
    statements = list(_statements(release))
    for asked, before in _compared(release, earlier):
        pairs = {who: f"{_value(each.before, asked)}|{_value(each.after, asked)}" for who, each in people.items()}
        for side in SIDES:
            pair = f"{asked.id}, {side}"
            questions[pair] = _pair_question(asked, side)
            answers[pair] = pairs
            statements += _pair_statements(pair, asked, release, before)
    return AuditInput(
        release.plan.coalition,
        questions,
        {name: each.sets for name, each in people.items()},
        answers,
        tuple(statements),
    )


def _compared(release: Release, earlier: Earlier | None) -> list[tuple[Asked, Release]]:
    """The questions whose change is told, with the release they are compared with."""
    changed = {change.question for change in release.changes}
    return [(asked, earlier.release) for asked in release.questions if earlier and asked.id in changed]


def _people(release: Release, rows: Sequence[Row], earlier: Earlier | None) -> Iterator[_Person]:
    """The wave's people in the order of their rows, then those of the earlier wave who aren't among them."""
    then = {after: before for before, after in earlier.links.items()} if earlier else {}
    for place, row in enumerate(rows):
        before = earlier.rows[then[place]] if earlier and place in then else None
        yield _Person(before, row, _sets(release, earlier, before, row))
    if earlier:
        for place, row in enumerate(earlier.rows):
            if place not in earlier.links:
                yield _Person(row, None, _sets(release, earlier, row, None))


def _sets(release: Release, earlier: Earlier | None, before: Row | None, after: Row | None) -> frozenset[str]:
    found = set()
    now = _cell_of(release, after)
    if now:
        found.add(now.id)
    then = _cell_of(earlier.release, before) if earlier else None
    if then:
        found.add(f"before/{then.id}")
    if now and then and any((each.earlier_cell, each.cell) == (then.id, now.id) for each in release.changes):
        found.add(f"linked/{now.id}")
    return frozenset(found)


def _cell_of(release: Release, row: Row | None) -> StoredCell | None:
    return next((cell for cell in release.cells if row and row.labels in cell.labels), None)


def _value(row: Row | None, asked: Asked) -> str:
    """A person's value; that of a wave they aren't in is free, since no set of that wave holds them."""
    return value_of(row, asked) if row else asked.values[-1]


def _question(asked: Asked) -> Question:
    return Question(asked.values, frozenset(asked.values[: asked.sensitive]))


def _statements(release: Release) -> Iterator[Statement]:
    for cell in release.cells:
        for asked in release.questions:
            for cut, (lo, hi) in zip(asked.cuts, cell.buckets[asked.id], strict=True):
                yield Statement(asked.id, cell.id, dict.fromkeys(asked.values[:cut], 1.0), lo, hi)


def _pairs(then: Sequence[str], now: Sequence[str]) -> dict[str, float]:
    return {f"{before}|{after}": 1.0 for before in then for after in now}


def _pair_question(asked: Asked, side: str) -> Question:
    low = asked.values[: asked.sensitive]
    sensitive = _pairs(low, asked.values) if side == "before" else _pairs(asked.values, low)
    return Question(tuple(_pairs(asked.values, asked.values)), frozenset(sensitive))


def _pair_statements(pair: str, asked: Asked, after: Release, before: Release) -> Iterator[Statement]:
    """Both waves' buckets as statements of pairs, and the change among the linked."""
    for release, mark in ((before, "before/"), (after, "")):
        for cell in release.cells:
            for cut, (lo, hi) in zip(asked.cuts, cell.buckets[asked.id], strict=True):
                inside = asked.values[:cut]
                held = _pairs(inside, asked.values) if mark else _pairs(asked.values, inside)
                yield Statement(pair, f"{mark}{cell.id}", held, lo, hi)
    low, fine = asked.values[: asked.sensitive], asked.values[asked.sensitive :]
    for change in after.changes:
        if change.question == asked.id:
            yield Statement(pair, f"linked/{change.cell}", _pairs(low, fine), *change.better)
            yield Statement(pair, f"linked/{change.cell}", _pairs(fine, low), *change.worse)
