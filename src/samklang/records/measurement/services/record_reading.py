"""Write down what a group said lies behind its numbers."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import Reading, Release, Wave
from samklang.records.measurement.permissions import check_may_record_reading
from samklang.records.measurement.services.close_wave import loop_of
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence


def record_reading(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    wave_id: int,
    text: str,
    read_on: date,
    question: str = "",
    next_step: str = "",
) -> int:
    """Store a group's reading of a question, or of the whole wave; its id. Raises NotAllowed or Refused."""
    wave = Wave.objects.within(initiative).filter(pk=wave_id).first()
    if wave is None:
        raise NotAllowed
    check_may_record_reading(actor, initiative, wave)
    if not text.strip():
        raise Refused(_("Write what the group said, in a sentence or two."))
    asked = {one["id"] for one in wave.content.get("questions", [])}
    if question and question not in asked:
        raise Refused(_("That question was not asked in this wave."))
    release = Release.objects.within(initiative).get(wave_id=wave_id)
    with act("record_reading", initiative=initiative, actor=actor) as deed:
        reading = Reading.objects.add(
            initiative,
            release=release,
            question=question,
            text=text.strip(),
            next_step=next_step.strip(),
            read_on=read_on,
        )
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="reading_recorded",
            subject=f"wave:{wave.pk}",
            ref=f"wave:{wave.pk}",
            title=wave.name,
            loop_id=loop_of(initiative, wave),
            dated=read_on,
        )
        deed.on("reading", reading.pk, wave.name)
    return int(reading.pk)
