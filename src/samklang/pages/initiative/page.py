"""What the pages of initiative show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.forms import Form

from samklang.pages.initiative.verbs import verb_text
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, MANAGES_MEMBERS, READS_AUDIT_TRAIL, has_role
from samklang.records.initiative.queries import (
    InitiativeFacts,
    MemberRow,
    PartnerRow,
    audit_trail,
    initiative_facts,
    members,
    partners,
)
from samklang.records.people.permissions import Actor

A_PAGE = 50


@dataclass(frozen=True)
class AboutPage:
    """Who an initiative is."""

    facts: InitiativeFacts
    partners: int
    sees_members: bool
    sees_trail: bool


@dataclass(frozen=True)
class PartnersPage:
    """Partners by sector, and the form of a new one for those who keep the list."""

    sectors: list[tuple[str, list[PartnerRow]]]
    form: Form | None


@dataclass(frozen=True)
class MembersPage:
    """Who has which role."""

    rows: list[MemberRow]
    form: Form


@dataclass(frozen=True)
class TrailRow:
    """One deed in words."""

    at: datetime
    actor: str
    did: str
    title: str


@dataclass(frozen=True)
class TrailPage:
    """Who did what, newest first. earlier: the id before which there is more, if there is."""

    rows: Sequence[TrailRow]
    earlier: int | None


def about_page(initiative: InitiativeRef, actor: Actor) -> AboutPage:
    """Build the page about the initiative."""
    return AboutPage(
        initiative_facts(initiative=initiative, actor=actor),
        len(partners(initiative=initiative, actor=actor)),
        has_role(actor, initiative, MANAGES_MEMBERS),
        has_role(actor, initiative, READS_AUDIT_TRAIL),
    )


def partners_page(initiative: InitiativeRef, actor: Actor, form: Form) -> PartnersPage:
    """Build the list of partners."""
    rows = partners(initiative=initiative, actor=actor)
    sectors = [(str(sector.label), [row for row in rows if row.sector == sector]) for sector in Sector]
    shown = form if has_role(actor, initiative, BACKBONE) else None
    return PartnersPage([(label, own) for label, own in sectors if own], shown)


def members_page(initiative: InitiativeRef, actor: Actor, form: Form) -> MembersPage:
    """Build the list of members."""
    return MembersPage(members(initiative=initiative, actor=actor), form)


def trail_page(initiative: InitiativeRef, actor: Actor, before: int | None) -> TrailPage:
    """Build a page of the audit trail. before: show deeds older than this id."""
    rows = audit_trail(initiative=initiative, actor=actor, before=before, limit=A_PAGE + 1)
    shown = rows[:A_PAGE]
    earlier = shown[-1].id if len(rows) > A_PAGE else None
    return TrailPage([TrailRow(row.at, row.actor, verb_text(row.verb), row.title) for row in shown], earlier)
