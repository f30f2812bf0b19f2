"""What the pages of agenda show."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.forms import Form
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.process.checklists import checklist
from samklang.methods.process.template import in_language
from samklang.pages.components.table import Cell, Column, Table
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Thread
from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.queries import (
    NeedRow,
    OutcomeRow,
    StakeholderRow,
    TargetGroupRow,
    need,
    needs,
    outcome,
    outcomes,
    stakeholders,
    target_groups,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import LoopRow, loops

ON_A_PAGE = 25


@dataclass(frozen=True)
class AgendaPage:
    """Needs page by page, the outcomes by what became of them, and who is affected."""

    needs: Page[NeedRow]
    chosen: list[OutcomeRow]
    parked: list[OutcomeRow]
    proposed: list[OutcomeRow]
    groups: list[TargetGroupRow]
    fields: list[tuple[str, str, list[StakeholderRow]]]
    board: Table | None
    may_change: bool


@dataclass(frozen=True)
class NeedPage:
    """One need and what came of it."""

    need: NeedRow
    thread: Thread | None
    may_change: bool


@dataclass(frozen=True)
class Checked:
    """A check with its answer; holds is nothing while nobody has answered."""

    text: str
    why: str
    holds: bool | None
    note: str


@dataclass(frozen=True)
class OutcomePage:
    """One outcome with its four checks and its loop."""

    outcome: OutcomeRow
    checks: list[Checked]
    loop: LoopRow | None
    thread: Thread | None
    form: Form | None


def agenda_page(initiative: InitiativeRef, actor: Actor, number: str | None = None) -> AgendaPage:
    """Build the index. number: which page of the needs."""
    rows = outcomes(initiative=initiative, actor=actor)
    known = stakeholders(initiative=initiative, actor=actor)
    may_change = has_role(actor, initiative, BACKBONE)
    by = {state: [row for row in rows if row.state == state] for state in OutcomeState}
    return AgendaPage(
        Paginator(needs(initiative=initiative, actor=actor), ON_A_PAGE).get_page(number),
        by[OutcomeState.CHOSEN],
        by[OutcomeState.PARKED],
        by[OutcomeState.PROPOSED],
        target_groups(initiative=initiative, actor=actor),
        _fields(known),
        _board(initiative, known, may_change),
        may_change,
    )


def need_page(initiative: InitiativeRef, actor: Actor, need_id: int) -> NeedPage:
    """Build a need's page. Raises NotAllowed."""
    row = need(initiative=initiative, actor=actor, need_id=need_id)
    here = _loop_of(initiative, actor, {one.id for one in row.outcomes})
    thread = thread_of(initiative, actor, here.id, "need", row.title) if here else None
    return NeedPage(row, thread, has_role(actor, initiative, BACKBONE))


def outcome_page(initiative: InitiativeRef, actor: Actor, outcome_id: int, form: Form) -> OutcomePage:
    """Build an outcome's page. Raises NotAllowed."""
    row = outcome(initiative=initiative, actor=actor, outcome_id=outcome_id)
    here = _loop_of(initiative, actor, {row.id})
    thread = thread_of(initiative, actor, here.id, "outcome", row.title) if here else None
    shown = form if has_role(actor, initiative, BACKBONE) else None
    return OutcomePage(row, _checks(row), here, thread, shown)


def _loop_of(initiative: InitiativeRef, actor: Actor, outcome_ids: set[int]) -> LoopRow | None:
    rows = loops(initiative=initiative, actor=actor)
    return next((row for row in rows if row.outcome.id in outcome_ids), None)


def _checks(row: OutcomeRow) -> list[Checked]:
    language = get_language() or "sv"
    return [
        Checked(
            in_language(one.text, language),
            in_language(one.why, language),
            row.checks.get(one.id, {}).get("holds"),
            row.checks.get(one.id, {}).get("note", ""),
        )
        for one in checklist("prioritising")
    ]


def _board(initiative: InitiativeRef, rows: list[StakeholderRow], may_change: bool) -> Table | None:
    """Contact × influence as a table: it sorts, and reads aloud. For the backbone each name leads to its form."""
    if not rows:
        return None
    columns = (
        Column(_("Stakeholder")),
        Column(_("How they stand")),
        Column(_("Contact (1–5)"), amount=True),
        Column(_("Influence (1–5)"), amount=True),
        Column(_("At stake")),
    )
    return Table(
        _("Who is affected, and who affects"),
        columns,
        tuple(
            (
                Cell(row.name, _change(initiative, row) if may_change else ""),
                Cell(str(row.lean.label)),
                Cell(str(row.contact)),
                Cell(str(row.influence)),
                Cell(row.stake),
            )
            for row in rows
        ),
    )


def _change(initiative: InitiativeRef, row: StakeholderRow) -> str:
    return reverse("change_stakeholder", kwargs={"slug": initiative.slug, "stakeholder": row.id})


def _fields(rows: list[StakeholderRow]) -> list[tuple[str, str, list[StakeholderRow]]]:
    """The board's four fields, each with what it asks of us; above 3 counts as much."""
    names = (
        (True, False, _("Much influence, little contact"), _("Seek them out first.")),
        (True, True, _("Much influence, much contact"), _("Keep working side by side.")),
        (False, False, _("Little influence, little contact"), _("Find out what they see that we miss.")),
        (False, True, _("Little influence, much contact"), _("Make sure that what they say decides something.")),
    )
    return [
        (name, hint, [row for row in rows if (row.influence > 3) == strong and (row.contact > 3) == near])
        for strong, near, name, hint in names
    ]
