"""Erase again whoever was erased after a back-up was made."""

from __future__ import annotations

from samklang.records.activities.queries import participants, visible_groups
from samklang.records.activities.services import forget_participant
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import every_initiative
from samklang.records.initiative.services import (
    erase_name,
    erase_person,
    runs_that_may_be_names,
    words_of,
)
from samklang.records.people.permissions import Refused, system
from samklang.records.people.queries import every_account
from samklang.records.people.services.erasure_ledger import NotedErasures
from samklang.records.people.services.spelling import spelled


def replay(noted: NotedErasures) -> int:
    """Erase everyone the lines name; how many that were."""
    if not noted.hashes:
        return 0
    again = 0
    for person in every_account(actor=system()):
        if noted.tell_of("account", person.email):
            # Somebody else may have come to lead since the back-up was made: there is nobody to wait for now.
            erase_person(actor=system(), email=person.email, even_the_last=True, noted=False)
            again += 1
    for initiative in every_initiative(actor=system()):
        again += _forget_participants(initiative, noted) + _erase_names(initiative, noted)
    return again


def _forget_participants(initiative: InitiativeRef, noted: NotedErasures) -> int:
    found = [
        (group.id, row.id)
        for group in visible_groups(initiative=initiative, actor=system())
        for row in participants(initiative=initiative, actor=system(), group_id=group.id)
        if noted.tell_of("participant", str(group.id), row.name)
    ]
    for group_id, participant_id in found:
        forget_participant(
            initiative=initiative, actor=system(), group_id=group_id, participant_id=participant_id, noted=False
        )
    return len(found)


def _erase_names(initiative: InitiativeRef, noted: NotedErasures) -> int:
    """The ledger knows names by their hash only, so every part of every text that may be one is tried."""
    found = {
        spelled(run): run
        for text in words_of(initiative)
        for run in runs_that_may_be_names(text, noted.longest)
        if noted.tell_of("name", str(initiative.id), run)
    }
    return sum(_erase_name(initiative, name) for name in found.values())


def _erase_name(initiative: InitiativeRef, name: str) -> int:
    try:
        erase_name(initiative=initiative, actor=system(), name=name, noted=False)
    except Refused:
        return 0  # a namesake in a group's list, who has not asked for it
    return 1
