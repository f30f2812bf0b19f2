"""Erase a person who has an account: the account, their roles, and their name wherever it is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Initiative, Membership
from samklang.records.initiative.models.scoped import InitiativeRef, Scoped
from samklang.records.initiative.services.act import act
from samklang.records.initiative.services.names import Names
from samklang.records.initiative.services.strike_name import Struck, rows_of, scoped_tables, strike_name
from samklang.records.people.permissions import Actor, NotAllowed, Refused, check_may_erase_account
from samklang.records.people.queries import Person, person_by_email
from samklang.records.people.services import erase_account
from samklang.records.people.services.erasure_ledger import held_ledger, note_erasure


def erase_person(
    *, actor: Actor, email: str, even_the_last: bool = False, noted: bool = True
) -> list[tuple[str, Struck]]:
    """Erase everything that tells who they are; what went, by initiative (without one: the installation's tables).

    Deeds and signatures stay under “someone who has been erased”, and released figures as they are. noted: write it
    in the erasure ledger; not when a back-up is replayed or it is only tried. Raises NotAllowed, or Refused when it
    would leave nobody to lead an initiative or look after the installation.
    """
    person = person_by_email(email)
    if person is None:
        raise NotAllowed
    check_may_erase_account(actor, person.id)
    with held_ledger(), transaction.atomic():
        if not even_the_last:
            _check_leaves_somebody_to_lead(person.id)
        struck = [(one.slug, each) for one in _initiatives() for each in _erase_in(one, actor=actor, person=person)]
        gone = erase_account(actor=actor, user_id=person.id, even_the_last=even_the_last)
        struck += [("", Struck(table, "gone", rows)) for table, rows in gone.items() if rows]
        struck.append(("", Struck(settings.AUTH_USER_MODEL.lower(), "changed", 1)))
        if noted:
            note_erasure("account", person.email)
    return struck


def _initiatives() -> list[InitiativeRef]:
    return [row.ref for row in Initiative.objects.all()]


def _check_leaves_somebody_to_lead(user_id: int) -> None:
    leaders = Membership.objects.across("whoever is erased may lead several").filter(role=Role.PROCESS_LEADER)
    for initiative in _initiatives():
        ids = set(leaders.filter(initiative_id=initiative.id).values_list("user_id", flat=True))
        if ids == {user_id}:
            raise Refused(
                _("%(name)s has nobody else who leads its process. Give somebody else that role first.")
                % {"name": initiative.name}
            )


def _erase_in(initiative: InitiativeRef, *, actor: Actor, person: Person) -> list[Struck]:
    """What went in one initiative. In one they had nothing to do with, only the address can be taken for theirs."""
    linked = [(table, rows) for table in scoped_tables() if (rows := _rows_naming(table, initiative, person.id))]
    names = Names([person.email, *([person.name] if linked else [])])
    with transaction.atomic():
        with act("erase_person", initiative=initiative, actor=actor) as deed:
            deed.on("account", person.id)
            struck = [*_end_roles(linked), *strike_name(initiative, names)]
        if not struck:
            transaction.set_rollback(True)
    return struck


def _rows_naming(table: type[Scoped], initiative: InitiativeRef, user_id: int) -> models.QuerySet[Scoped] | None:
    """A table's rows that point to the account, or nothing where none does."""
    named = Q()
    for field in table._meta.local_fields:
        if field.related_model and field.related_model._meta.label == settings.AUTH_USER_MODEL:
            named |= Q(**{field.attname: user_id})
    if not named:
        return None
    rows = rows_of(table, initiative).filter(named)
    return rows if rows.exists() else None


def _end_roles(linked: list[tuple[type[Scoped], models.QuerySet[Scoped]]]) -> Iterator[Struck]:
    for table, rows in linked:
        if table.goes_with_person:
            count = rows.count()
            rows.delete()
            yield Struck(table._meta.label_lower, "gone", count)
