"""Put questions together."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samklang.methods.measurement.wave_content import asked_twice, unknown_items
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import Questionnaire
from samklang.records.measurement.permissions import check_may_add_questionnaire
from samklang.records.people.permissions import Actor, Refused


def add_questionnaire(
    *, initiative: InitiativeRef, actor: Actor, title: str, items: Sequence[str], purpose: str = ""
) -> int:
    """Store which questions are asked, by identifier and in order; its id. Raises NotAllowed or Refused."""
    check_may_add_questionnaire(actor, initiative)
    chosen = list(dict.fromkeys(items))
    if not chosen:
        raise Refused(_("Choose at least one question."))
    if unknown := unknown_items(chosen):
        raise Refused(_("There are no questions called %(names)s.") % {"names": ", ".join(unknown)})
    if twice := asked_twice(chosen):
        raise Refused(
            _("The same question stands twice: %(names)s. Take it out on its own, or take out the scale that has it.")
            % {"names": ", ".join(twice)}
        )
    with act("add_questionnaire", initiative=initiative, actor=actor) as deed:
        row = Questionnaire.objects.add(initiative, title=title.strip(), purpose=purpose.strip(), items=chosen)
        deed.on("questionnaire", row.pk, row.title)
    return int(row.pk)
