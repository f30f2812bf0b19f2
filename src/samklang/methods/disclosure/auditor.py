"""The exact bounds auditor: what can be proved about anyone from everything published.

For each question, each set of people nobody can tell apart (an atom) and each target (the sensitive values, the
others, each single value) it finds m, the least people of the atom who must be inside the target, over every database
that agrees with all that was published. It refuses a release that lets anyone conclude

    certain    m = the atom's size: everyone in it is known to be inside
    confident  the target is sensitive, the atom is under 30 and m is at least 90 % of it
    insider    some real respondents, as many as the plan's coalition, know it of all the others in the atom
    undone     a suppressed number can be nothing but one value
    false      a number does not hold the truth
    thin       fewer than coalition + 1 people of the atom stay undetermined

Atoms that no chain of statements links are solved apart. Only what no database seen so far refutes is solved (the
truth is the first of them), so the answer stays exact.
Source: the classical attack on published tables (bounds per cell), as in sdcTable's attack(); here on counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from samklang.methods.disclosure.atoms import Atom, AuditInput, Question, Statement, atoms
from samklang.methods.disclosure.insiders import insiders_learn
from samklang.methods.disclosure.plan import CONFIDENT_SHARE, CONFIDENT_UNDER
from samklang.methods.disclosure.world import SLACK, World

Kind = Literal["false", "certain", "confident", "insider", "undone", "thin"]


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


@dataclass(frozen=True)
class _Case:
    """One atom held against one target. row: counts the atom's people inside the target."""

    world: World
    name: str
    index: int
    wanted: frozenset[str]
    row: np.ndarray

    @property
    def part(self) -> Atom:
        """The atom."""
        return self.world.parts[self.index]

    @property
    def open(self) -> int:
        """At least so many people stay undetermined, by the databases seen so far."""
        return self.part.size - round(self.world.fewest(self.row))

    @property
    def may_be_confident(self) -> bool:
        """Whether nearly all is as good as all here."""
        return self.wanted == self.world.question.sensitive and self.part.size < CONFIDENT_UNDER

    def least(self) -> int:
        """The least people inside, exactly."""
        return round(self.world.least(self.row))

    def violation(self, kind: Kind, text: str) -> Violation:
        """A violation here."""
        place = "+".join(sorted(self.part.sets))
        return Violation(kind, self.name, place, f"{text} {', '.join(sorted(self.wanted))}")


@dataclass
class _Audit:
    """An audit under way."""

    material: AuditInput
    found: list[Violation] = field(default_factory=list)
    solved: int = 0
    margin: int | None = None

    def undetermined(self, people: int) -> None:
        """Note that an atom has been seen with so many people undetermined."""
        self.margin = people if self.margin is None else min(self.margin, people)

    def result(self) -> AuditResult:
        """What was found. With nothing published everybody is undetermined."""
        return AuditResult(tuple(self.found), self.margin, self.solved)


def audit(material: AuditInput) -> AuditResult:
    """Audit everything published about a wave, question by question."""
    parts = atoms(material.people, {statement.people_set for statement in material.statements})
    published = [part for part in parts if part.sets]
    going = _Audit(material)
    for part in published or parts:
        going.undetermined(part.size)
    for name, question in material.questions.items():
        told = tuple(statement for statement in material.statements if statement.question == name)
        lies = _false_statements(name, told, material)
        going.found += lies
        for linked, about in [] if lies else _components(parts, told):
            _audit_world(going, name, World(linked, question, about, material.answers[name]))
    return going.result()


def _audit_world(going: _Audit, name: str, world: World) -> None:
    """Judge what could be proved; look further only where the margin could be smaller still."""
    going.found += _undone(name, world)
    for case in sorted(_cases(name, world), key=lambda case: case.open):
        least = case.part.size - case.open
        if going.margin is None or case.open < going.margin or _is_risky(case, least, going.material.coalition):
            least = case.least()
            going.undetermined(case.part.size - least)
        going.found += _judge(case, least, going.material.coalition)
    going.solved += world.solved


def _cases(name: str, world: World) -> list[_Case]:
    return [
        _Case(world, name, index, wanted, world.target(index, wanted))
        for index in range(len(world.parts))
        for wanted in _targets(world.question)
    ]


def _is_risky(case: _Case, least: int, coalition: int) -> bool:
    """Whether something could be proved if no database had fewer inside than those seen so far."""
    nearly_all = case.may_be_confident and least >= CONFIDENT_SHARE * case.part.size
    return nearly_all or case.part.size - least < min(coalition + 1, case.part.size)


def _targets(question: Question) -> list[frozenset[str]]:
    """The value sets nobody may be proved to be in: sensitive, not sensitive and each single value."""
    both = [question.sensitive, frozenset(question.values) - question.sensitive]
    single = [frozenset({value}) for value in question.values]
    return [wanted for wanted in dict.fromkeys(both + single) if 0 < len(wanted) < len(question.values)]


def _judge(case: _Case, least: int, coalition: int) -> list[Violation]:
    size = case.part.size
    if least == size:
        return [case.violation("certain", f"all {size} people are known to have")]
    if case.may_be_confident and least >= CONFIDENT_SHARE * size:
        return [case.violation("confident", f"at least {least} of {size} are known to have")]
    if insiders_learn(case.world, case.index, case.wanted, coalition):
        return [case.violation("insider", "a coalition can prove of all the others that they have")]
    if size - least < min(coalition + 1, size):
        return [case.violation("thin", f"all but {size - least} of {size} are known to have")]
    return []


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


def _false_statements(name: str, told: Iterable[Statement], material: AuditInput) -> list[Violation]:
    """Statements the truth lies outside of: a release that lies is worse than one that leaks."""
    answers = material.answers[name]
    members: dict[str, list[str]] = {}
    for person, sets in material.people.items():
        for each in sets:
            members.setdefault(each, []).append(answers[person])
    found = []
    for statement in told:
        truth = sum(statement.coef.get(value, 0.0) for value in members.get(statement.people_set, ()))
        if not statement.lo - SLACK <= truth <= statement.hi + SLACK:
            text = f"the published {statement.lo:g} to {statement.hi:g} does not hold the truth"
            found.append(Violation("false", name, statement.people_set, text))
    return found


def _undone(name: str, world: World) -> list[Violation]:
    """Suppressed statements whose value can be worked out all the same."""
    found = []
    for statement in world.statements:
        if not statement.suppressed:
            continue
        row = world.row(statement)
        least = world.least(row)
        if abs(least + world.least(-row)) < SLACK:
            found.append(Violation("undone", name, statement.people_set, f"hidden, but it must be {least:g}"))
    return found
