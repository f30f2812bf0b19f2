"""Atoms: people no published set tells apart, the finest thing an attacker can isolate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """One published number: lo ≤ Σ coef[value] over the people of a set ≤ hi, for one question."""

    question: str
    people_set: str
    coef: Mapping[str, float]
    lo: float
    hi: float
    suppressed: bool = False


@dataclass(frozen=True)
class Question:
    """A question's possible values and those that are sensitive."""

    values: tuple[str, ...]
    sensitive: frozenset[str]


@dataclass(frozen=True)
class AuditInput:
    """Everything ever published about a wave, with the truth to hold it against.

    people: person → the sets it is in; answers: question → person → value. Everyone has a value for every question;
    a skip is a value.
    """

    coalition: int
    questions: Mapping[str, Question]
    people: Mapping[str, frozenset[str]]
    answers: Mapping[str, Mapping[str, str]]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Atom:
    """People in exactly the same published sets."""

    sets: frozenset[str]
    people: tuple[str, ...]

    @property
    def size(self) -> int:
        """People in the atom."""
        return len(self.people)


def atoms(people: Mapping[str, frozenset[str]], published: Iterable[str]) -> tuple[Atom, ...]:
    """Split people by which of the published sets hold them, in a fixed order."""
    known = frozenset(published)
    members: dict[frozenset[str], list[str]] = {}
    for person, sets in people.items():
        members.setdefault(sets & known, []).append(person)
    ordered = sorted(members, key=sorted)
    return tuple(Atom(sets, tuple(sorted(members[sets]))) for sets in ordered)
