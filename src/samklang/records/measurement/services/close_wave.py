"""Close a wave: its answers become an audited release, once."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from typing import Any

from samklang.methods.disclosure.closing import close
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Row, manifest_hash
from samklang.methods.measurement.wave_content import NON_ANSWERS, asked_questions
from samklang.records.activities.queries import loop_of_group
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Release, Response, Wave
from samklang.records.measurement.permissions import check_may_close_wave
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.services import record_evidence

MONTHLY = 3


def close_wave(*, initiative: InitiativeRef, actor: Actor, wave_id: int) -> int | None:
    """Close, split, protect, audit and release; the release's id, or None when the audit stopped it.

    Raises NotAllowed, or Refused when somebody else was faster. The rows are written anew in random order.
    """
    with act("close_wave", initiative=initiative, actor=actor) as deed:
        wave = Wave.objects.within(initiative).select_for_update().filter(pk=wave_id).first()
        if wave is None:
            raise NotAllowed
        check_may_close_wave(actor, initiative, wave)
        responses = list(Response.objects.within(initiative).filter(wave_id=wave_id))
        closing = close(
            [disclosure_row(response, wave) for response in responses],
            axes(wave),
            asked_questions(wave.content),
            Plan(k=wave.plan["k"], coalition=wave.plan["coalition"]),
        )
        _shuffle(initiative, responses)
        deed.on("wave", wave.pk, wave.name)
        if not closing.audit.safe:
            wave.changed(state=WaveState.STOPPED)
            return None
        manifest = {**closing.release.as_manifest(), "wave": wave.code, "content_hash": wave.content_hash}
        wave.changed(state=WaveState.CLOSED)
        release = Release.objects.add(
            initiative,
            wave=wave,
            manifest=manifest,
            hash=manifest_hash(manifest),
            audit_margin=closing.audit.margin,
            programmes_solved=closing.audit.programmes_solved,
        )
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="wave_released",
            subject=f"wave:{wave.pk}",
            ref=f"wave:{wave.pk}",
            title=wave.name,
            hash=release.hash,
            loop_id=loop_of(initiative, wave),
            dated=wave.closes_on,
        )
    return int(release.pk)


def axes(wave: Wave) -> tuple[str, ...]:
    """What a wave's home cells are split by, as its plan fixed it at opening."""
    return tuple(wave.plan["axes"])


def loop_of(initiative: InitiativeRef, wave: Wave) -> int | None:
    """The loop a wave tells of: its group's; the area's waves tell of every loop."""
    return loop_of_group(initiative=initiative, group_id=wave.group_id) if wave.group_id else None


def disclosure_row(response: Response, wave: Wave) -> Row:
    """A response as disclosure control sees it. Non-answers are skips."""
    answers: Mapping[str, Any] = response.answers
    given = {name: None if code in NON_ANSWERS else code for name, code in answers.items()}
    labels = {
        "lives_here": "yes" if response.lives_here == "yes" else "no",
        "took_part": took_part(answers),
        "age_band": "18+" if response.consent_age_band == "18+" else "13-17",
    }
    return Row(tuple(labels[axis] for axis in axes(wave)), given)


def took_part(answers: Mapping[str, Any]) -> str:
    """Whether one joins activities at least once a month: yes, no, or not asked or not said."""
    often = answers.get("part_01")
    if often is None or often in NON_ANSWERS:
        return "not_said"
    return "yes" if often >= MONTHLY else "no"


def _shuffle(initiative: InitiativeRef, responses: list[Response]) -> None:
    """Write the rows anew in random order with new keys: nothing left tells who answered first, or from where."""
    Response.objects.within(initiative).filter(pk__in=[response.pk for response in responses]).delete()
    random.SystemRandom().shuffle(responses)
    for response in responses:
        response.pk = uuid.uuid4()
    Response.objects.add_all(initiative, responses)
