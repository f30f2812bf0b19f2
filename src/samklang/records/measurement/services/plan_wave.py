"""Plan a wave: whom it asks, when, and how its answers may leave."""

from __future__ import annotations

import secrets
from datetime import date

from django.utils.translation import gettext as _

from samklang.methods.disclosure.plan import Plan
from samklang.records.activities.queries import group as group_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.enums import Population
from samklang.records.measurement.models import Questionnaire, Wave
from samklang.records.measurement.permissions import check_may_run_wave
from samklang.records.people.permissions import Actor, NotAllowed, Refused

# No letter or digit that can be mistaken for another, and no vowels: a code never spells a word.
ALPHABET = "bcdfghjkmnpqrstvwxz23456789"


def new_code() -> str:
    """Six random signs: short enough for a poster, 387 million to guess among."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(6))


def plan_wave(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    questionnaire_id: int,
    name: str,
    number: int,
    opens_on: date,
    closes_on: date,
    results_on: date | None = None,
    group_id: int | None = None,
    coalition: int = 1,
    k: int = 8,
    code: str = "",
) -> int:
    """Plan a wave for the area, or for a group; its id. Raises NotAllowed, or Refused with the reason."""
    population = Population.AREA if group_id is None else Population.GROUP
    check_may_run_wave(actor, initiative, population, group_id)
    if group_id is not None:
        group_row(initiative=initiative, group_id=group_id)
    if not Questionnaire.objects.within(initiative).filter(pk=questionnaire_id).exists():
        raise NotAllowed
    if closes_on < opens_on:
        raise Refused(_("The wave closes before it opens. Choose a later closing date."))
    with act("plan_wave", initiative=initiative, actor=actor) as deed:
        wave = Wave.objects.add(
            initiative,
            questionnaire_id=questionnaire_id,
            name=name.strip(),
            number=number,
            population=population,
            group_id=group_id,
            code=code or new_code(),
            opens_on=opens_on,
            closes_on=closes_on,
            results_on=results_on,
            plan={"k": checked_plan(k, coalition).k, "coalition": coalition},
        )
        deed.on("wave", wave.pk, wave.name)
    return int(wave.pk)


def checked_plan(k: int, coalition: int) -> Plan:
    """The plan of publication. Raises Refused when k is too small for the coalition."""
    try:
        return Plan(k=k, coalition=coalition)
    except ValueError as error:
        raise Refused(str(error)) from None
