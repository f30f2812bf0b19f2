"""The exact bounds auditor: what can be proved about anyone from everything published.

For each question the unknowns are x[a, v], people of atom a with value v: whole numbers ≥ 0, Σ_v x[a, v] = size of a.
Every statement bounds a weighted sum of them. The least possible Σ_{v in T} x[a, v] is found by mixed-integer
programming (HiGHS through scipy); it equals the atom's size when everyone in it is known to be in T.
Atoms that no chain of statements links are solved apart. The truth is itself a database that agrees with all that was
published, so where the truth has few in T nothing can be proved, and no programme is solved: the answer stays exact.
Source: the classical attack on published tables (bounds per cell), as in sdcTable's attack(); here on counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Literal

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from samklang.methods.disclosure.atoms import Atom, AuditInput, Question, Statement, atoms

Kind = Literal["false", "certain", "confident", "insider", "undone"]
CONFIDENT_SHARE = 0.9
CONFIDENT_UNDER = 30
SLACK = 1e-6


@dataclass(frozen=True)
class Violation:
    """One thing that can be proved and must not be: kind, question, people set (or atom) and why."""

    kind: Kind
    question: str
    where: str
    text: str


@dataclass(frozen=True)
class AuditResult:
    """What the auditor found; safe when nothing was. margin: least number of people in an atom left undetermined."""

    violations: tuple[Violation, ...]
    margin: int | None
    programmes_solved: int

    @property
    def safe(self) -> bool:
        """True when nothing could be proved about anyone."""
        return not self.violations


class _World:
    """All databases consistent with what was published about one question."""

    def __init__(self, parts: tuple[Atom, ...], question: Question, statements: Iterable[Statement]) -> None:
        self.parts, self.values = parts, question.values
        self.width = len(question.values)
        self.sizes = np.array([part.size for part in parts], dtype=float)
        rows = [self.row(statement) for statement in statements]
        lows = [statement.lo for statement in statements]
        highs = [statement.hi for statement in statements]
        sums = np.kron(np.eye(len(parts)), np.ones(self.width))
        self.matrix = np.vstack([sums, *rows]) if rows else sums
        self.lows = np.concatenate([self.sizes, lows])
        self.highs = np.concatenate([self.sizes, highs])
        self.solved = 0

    def row(self, statement: Statement) -> np.ndarray:
        """A statement's coefficients over all x[a, v]."""
        weights = np.array([statement.coef.get(value, 0.0) for value in self.values])
        held = np.array([statement.people_set in part.sets for part in self.parts], dtype=float)
        return np.kron(held, weights)

    def target(self, part: int, wanted: Iterable[str]) -> np.ndarray:
        """Coefficients that count an atom's people with one of the wanted values."""
        row = np.zeros(len(self.parts) * self.width)
        for value in wanted:
            row[part * self.width + self.values.index(value)] = 1.0
        return row

    def least(self, objective: np.ndarray, floor: np.ndarray | None = None) -> float | None:
        """The least possible value of an objective; None when no database is consistent."""
        self.solved += 1
        lower = np.zeros(objective.size) if floor is None else floor
        found = milp(
            objective,
            constraints=LinearConstraint(self.matrix, self.lows - SLACK, self.highs + SLACK),
            bounds=Bounds(lower, np.full(objective.size, np.inf)),
            integrality=np.ones(objective.size),
        )
        return None if found.fun is None else float(found.fun)


def audit(material: AuditInput) -> AuditResult:
    """Audit everything published about a wave, question by question."""
    parts = atoms(material.people, {statement.people_set for statement in material.statements})
    violations: list[Violation] = []
    margins = [part.size for part in parts]
    solved = 0
    for name, question in material.questions.items():
        told = tuple(statement for statement in material.statements if statement.question == name)
        lies = _false_statements(name, told, material)
        violations += lies
        for linked, about in [] if lies else _components(parts, told):
            world = _World(linked, question, about)
            violations += _audit_question(name, question, world, about, material, margins)
            solved += world.solved
    return AuditResult(tuple(violations), min(margins, default=None), solved)


def _audit_question(
    name: str,
    question: Question,
    world: _World,
    told: tuple[Statement, ...],
    material: AuditInput,
    margins: list[int],
) -> list[Violation]:
    found = _undone(name, world, told)
    for index, part in enumerate(world.parts):
        for wanted in _targets(question):
            truth = sum(material.answers[name][person] in wanted for person in part.people)
            if part.size - truth > material.coalition and truth < CONFIDENT_SHARE * part.size:
                margins.append(part.size - truth)
                continue
            least = world.least(world.target(index, wanted))
            assert least is not None, "the truth agrees with every statement, so some database does"
            margins.append(part.size - round(least))
            found += _judge(name, question, world, index, wanted, round(least), material)
    return found


def _components(
    parts: tuple[Atom, ...], told: tuple[Statement, ...]
) -> list[tuple[tuple[Atom, ...], tuple[Statement, ...]]]:
    """Atoms linked by a chain of statements, with the statements that link them; the others are told nothing of."""
    linked: list[tuple[set[str], list[Atom]]] = []
    published = {statement.people_set for statement in told}
    for part in parts:
        sets, members = set(part.sets & published), [part]
        if not sets:
            continue
        for group in [group for group in linked if group[0] & sets]:
            linked.remove(group)
            sets, members = sets | group[0], [*group[1], *members]
        linked.append((sets, members))
    return [
        (tuple(members), tuple(statement for statement in told if statement.people_set in sets))
        for sets, members in linked
    ]


def _targets(question: Question) -> list[frozenset[str]]:
    """The value sets nobody may be proved to be in: sensitive, not sensitive and each single value."""
    both = [question.sensitive, frozenset(question.values) - question.sensitive]
    single = [frozenset({value}) for value in question.values]
    return [wanted for wanted in dict.fromkeys(both + single) if 0 < len(wanted) < len(question.values)]


def _judge(
    name: str,
    question: Question,
    world: _World,
    index: int,
    wanted: frozenset[str],
    least: int,
    material: AuditInput,
) -> list[Violation]:
    part = world.parts[index]
    place, words = "+".join(sorted(part.sets)) or "(no set)", ", ".join(sorted(wanted))
    if least == part.size:
        return [Violation("certain", name, place, f"all {part.size} people are known to have {words}")]
    if wanted == question.sensitive and part.size < CONFIDENT_UNDER and least >= CONFIDENT_SHARE * part.size:
        return [Violation("confident", name, place, f"at least {least} of {part.size} are known to have {words}")]
    if _insider_learns(name, world, index, wanted, material):
        return [Violation("insider", name, place, f"a coalition can prove that all the others have {words}")]
    return []


def _insider_learns(name: str, world: _World, index: int, wanted: frozenset[str], material: AuditInput) -> bool:
    """Whether a coalition of up to c real respondents can prove that all others of an atom are inside.

    The coalition's own answers are a floor on the unknowns; those of its members who sit in other atoms count too.
    """
    part = world.parts[index]
    truth = sum(material.answers[name][person] in wanted for person in part.people)
    for floor, own in _coalitions(name, world, material):
        others = part.size - sum(own[index].values())
        inside = sum(people for value, people in own[index].items() if value in wanted)
        if others == 0 or truth - inside < others:
            continue
        least = world.least(world.target(index, wanted), floor)
        if least is not None and round(least) - inside >= others:
            return True
    return False


def _coalitions(
    name: str, world: _World, material: AuditInput
) -> Iterable[tuple[np.ndarray, list[Mapping[str, int]]]]:
    """Every distinct coalition of 1..c real respondents, as lower bounds on x and as counts per atom."""
    answers = material.answers[name]
    real = [
        (index, value, sum(answers[person] == value for person in part.people))
        for index, part in enumerate(world.parts)
        for value in world.values
    ]
    kinds = [kind for kind in real if kind[2] > 0]
    for size in range(1, material.coalition + 1):
        for chosen in combinations_with_replacement(kinds, size):
            if any(chosen.count(kind) > kind[2] for kind in set(chosen)):
                continue
            floor = np.zeros(len(world.parts) * world.width)
            own: list[dict[str, int]] = [{} for _ in world.parts]
            for index, value, _ in chosen:
                floor[index * world.width + world.values.index(value)] += 1
                own[index][value] = own[index].get(value, 0) + 1
            yield floor, list(own)


def _false_statements(name: str, told: tuple[Statement, ...], material: AuditInput) -> list[Violation]:
    """Statements the truth lies outside of: a release that lies is worse than one that leaks."""
    answers = material.answers[name]
    found = []
    for statement in told:
        inside = [person for person, sets in material.people.items() if statement.people_set in sets]
        truth = sum(statement.coef.get(answers[person], 0.0) for person in inside)
        if not statement.lo - SLACK <= truth <= statement.hi + SLACK:
            text = f"the published {statement.lo:g} to {statement.hi:g} does not hold the truth"
            found.append(Violation("false", name, statement.people_set, text))
    return found


def _undone(name: str, world: _World, told: tuple[Statement, ...]) -> list[Violation]:
    """Suppressed statements whose value can be worked out all the same."""
    found = []
    for statement in told:
        if not statement.suppressed:
            continue
        row = world.row(statement)
        least, most = world.least(row), world.least(-row)
        if least is not None and most is not None and abs(least + most) < SLACK:
            found.append(Violation("undone", name, statement.people_set, f"hidden, but it must be {least:g}"))
    return found
