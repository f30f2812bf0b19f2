"""What the page of finance shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samklang.pages.components.drawing.numbers import number, percent
from samklang.pages.components.process_map import trunk_strip
from samklang.pages.components.table import Cell, Column, Table
from samklang.pages.components.where import Strip
from samklang.records.finance.queries import GrantRow, grants
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import loops, trunk


@dataclass(frozen=True)
class FinancePage:
    """The grants, with what each pays for and how much of its time has passed."""

    grants: Table | None
    sentence: str
    strip: Strip
    may_change: bool


def finance_page(initiative: InitiativeRef, actor: Actor, today: date) -> FinancePage:
    """Build the page."""
    rows = grants(initiative=initiative, actor=actor, today=today)
    lines = {row.id: row.name for row in loops(initiative=initiative, actor=actor)}
    may_change = has_role(actor, initiative, BACKBONE)
    return FinancePage(
        grants_table(initiative, rows, lines, may_change) if rows else None,
        _sentence(rows),
        trunk_strip(initiative, trunk(initiative=initiative, actor=actor)),
        may_change,
    )


def grants_table(initiative: InitiativeRef, rows: list[GrantRow], lines: dict[int, str], may_change: bool) -> Table:
    """A row for each grant. lines: loop → its name."""
    columns = (
        Column(_("What it is for")),
        Column(_("Kronor"), amount=True),
        Column(_("Funder")),
        Column(_("Line")),
        Column(_("Period")),
        Column(_("Of the time has passed"), amount=True),
    )
    return Table(_("Grants"), columns, tuple(_row(initiative, row, lines, may_change) for row in rows))


def _row(initiative: InitiativeRef, row: GrantRow, lines: dict[int, str], may_change: bool) -> tuple[Cell, ...]:
    slug = initiative.slug
    change = reverse("change_grant", kwargs={"slug": slug, "grant": row.id}) if may_change else ""
    line = Cell(_("The whole initiative"))
    if row.loop_id is not None:
        line = Cell(lines[row.loop_id], reverse("loop", kwargs={"slug": slug, "loop": row.loop_id}))
    return (
        Cell(row.purpose, change),
        Cell(number(row.kronor)),
        Cell(row.funder),
        line,
        Cell(f"{date_format(row.begins_on, 'F Y')}–{date_format(row.ends_on, 'F Y')}"),
        Cell(percent(row.elapsed_share)),
    )


def _sentence(rows: list[GrantRow]) -> str:
    funders = len({row.funder_id for row in rows})
    return _("%(kronor)s kronor in all, from %(funders)s funders.") % {
        "kronor": number(sum(row.kronor for row in rows)),
        "funders": funders,
    }
