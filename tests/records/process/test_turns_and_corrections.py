"""A line goes round again with empty stops; wordings are corrected beside what stood before."""

from __future__ import annotations

import pytest
from tests.personas import new_initiative
from tests.thread import DAY, whole_thread

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import NotAllowed, Refused, system
from samklang.records.process.models import Loop
from samklang.records.process.queries import decision, evidence, loop
from samklang.records.process.services import correct_decision, move_loop, note_evidence, take_back_evidence

pytestmark = pytest.mark.django_db
WORDS = {"title": "Ljus vid skolan", "what": "Lamporna byts i mars.", "reasons": "Det är mörkt."}


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def at_the_last_stop(initiative: InitiativeRef, loop_id: int) -> None:
    with act("test", initiative=initiative, actor=system()):
        Loop.objects.within(initiative).get(pk=loop_id).changed(at="6")


def test_from_evaluation_back_to_the_needs_a_new_turn_begins_with_the_need_alone(initiative: InitiativeRef) -> None:
    thread = whole_thread(initiative)
    at_the_last_stop(initiative, thread.loop)
    move_loop(initiative=initiative, actor=system(), loop_id=thread.loop, to="1", moved_on=DAY)
    row = loop(initiative=initiative, actor=system(), loop_id=thread.loop)
    assert (row.turn, row.at) == (2, "1")
    assert [stop.filled for stop in row.state.stops] == [1, 0, 0, 0, 0, 0]
    with pytest.raises(Refused):
        move_loop(initiative=initiative, actor=system(), loop_id=thread.loop, to="2", moved_on=DAY)


def test_going_back_a_few_stops_is_the_same_turn_and_empties_nothing(initiative: InitiativeRef) -> None:
    thread = whole_thread(initiative)
    at_the_last_stop(initiative, thread.loop)
    before = loop(initiative=initiative, actor=system(), loop_id=thread.loop)
    move_loop(initiative=initiative, actor=system(), loop_id=thread.loop, to="2", moved_on=DAY)
    after = loop(initiative=initiative, actor=system(), loop_id=thread.loop)
    assert (after.turn, [stop.filled for stop in after.state.stops]) == (
        1,
        [stop.filled for stop in before.state.stops],
    )


def test_a_correction_keeps_what_stood_there_before(initiative: InitiativeRef) -> None:
    thread = whole_thread(initiative)
    given = {"initiative": initiative, "actor": system(), "number": thread.decision}
    correct_decision(**given, **WORDS, decided_by="Styrgruppen", corrected_on=DAY)
    found = decision(**given)
    assert (found.what, [one["what"] for one in found.corrections]) == ("Lamporna byts i mars.", ["Lamporna byts."])
    assert (found.dissent[0]["words"], len(found.grounds)) == ("Nej", 1)
    with pytest.raises(Refused):
        correct_decision(**given, **WORDS, decided_by="Styrgruppen", corrected_on=DAY)


def test_what_was_written_by_hand_is_taken_back_and_what_happened_elsewhere_is_not(
    initiative: InitiativeRef,
) -> None:
    thread = whole_thread(initiative)
    given = {"initiative": initiative, "actor": system()}
    noted = note_evidence(**given, kind="gaps_recorded", stop="1", title="Fel", loop_id=thread.loop, dated=DAY)
    take_back_evidence(**given, evidence_id=noted)
    rows = {row.id: row for row in evidence(**given)}
    assert rows[noted].withdrawn is True
    with pytest.raises(NotAllowed):
        take_back_evidence(**given, evidence_id=noted)
    happened = next(row.id for row in rows.values() if row.kind == "decision_made")
    with pytest.raises(Refused):
        take_back_evidence(**given, evidence_id=happened)
