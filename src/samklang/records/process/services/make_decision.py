"""Write down a decision: what, between what, on which grounds, anchored with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import Decision, DecisionGround, Evidence, Loop
from samklang.records.process.permissions import check_may_lead_process
from samklang.records.process.services.record_evidence import record_evidence

Said = Mapping[str, str]


def make_decision(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    title: str,
    what: str,
    reasons: str,
    options: Sequence[Mapping[str, Any]],
    decided_by: str,
    decided_on: date,
    ground_ids: Sequence[int],
    anchored: Sequence[Said],
    dissent: Sequence[Said] = (),
    loop_id: int | None = None,
) -> int:
    """Store a decision; its number. Raises NotAllowed for an unknown loop or ground, or Refused with what is missing.

    options: ``{"title", "chosen"}``; anchored, dissent: ``{"who", "words"}``.
    """
    check_may_lead_process(actor, initiative)
    _check_whole(ground_ids, anchored, options)
    known = Loop.objects.within(initiative).filter(pk=loop_id).exists()
    if loop_id is not None and not known:
        raise NotAllowed
    with act("make_decision", initiative=initiative, actor=actor) as deed:
        wanted = set(ground_ids)
        found = Evidence.objects.within(initiative).filter(pk__in=wanted, withdrawn_on__isnull=True)
        if found.count() != len(wanted):
            raise NotAllowed
        in_turn(initiative)
        number = Decision.objects.within(initiative).count() + 1
        row = Decision.objects.add(
            initiative,
            number=number,
            loop_id=loop_id,
            title=title.strip(),
            what=what,
            reasons=reasons,
            options=[dict(one) for one in options],
            decided_by=decided_by,
            decided_on=decided_on,
            anchored=[dict(one) for one in anchored],
            dissent=[dict(one) for one in dissent],
        )
        for evidence_id in sorted(wanted):
            DecisionGround.objects.add(initiative, decision=row, evidence_id=evidence_id)
        _let_the_stop_know(initiative, actor, row)
        deed.on("decision", number, row.title)
    return number


def _check_whole(grounds: Sequence[int], anchored: Sequence[Said], options: Sequence[Mapping[str, Any]]) -> None:
    """Raise Refused for a decision that can't be traced or that nobody was asked about."""
    if not grounds:
        raise Refused(_("A decision needs grounds. Choose at least one row of evidence it rests on."))
    if not [one for one in anchored if one.get("who") and one.get("words")]:
        raise Refused(_("Say with whom the decision was anchored, and what they said."))
    if len([one for one in options if one.get("chosen")]) != 1:
        raise Refused(_("Mark the one option that was chosen. What was left out stays visible."))


def _let_the_stop_know(initiative: InitiativeRef, actor: Actor, row: Decision) -> None:
    if row.loop_id is None:
        return
    for kind, title in (("anchored", row.anchored[0]["who"]), ("decision_made", row.title)):
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind=kind,
            subject=f"decision:{row.number}",
            ref=f"decision:{row.number}",
            title=title,
            loop_id=row.loop_id,
            stop="3",
            dated=row.decided_on,
        )
