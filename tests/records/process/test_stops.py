"""Stops fill as evidence arrives, and trains move only when they may."""

from __future__ import annotations

import pytest
from tests.personas import member, new_initiative
from tests.thread import DAY, chosen_outcome, decided, shared_stops, whole_thread

from samklang.records.agenda.services import add_outcome, rank_outcomes
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import NotAllowed, Refused, system
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import charters, decision, evidence, letters, loop, loops, trunk
from samklang.records.process.services import (
    adopt_charter,
    make_decision,
    move_loop,
    note_evidence,
    sign_letter,
    start_loop,
    tell_what_became,
    withdraw_evidence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def a_loop(initiative: InitiativeRef) -> int:
    shared_stops(initiative)
    _need, outcome = chosen_outcome(initiative)
    return start_loop(initiative=initiative, actor=system(), outcome_id=outcome, name="Trygg", started_on=DAY)


def test_no_line_opens_before_the_shared_stops_have_what_they_require(initiative: InitiativeRef) -> None:
    _need, outcome = chosen_outcome(initiative)
    with pytest.raises(Refused, match="manifest"):
        start_loop(initiative=initiative, actor=system(), outcome_id=outcome, name="Trygg", started_on=DAY)
    assert loops(initiative=initiative, actor=system()) == []


def test_shared_stops_fill_and_a_reopened_one_keeps_its_old_version(initiative: InitiativeRef) -> None:
    shared_stops(initiative)
    state = trunk(initiative=initiative, actor=system())
    assert [(one.stop, one.missing) for one in state.stops] == [("A", ()), ("B", ()), ("C", ())]
    mission = CharterKind.MISSION
    assert adopt_charter(initiative=initiative, actor=system(), kind=mission, text="Ny", adopted_on=DAY) == 2
    rows = [row for row in charters(initiative=initiative, actor=system()) if row.kind == mission]
    assert [(row.version, row.text) for row in rows] == [(2, "Ny"), (1, "Vi gör det ihop.")]


def test_an_outcome_with_unanswered_checks_or_named_twice_is_not_ranked(initiative: InitiativeRef) -> None:
    shared_stops(initiative)
    need, chosen = chosen_outcome(initiative)
    parked = add_outcome(
        initiative=initiative, actor=system(), need_id=need, title="P", phenomenon="P", indicator="I"
    )
    with pytest.raises(Refused, match="4"):
        rank_outcomes(initiative=initiative, actor=system(), order=[chosen, parked], chosen=1)
    with pytest.raises(Refused):
        rank_outcomes(initiative=initiative, actor=system(), order=[chosen, chosen], chosen=1)


def test_a_train_stands_until_its_stop_has_what_it_requires_and_says_what_is_missing(
    initiative: InitiativeRef,
) -> None:
    row_id = a_loop(initiative)
    with pytest.raises(Refused):
        move_loop(initiative=initiative, actor=system(), loop_id=row_id, to="2", moved_on=DAY)
    for kind in ("gaps_recorded", "workshop_held", "workshop_held"):
        note_evidence(
            initiative=initiative, actor=system(), kind=kind, stop="1", title=kind, loop_id=row_id, dated=DAY
        )
    move_loop(initiative=initiative, actor=system(), loop_id=row_id, to="2", moved_on=DAY)
    assert loop(initiative=initiative, actor=system(), loop_id=row_id).at == "2"


def test_a_stop_can_not_be_jumped_over(initiative: InitiativeRef) -> None:
    row_id = a_loop(initiative)
    with pytest.raises(Refused):
        move_loop(initiative=initiative, actor=system(), loop_id=row_id, to="4", moved_on=DAY)
    with pytest.raises(Refused, match="1–6"):
        move_loop(initiative=initiative, actor=system(), loop_id=row_id, to="Z", moved_on=DAY)


def test_what_fills_in_by_itself_can_not_be_claimed_by_hand(initiative: InitiativeRef) -> None:
    row_id = a_loop(initiative)
    with pytest.raises(Refused):
        note_evidence(
            initiative=initiative,
            actor=system(),
            kind="wave_released",
            stop="5",
            title="Vi mätte",
            loop_id=row_id,
            dated=DAY,
        )


def test_a_decision_without_grounds_anchoring_or_a_choice_is_refused_and_nothing_is_stored(
    initiative: InitiativeRef,
) -> None:
    row_id = a_loop(initiative)
    ground = evidence(initiative=initiative, actor=system())[-1].id
    whole = {
        "initiative": initiative,
        "actor": system(),
        "loop_id": row_id,
        "title": "T",
        "what": "W",
        "reasons": "R",
        "options": [{"title": "A", "chosen": True}],
        "decided_by": "Styrgruppen",
        "decided_on": DAY,
        "ground_ids": [ground],
        "anchored": [{"who": "Boenderådet", "words": "Ja"}],
    }
    lacking = ({"ground_ids": []}, {"anchored": []}, {"options": [{"title": "A", "chosen": False}]})
    for less in lacking:
        with pytest.raises(Refused):
            make_decision(**{**whole, **less})  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        make_decision(**{**whole, "ground_ids": [999_999]})  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        decision(initiative=initiative, actor=system(), number=1)
    assert make_decision(**whole) == 1  # type: ignore[arg-type]


def test_a_decision_shows_its_grounds_its_dissent_and_what_became_of_it(initiative: InitiativeRef) -> None:
    row_id = a_loop(initiative)
    number = decided(initiative, row_id)
    tell_what_became(initiative=initiative, actor=system(), number=number, became="Lamporna byttes.", became_on=DAY)
    row = decision(initiative=initiative, actor=system(), number=number)
    assert (row.became, row.dissent[0]["who"], [one.title for one in row.grounds]) == (
        "Lamporna byttes.",
        "Butiken",
        ["Mörkt vid skolan"],
    )


def test_withdrawn_evidence_stays_in_sight_but_no_longer_fills_the_stop(initiative: InitiativeRef) -> None:
    row_id = a_loop(initiative)
    decided(initiative, row_id)
    before = loop(initiative=initiative, actor=system(), loop_id=row_id).state.stops[2].filled
    withdraw_evidence(initiative=initiative, actor=system(), ref="decision:1")
    after = loop(initiative=initiative, actor=system(), loop_id=row_id).state.stops[2].filled
    assert (before, after) == (2, 0)
    assert [row.withdrawn for row in evidence(initiative=initiative, actor=system()) if row.ref == "decision:1"] == [
        True,
        True,
    ]


def test_a_new_letter_leaves_the_old_one_as_an_earlier_version(initiative: InitiativeRef) -> None:
    partner = shared_stops(initiative)
    sign_letter(initiative=initiative, actor=system(), partner_id=partner, text="Två lokaler", signed_on=DAY)
    rows = letters(initiative=initiative, actor=system())
    assert [(row.text, row.current) for row in rows] == [("Två lokaler", True), ("En lokal", False)]


def test_a_loop_or_decision_of_another_initiative_is_not_found(initiative: InitiativeRef) -> None:
    other = new_initiative("almen")
    thread = whole_thread(other)
    for leader in (system(), member(initiative, Role.PROCESS_LEADER)):
        with pytest.raises(NotAllowed):
            loop(initiative=initiative, actor=leader, loop_id=thread.loop)
        with pytest.raises(NotAllowed):
            decision(initiative=initiative, actor=leader, number=thread.decision)
