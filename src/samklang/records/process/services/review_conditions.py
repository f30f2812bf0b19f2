"""Write down how the partners judge that the work stands on the six conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samklang.methods.process.standing import Grade, UnknownCheck, stand_on_conditions
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import ConditionsReview
from samklang.records.process.permissions import check_may_lead_process


def review_conditions(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    grades: Mapping[str, Sequence[Grade]],
    why: str,
    reviewed_by: str,
    reviewed_on: date,
) -> int:
    """Store the review; its id. Raises NotAllowed, also for an unknown condition; Refused when it says nothing."""
    check_may_lead_process(actor, initiative)
    try:
        standing = stand_on_conditions(grades)
    except UnknownCheck:
        raise NotAllowed from None
    if not any(one.graded for one in standing):
        raise Refused(_("Grade at least one question."))
    if not why.strip() or not reviewed_by.strip():
        raise Refused(_("Say who judged, and what they saw. A grade without reasons can't be talked about."))
    with act("review_conditions", initiative=initiative, actor=actor) as deed:
        row = ConditionsReview.objects.add(
            initiative,
            grades={name: list(given) for name, given in grades.items()},
            why=why.strip(),
            reviewed_by=reviewed_by.strip(),
            reviewed_on=reviewed_on,
        )
        deed.on("conditions_review", row.pk, row.reviewed_by)
    return int(row.pk)
