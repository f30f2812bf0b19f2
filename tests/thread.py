"""A whole thread as a test needs it: shared stops, need, outcome, line, decision, programme and map."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samklang.methods.process.checklists import checklist
from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.services import (
    add_group,
    add_participant,
    add_plan_step,
    hold_session,
    plan_programme,
    record_output,
    start_programme,
)
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.services import (
    add_need,
    add_outcome,
    add_stakeholder,
    add_target_group,
    check_outcome,
    rank_outcomes,
)
from samklang.records.finance.services import add_grant
from samklang.records.initiative.enums import AgeBand, FigureUnit, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import AreaFigureDraft, add_area_figure, add_partner
from samklang.records.measurement.services import add_questionnaire, plan_follow_up
from samklang.records.people.permissions import system
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import evidence
from samklang.records.process.services import adopt_charter, make_decision, note_evidence, sign_letter, start_loop
from samklang.records.value.services import store_value_map

DAY = date(2026, 2, 3)
FIGURE = AreaFigureDraft("Befolkning", FigureUnit.PEOPLE, 2025, "Kommunen", Decimal(4100))
SMALLEST_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
EMPTY_REPORT = {
    "title": "T",
    "summary": "S",
    "place": "P",
    "author": "A",
    "language": "sv",
    "sections": [],
    "foot": "F",
}
MAP = """\
schema: value-map/1
title: Trygghet på torget
kind: evaluation
perspective: society
currency: SEK
price_year: 2024
discount: {rate: 0, timing: end}
inputs:
  - {stakeholder: Föreningen, kind: money, amount: 350000, source: budget 2024}
  - {stakeholder: Boende, kind: time, amount: 50000, source: 200 timmar à 250 kr}
outcomes:
  - id: trygghet
    stakeholder: Boende
    started: 80
    answered: 80
    improved: 56
    unit_value: {amount: 15000, unit: SEK/person/year, method: stated, source: Övning 6, price_year: 2024}
    counterfactual: {share: 0.20, basis: expert, source: Arbetsgruppen 14 mars}
    attribution_to_others: {share: 0.05, source: Fråga 12}
    closeness: {share: 0, source: Arbetsgruppen}
    displacement: {share: 0.10, source: Arbetsgruppen}
    duration_years: 1
    drop_off: 0
    starts: during
    sign: 1
"""


@dataclass(frozen=True)
class Thread:
    """Ids of what the thread is made of; decision is its number."""

    partner: int
    need: int
    outcome: int
    loop: int
    decision: int
    programme: int
    step: int
    map: int
    stakeholder: int
    target_group: int
    evidence: int
    output: int
    group: int
    participant: int
    session: int
    grant: int
    running: int
    running_step: int
    figure: int


def shared_stops(initiative: InitiativeRef) -> int:
    """Stops A–C with all they require; the id of the partner whose letter was signed."""
    noted = (
        ("workshop_held", "A"),
        ("residents_heard", "A"),
        ("workshop_held", "B"),
        ("concepts_defined", "B"),
        ("driver_checked", "C"),
        ("meeting_rhythm_set", "C"),
    )
    for kind, stop in noted:
        note_evidence(
            initiative=initiative, actor=system(), kind=kind, stop=stop, title=kind, loop_id=None, dated=DAY
        )
    for charter in CharterKind:
        adopt_charter(initiative=initiative, actor=system(), kind=charter, text="Vi gör det ihop.", adopted_on=DAY)
    partner = add_partner(initiative=initiative, actor=system(), name="Fastighets AB Eken", sector=Sector.HOUSING)
    sign_letter(initiative=initiative, actor=system(), partner_id=partner, text="En lokal", signed_on=DAY)
    return partner


def chosen_outcome(initiative: InitiativeRef) -> tuple[int, int]:
    """A need and an outcome that was checked and chosen; their ids."""
    need = add_need(
        initiative=initiative,
        actor=system(),
        title="Mörkt vid skolan",
        text="Många går omvägar.",
        grounds="Samtal",
        gap="Vi har inte frågat alla",
        seen_on=DAY,
    )
    outcome = add_outcome(
        initiative=initiative,
        actor=system(),
        need_id=need,
        title="Fler är trygga",
        phenomenon="Trygghet",
        indicator="Trygg ute",
        question="safe_01",
    )
    for check in checklist("prioritising"):
        check_outcome(
            initiative=initiative, actor=system(), outcome_id=outcome, check=check.id, holds=True, note="Ja"
        )
    rank_outcomes(initiative=initiative, actor=system(), order=[outcome], chosen=1)
    return need, outcome


def decided(initiative: InitiativeRef, loop: int) -> int:
    """A decision on a line; its number."""
    ground = next(row for row in evidence(initiative=initiative, actor=system()) if row.loop_id == loop)
    return make_decision(
        initiative=initiative,
        actor=system(),
        loop_id=loop,
        title="Ljus vid skolan",
        what="Lamporna byts.",
        reasons="Det är mörkt.",
        options=[{"title": "Ljus", "chosen": True}, {"title": "Kameror", "chosen": False}],
        decided_by="Styrgruppen",
        decided_on=DAY,
        ground_ids=[ground.id],
        anchored=[{"who": "Boenderådet", "words": "Ja"}],
        dissent=[{"who": "Butiken", "words": "Nej"}],
    )


def whole_thread(initiative: InitiativeRef) -> Thread:
    """Everything up to a planned programme and its value map."""
    partner = shared_stops(initiative)
    need, outcome = chosen_outcome(initiative)
    loop = start_loop(initiative=initiative, actor=system(), outcome_id=outcome, name="Trygg", started_on=DAY)
    number = decided(initiative, loop)
    programme = plan_programme(
        initiative=initiative,
        actor=system(),
        loop_id=loop,
        name="Kvällsöppet",
        purpose="Fler ute",
        starts_on=DAY,
        ends_on=DAY,
        working={partner: "Lokal"},
    )
    step = add_plan_step(
        initiative=initiative, actor=system(), programme_id=programme, text="Byt lampor", by_whom="AB", due_on=DAY
    )
    stored = store_value_map(initiative=initiative, actor=system(), programme_id=programme, name="Torget", text=MAP)
    board = add_stakeholder(
        initiative=initiative, actor=system(), name="Butiken", lean=Lean.BOTH, contact=2, influence=4
    )
    people = add_target_group(initiative=initiative, actor=system(), name="Unga")
    noted = next(row.id for row in evidence(initiative=initiative, actor=system()) if row.by_hand)
    money = add_grant(
        initiative=initiative,
        actor=system(),
        funder_id=partner,
        purpose="Kvällar",
        kronor=1000,
        begins_on=DAY,
        ends_on=DAY,
    )
    running, running_step, output, group, somebody, session = held(initiative, loop, partner)
    return Thread(
        partner,
        need,
        outcome,
        loop,
        number,
        programme,
        step,
        stored,
        board,
        people,
        noted,
        output,
        group,
        somebody,
        session,
        money,
        running,
        running_step,
        add_area_figure(initiative=initiative, actor=system(), draft=FIGURE),
    )


def held(initiative: InitiativeRef, loop: int, partner: int) -> tuple[int, int, int, int, int, int]:
    """A running programme with a step, a count, a group, somebody in its list and a session; their ids."""
    actor = system()
    programme = plan_programme(
        initiative=initiative,
        actor=actor,
        loop_id=loop,
        name="Samtal",
        purpose="Fler känner varandra",
        starts_on=DAY,
        ends_on=DAY,
        working={partner: ""},
    )
    asked = add_questionnaire(initiative=initiative, actor=actor, title="Läget i gruppen", items=["bel_01"])
    plan_follow_up(
        initiative=initiative,
        actor=actor,
        programme_id=programme,
        questionnaire_id=asked,
        when="Före och efter",
        compared_with="Ingen",
        responsible="Institutet",
    )
    start_programme(initiative=initiative, actor=actor, programme_id=programme)
    output = record_output(
        initiative=initiative,
        actor=actor,
        programme_id=programme,
        what="samtal",
        count=12,
        source="Listan",
        counted_on=DAY,
    )
    group = add_group(initiative=initiative, actor=actor, name="Tråden", programme_id=programme)
    somebody = listed(initiative, group, "Sol")
    session = hold_session(
        initiative=initiative,
        actor=actor,
        programme_id=programme,
        title="Träff",
        held_on=DAY,
        attended=9,
        group_id=group,
        came=[somebody],
    )
    step = add_plan_step(
        initiative=initiative, actor=actor, programme_id=programme, text="Ring", by_whom="AB", due_on=DAY
    )
    return programme, step, output, group, somebody, session


def listed(initiative: InitiativeRef, group: int, name: str) -> int:
    """Somebody who has agreed to stand in a group's list; their id."""
    return add_participant(
        initiative=initiative,
        actor=system(),
        group_id=group,
        name=name,
        age_band=AgeBand.ADULT,
        language="sv",
        how=AgreedHow.SPOKEN,
        agreed=True,
        agreed_on=DAY,
    )
