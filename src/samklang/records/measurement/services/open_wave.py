"""Open a wave: freeze its wordings and its plan, and take answers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.methods.measurement.wave_content import content_hash, freeze_content
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import controller_of
from samklang.records.initiative.services import act
from samklang.records.measurement.enums import Population, WaveState
from samklang.records.measurement.models import Wave
from samklang.records.measurement.permissions import check_may_open_wave
from samklang.records.people.permissions import Actor, NotAllowed, Refused

# What the area's people are split by; a group is one cell.
AREA_AXES = ("lives_here", "took_part", "age_band")


def open_wave(*, initiative: InitiativeRef, actor: Actor, wave_id: int) -> None:
    """Freeze and open a planned wave. Raises NotAllowed, or Refused with the reason."""
    with act("open_wave", initiative=initiative, actor=actor) as deed:
        rows = Wave.objects.within(initiative).select_for_update(of=("self",)).select_related("questionnaire")
        wave = rows.filter(pk=wave_id).first()
        if wave is None:
            raise NotAllowed
        check_may_open_wave(actor, initiative, wave)
        axes = AREA_AXES if wave.population == Population.AREA else ()
        content = freeze_content(
            items=wave.questionnaire.items,
            languages=initiative.languages,
            place=initiative.place.split(",")[0],
            asks_area=wave.population == Population.AREA,
            axes=axes,
            k=wave.plan["k"],
            coalition=wave.plan["coalition"],
            organisation=controller_of(initiative),
            results_on=wave.results_on,
        )
        if not content["questions"]:
            raise Refused(_("The questionnaire has no questions in the initiative's languages."))
        plan = {**wave.plan, "axes": list(axes)}
        wave.changed(state=WaveState.OPEN, content=content, content_hash=content_hash(content), plan=plan)
        deed.on("wave", wave.pk, wave.name)
