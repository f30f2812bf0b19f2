"""The auditor finds what going through every table of counts finds: nothing more, and nothing less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement, product
from random import Random

import numpy as np
import pytest

from samklang.methods.disclosure.atoms import Atom, AuditInput, Question, Statement, atoms
from samklang.methods.disclosure.auditor import audit

Found = list[tuple[str, str]]


def random_input(seed: int) -> AuditInput:
    """A few people in sets that overlap, and true numbers about them: exact, in intervals or hidden."""
    rng = Random(seed)
    values = tuple("uvw"[: rng.choice((2, 2, 3))])
    kinds = [frozenset(name for name in "ab" if rng.random() < 0.7) | {"all"} for _ in range(rng.randint(1, 3))]
    people = {f"p{place}": rng.choice(kinds) for place in range(rng.randint(2, 9))}
    lean = rng.random()
    answers = {name: values[0] if rng.random() < lean else rng.choice(values) for name in people}
    told = []
    for _ in range(rng.randint(1, 5)):
        held, weights = rng.choice(["a", "b", "all"]), [float(rng.choice((0, 0, 1, 1, 2, -1))) for _ in values]
        coef = dict(zip(values, weights, strict=True))
        truth = sum(coef[answers[name]] for name, sets in people.items() if held in sets)
        width = rng.choice((0, 0, 1, 2, 3, 5))
        low = truth - rng.randint(0, width)
        told.append(Statement("q", held, coef, low, low + width, rng.random() < 0.2))
    sensitive = frozenset(values[: rng.randint(1, len(values) - 1)])
    told = [each for each in told if any(each.people_set in sets for sets in people.values())]
    return AuditInput(
        rng.choice((0, 1, 1, 2)), {"q": Question(values, sensitive)}, people, {"q": answers}, tuple(told)
    )


def splits(people: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread people over kinds."""
    if kinds == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in splits(people - first, kinds - 1))


class Tables:
    """Every table of counts, (tables, atoms, values), that agrees with an input."""

    def __init__(self, material: AuditInput) -> None:
        self.values = material.questions["q"].values
        self.parts = atoms(material.people, {each.people_set for each in material.statements})
        given = material.answers["q"]
        self.truth = np.array([[self._count(part, value, given) for value in self.values] for part in self.parts])
        every = product(*(splits(part.size, len(self.values)) for part in self.parts))
        self.all = np.array(list(every)).reshape(-1, len(self.parts), len(self.values))
        for each in material.statements:
            numbers = self.number(each)
            self.all = self.all[(each.lo <= numbers) & (numbers <= each.hi)]

    @staticmethod
    def _count(part: Atom, value: str, given: Mapping[str, str]) -> int:
        return sum(given[name] == value for name in part.people)

    def number(self, told: Statement) -> np.ndarray:
        """A statement's number in every table."""
        weights = np.array([told.coef[value] for value in self.values])
        inside = [told.people_set in part.sets for part in self.parts]
        numbers: np.ndarray = (self.all[:, inside] @ weights).sum(axis=1)
        return numbers

    def outside(self, at: int, wanted: frozenset[str], known: tuple[tuple[int, int], ...]) -> int | None:
        """The most people of an atom, none of them known, outside some values; None when all of them are known."""
        own = np.zeros_like(self.truth)
        for place in known:
            own[place] += 1
        agree = self.all[(self.all >= own).all(axis=(1, 2))] - own
        if self.parts[at].size == own[at].sum():
            return None
        others = [place for place, value in enumerate(self.values) if value not in wanted]
        return int(agree[:, at, others].sum(axis=1).max())

    def insiders(self, coalition: int) -> Iterator[tuple[tuple[int, int], ...]]:
        """Every coalition of real respondents: where they stand and what they answered."""
        kinds = list(np.ndindex(*self.truth.shape))
        for size in range(1, coalition + 1):
            for chosen in combinations_with_replacement(kinds, size):
                if all(chosen.count(place) <= self.truth[place] for place in chosen):
                    yield chosen


def by_enumeration(material: AuditInput) -> tuple[Found, int]:
    """Kind and place of all that can be proved, and the margin among those of whom something was told."""
    tables, question = Tables(material), material.questions["q"]
    hidden = [each for each in material.statements if each.suppressed]
    found = [("undone", each.people_set) for each in hidden if np.ptp(tables.number(each)) == 0]
    both = {question.sensitive, frozenset(question.values) - question.sensitive}
    margins = [part.size for part in tables.parts]
    for wanted in both | {frozenset({value}) for value in question.values}:
        for at, part in enumerate(tables.parts):
            left = tables.outside(at, wanted, ()) or 0
            margins += [left] * bool(part.sets)
            kind = judged(tables, material, at, wanted, left)
            found += [(kind, "+".join(sorted(part.sets)))] * bool(kind)
    told = [part.size for part in tables.parts if part.sets]
    return sorted(found), min(margins[len(tables.parts) :] + (told or margins))


def judged(tables: Tables, material: AuditInput, at: int, wanted: frozenset[str], left: int) -> str:
    """What is wrong when so many people of an atom may at most be outside; empty when nothing is."""
    size = tables.parts[at].size
    if left == 0:
        return "certain"
    if wanted == material.questions["q"].sensitive and size - left >= 0.9 * size:
        return "confident"
    if any(tables.outside(at, wanted, known) == 0 for known in tables.insiders(material.coalition)):
        return "insider"
    return "thin" if left < min(material.coalition + 1, size) else ""


@pytest.mark.parametrize("start", range(0, 120, 30))
def test_bounds_are_those_of_every_table_of_counts(start: int) -> None:
    for seed in range(start, start + 30):
        material = random_input(seed)
        result = audit(material)
        ours = sorted((violation.kind, violation.where) for violation in result.violations)
        assert (ours, result.margin, seed) == (*by_enumeration(material), seed)


def test_the_inputs_hold_every_kind_of_finding() -> None:
    kinds = {violation.kind for seed in range(40) for violation in audit(random_input(seed)).violations}
    assert {"certain", "insider", "undone", "thin"} <= kinds
