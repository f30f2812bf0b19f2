"""Store many answers at once: those given on paper and typed in, and the demo's."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import asdict

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.models import Response, Wave
from samklang.records.measurement.permissions import check_takes_answers
from samklang.records.measurement.services.answer_wave import Answer, check_answer
from samklang.records.people.permissions import Actor, NotAllowed


def store_answers(
    *, initiative: InitiativeRef, actor: Actor, wave_id: int, answers: Sequence[Answer], how: ConsentHow
) -> None:
    """Check and store answers in an open wave, all or none. System only.

    Raises NotAllowed, Refused with ``not_open`` or ``closed``, or AnswerInvalid. The wave's dates don't count: paper
    may be typed in later than it was filled in.
    """
    if not actor.is_system:
        raise NotAllowed
    with act("store_answers", initiative=initiative, actor=actor) as deed:
        # The lock keeps answers from slipping in behind a closing that has already read the rows.
        wave = Wave.objects.within(initiative).select_for_update().filter(pk=wave_id).first()
        if wave is None:
            raise NotAllowed
        check_takes_answers(wave)
        for answer in answers:
            check_answer(wave.content, answer)
        Response.objects.add_all(initiative, [_row(initiative, wave, answer, how) for answer in answers])
        deed.on("wave", wave.pk, wave.name)


def _row(initiative: InitiativeRef, wave: Wave, answer: Answer, how: ConsentHow) -> Response:
    fields = asdict(answer)
    band = fields.pop("age_band")
    return Response(
        initiative_id=initiative.id,
        key=uuid.uuid4(),
        wave=wave,
        consent_how=how,
        consent_age_band=band,
        **fields,
    )
