"""What may be read about initiatives, partners, members and the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from samklang.records.initiative.enums import FigurePrecision, FigureUnit, Role, Sector
from samklang.records.initiative.models import AreaFigure, AuditEvent, Initiative, Membership, Partner
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import (
    MANAGES_MEMBERS,
    check_may_read_audit_trail,
    check_may_read_initiative,
    check_role,
)
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.people.queries import people_by_id


@dataclass(frozen=True)
class InitiativeFacts:
    """An initiative in words and figures."""

    ref: InitiativeRef
    summary: str
    population: int | None
    controller: str
    begun_on: date | None
    is_public: bool


@dataclass(frozen=True)
class PartnerRow:
    """A partner organisation."""

    id: int
    name: str
    sector: Sector
    about: str
    is_backbone: bool
    joined_on: date | None


@dataclass(frozen=True)
class MemberRow:
    """A person's role here."""

    id: int
    user_id: int
    name: str
    email: str
    role: Role
    partner: str


@dataclass(frozen=True)
class AuditRow:
    """One deed in the audit trail."""

    id: int
    at: datetime
    actor: str
    verb: str
    subject_kind: str
    title: str


@dataclass(frozen=True)
class AreaFigureRow:
    """A figure about the area. value: the source's own; nothing for a share that is worked out from its counts."""

    id: int
    what: str
    unit: FigureUnit
    value: Decimal | None
    precision: FigurePrecision
    year: int
    is_forecast: bool
    earlier_value: Decimal | None
    earlier_year: int | None
    part: int | None
    whole: int | None
    of_what: str
    comparison: str
    source: str

    @property
    def share(self) -> Fraction | None:
        """Part of whole, 0–1, where the counts are given."""
        return Fraction(self.part, self.whole) if self.part is not None and self.whole else None


@dataclass(frozen=True)
class OwnInitiative:
    """An initiative the actor belongs to, with their roles."""

    ref: InitiativeRef
    roles: tuple[Role, ...]


def _facts(row: Initiative) -> InitiativeFacts:
    return InitiativeFacts(row.ref, row.summary, row.population, row.controller, row.begun_on, row.is_public)


def open_door(*, actor: Actor, slug: str) -> InitiativeRef:
    """The door to an initiative's work: the initiative, for its members. Raises NotAllowed, also when unknown."""
    row = Initiative.objects.filter(slug=slug).first()
    if row is None:
        raise NotAllowed
    check_may_read_initiative(actor, row.ref)
    return row.ref


def public_initiative(slug: str) -> InitiativeFacts:
    """What anyone may read about an open initiative. Raises NotAllowed, also when unknown."""
    row = Initiative.objects.filter(slug=slug, is_public=True).first()
    if row is None:
        raise NotAllowed
    return _facts(row)


def public_initiatives() -> list[InitiativeFacts]:
    """All open initiatives, by name."""
    return [_facts(row) for row in Initiative.objects.filter(is_public=True)]


def every_initiative(*, actor: Actor) -> list[InitiativeRef]:
    """All initiatives, open or not, for the command line. Raises NotAllowed for anyone but System."""
    if not actor.is_system:
        raise NotAllowed
    return [row.ref for row in Initiative.objects.order_by("pk")]


def initiative_by_id(initiative_id: int) -> InitiativeRef:
    """An initiative whose id another word's own row gave, for doors that open by a code."""
    return Initiative.objects.get(pk=initiative_id).ref


def controller_of(initiative: InitiativeRef) -> str:
    """Who answers for personal data; everyone who is asked anything is told."""
    return Initiative.objects.get(pk=initiative.id).controller


def initiative_facts(*, initiative: InitiativeRef, actor: Actor) -> InitiativeFacts:
    """An initiative in words and figures, for its members."""
    check_may_read_initiative(actor, initiative)
    return _facts(Initiative.objects.get(pk=initiative.id))


def own_initiatives(*, actor: Actor) -> list[OwnInitiative]:
    """The initiatives the actor belongs to."""
    rows = Membership.objects.across("a person's own memberships").filter(user_id=actor.user_id)
    found: dict[InitiativeRef, list[Role]] = {}
    for row in rows.select_related("initiative").order_by("initiative__name", "id"):
        found.setdefault(row.initiative.ref, []).append(Role(row.role))
    return [OwnInitiative(ref, tuple(roles)) for ref, roles in found.items()]


def _partner(row: Partner) -> PartnerRow:
    return PartnerRow(row.pk, row.name, Sector(row.sector), row.about, row.is_backbone, row.joined_on)


def partners(*, initiative: InitiativeRef, actor: Actor) -> list[PartnerRow]:
    """The partners, by sector and name."""
    check_may_read_initiative(actor, initiative)
    return [_partner(row) for row in Partner.objects.within(initiative)]


def public_partners(initiative: InitiativeRef) -> list[PartnerRow]:
    """The partners as anyone may read them."""
    return [_partner(row) for row in Partner.objects.within(initiative)]


def area_figures(*, initiative: InitiativeRef, actor: Actor) -> list[AreaFigureRow]:
    """The figures about the area, in the order they were written."""
    check_may_read_initiative(actor, initiative)
    return [_area_figure(row) for row in AreaFigure.objects.within(initiative)]


def public_area_figures(initiative: InitiativeRef) -> list[AreaFigureRow]:
    """The figures about the area for anyone. Raises NotAllowed unless the initiative is open."""
    public_initiative(initiative.slug)
    return [_area_figure(row) for row in AreaFigure.objects.within(initiative)]


def area_figure(*, initiative: InitiativeRef, actor: Actor, figure_id: int) -> AreaFigureRow:
    """One figure about the area. Raises NotAllowed, also when unknown."""
    check_may_read_initiative(actor, initiative)
    row = AreaFigure.objects.within(initiative).filter(pk=figure_id).first()
    if row is None:
        raise NotAllowed
    return _area_figure(row)


def _area_figure(row: AreaFigure) -> AreaFigureRow:
    return AreaFigureRow(
        row.pk,
        row.what,
        FigureUnit(row.unit),
        Decimal(row.value) if row.value else None,
        FigurePrecision(row.precision),
        row.year,
        row.is_forecast,
        Decimal(row.earlier_value) if row.earlier_value else None,
        row.earlier_year,
        row.part,
        row.whole,
        row.of_what,
        row.comparison,
        row.source,
    )


def members(*, initiative: InitiativeRef, actor: Actor) -> list[MemberRow]:
    """Who has which role, for those who keep the list. Raises NotAllowed."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    rows = list(Membership.objects.within(initiative).select_related("partner"))
    people = people_by_id(row.user_id for row in rows)
    return [
        MemberRow(
            row.pk,
            row.user_id,
            people[row.user_id].name,
            people[row.user_id].email,
            Role(row.role),
            row.partner.name if row.partner else "",
        )
        for row in rows
    ]


def names_with_role(*, initiative: InitiativeRef, actor: Actor, role: Role) -> dict[int, str]:
    """The names of those who have a role, by account; no addresses. For members. Raises NotAllowed."""
    check_role(actor, initiative, frozenset(Role))
    ids = list(Membership.objects.within(initiative).filter(role=role).values_list("user_id", flat=True))
    return {user: person.name for user, person in people_by_id(ids).items()}


def audit_trail(
    *, initiative: InitiativeRef, actor: Actor, before: int | None = None, limit: int = 50
) -> list[AuditRow]:
    """The latest deeds, newest first. Raises NotAllowed."""
    check_may_read_audit_trail(actor, initiative)
    rows = AuditEvent.objects.within(initiative).select_related("actor")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [
        AuditRow(row.pk, row.at, str(row.actor) if row.actor else "System", row.verb, row.subject_kind, row.title)
        for row in rows[:limit]
    ]
