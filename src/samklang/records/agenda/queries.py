"""What may be read of the agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from samklang.methods.process.checklists import checklist
from samklang.records.agenda.enums import Lean, OutcomeState
from samklang.records.agenda.models import Need, Outcome, Stakeholder, TargetGroup
from samklang.records.agenda.permissions import check_may_read_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed


@dataclass(frozen=True)
class TargetGroupRow:
    """Whom a need is about."""

    id: int
    name: str
    about: str
    size: int | None


@dataclass(frozen=True)
class OutcomeRow:
    """An outcome with its need. checks: check → whether it holds and why; a check that is absent is not answered."""

    id: int
    need_id: int
    need: str
    title: str
    phenomenon: str
    indicator: str
    question: str
    state: OutcomeState
    rank: int | None
    checks: Mapping[str, Mapping[str, Any]]

    @property
    def unanswered(self) -> int:
        """How many of the checks nobody has answered."""
        return sum(check.id not in self.checks for check in checklist("prioritising"))


@dataclass(frozen=True)
class NeedRow:
    """A need with what came of it."""

    id: int
    title: str
    text: str
    grounds: str
    gap: str
    target_group: str
    target_group_id: int | None
    seen_on: date
    outcomes: tuple[OutcomeRow, ...]


@dataclass(frozen=True)
class StakeholderRow:
    """A stakeholder on the board."""

    id: int
    name: str
    stake: str
    lean: Lean
    contact: int
    influence: int


Row = TypeVar("Row", NeedRow, OutcomeRow, StakeholderRow, TargetGroupRow)


def needs(*, initiative: InitiativeRef, actor: Actor) -> list[NeedRow]:
    """The needs with their outcomes."""
    rows = outcomes(initiative=initiative, actor=actor)
    return [
        NeedRow(
            row.pk,
            row.title,
            row.text,
            row.grounds,
            row.gap,
            row.target_group.name if row.target_group else "",
            row.target_group_id,
            row.seen_on,
            tuple(one for one in rows if one.need_id == row.pk),
        )
        for row in Need.objects.within(initiative).select_related("target_group")
    ]


def need(*, initiative: InitiativeRef, actor: Actor, need_id: int) -> NeedRow:
    """One need. Raises NotAllowed, also when unknown."""
    return _one(needs(initiative=initiative, actor=actor), need_id)


def outcomes(*, initiative: InitiativeRef, actor: Actor) -> list[OutcomeRow]:
    """The outcomes, the ranked first."""
    check_may_read_agenda(actor, initiative)
    return [_outcome(row) for row in Outcome.objects.within(initiative).select_related("need")]


def outcome(*, initiative: InitiativeRef, actor: Actor, outcome_id: int) -> OutcomeRow:
    """One outcome. Raises NotAllowed, also when unknown."""
    return _one(outcomes(initiative=initiative, actor=actor), outcome_id)


def target_groups(*, initiative: InitiativeRef, actor: Actor) -> list[TargetGroupRow]:
    """Whom the needs are about."""
    check_may_read_agenda(actor, initiative)
    return [TargetGroupRow(row.pk, row.name, row.about, row.size) for row in TargetGroup.objects.within(initiative)]


def stakeholders(*, initiative: InitiativeRef, actor: Actor) -> list[StakeholderRow]:
    """Who is affected or affects."""
    check_may_read_agenda(actor, initiative)
    return [
        StakeholderRow(row.pk, row.name, row.stake, Lean(row.lean), row.contact, row.influence)
        for row in Stakeholder.objects.within(initiative)
    ]


def stakeholder(*, initiative: InitiativeRef, actor: Actor, stakeholder_id: int) -> StakeholderRow:
    """One stakeholder. Raises NotAllowed, also when unknown."""
    return _one(stakeholders(initiative=initiative, actor=actor), stakeholder_id)


def target_group(*, initiative: InitiativeRef, actor: Actor, group_id: int) -> TargetGroupRow:
    """One target group. Raises NotAllowed, also when unknown."""
    return _one(target_groups(initiative=initiative, actor=actor), group_id)


def _outcome(row: Outcome) -> OutcomeRow:
    return OutcomeRow(
        row.pk,
        row.need_id,
        row.need.title,
        row.title,
        row.phenomenon,
        row.indicator,
        row.question,
        OutcomeState(row.state),
        row.rank,
        row.checks,
    )


def _one(rows: list[Row], wanted: int) -> Row:
    found = next((row for row in rows if row.id == wanted), None)
    if found is None:
        raise NotAllowed
    return found
