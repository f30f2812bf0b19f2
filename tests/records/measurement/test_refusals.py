"""What planning, opening, reading and withdrawing refuse, each with its reason, and that nothing is stored then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.models import Questionnaire, Reading, Wave
from samklang.records.measurement.services import (
    add_questionnaire,
    close_wave,
    open_wave,
    plan_wave,
    record_reading,
    withdraw_release,
)
from samklang.records.people.permissions import Actor, NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope() -> dict[str, Any]:
    initiative: InitiativeRef = new_initiative()
    actor: Actor = member(initiative, Role.PROCESS_LEADER)
    return {"initiative": initiative, "actor": actor}


def planned(scope: dict[str, Any], **changes: Any) -> int:
    asked = add_questionnaire(**scope, title="Läget", items=["safe_01"])
    given = {"questionnaire_id": asked, "name": "Läget 1", "number": 1}
    given |= {"opens_on": date(2026, 1, 5), "closes_on": date(2026, 1, 30)}
    return plan_wave(**scope, **(given | changes))


def reason(do: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return str(refused.value)


def test_a_questionnaire_holds_at_least_one_question_that_exists(scope: dict[str, Any]) -> None:
    for items, word in (([], "minst en"), (["no_such_01"], "no_such_01"), (["instrument:nope"], "instrument:nope")):
        assert word in reason(lambda items=items: add_questionnaire(**scope, title="T", items=items))
    assert Questionnaire.objects.within(scope["initiative"]).count() == 0


def test_a_wave_has_known_questions_dates_in_order_and_a_plan_that_protects(scope: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed):
        planned(scope, questionnaire_id=999_999)
    assert "stänger innan den öppnar" in reason(lambda: planned(scope, closes_on=date(2026, 1, 4)))
    assert "10 or more" in reason(lambda: planned(scope, coalition=3))
    assert Wave.objects.within(scope["initiative"]).count() == 0


def test_a_wave_without_questions_in_the_initiatives_languages_is_not_opened(scope: dict[str, Any]) -> None:
    wave = planned(scope)
    with writing_in(scope["initiative"]):
        Questionnaire.objects.within(scope["initiative"]).get().changed(items=["instrument:gse"])
    assert "inga frågor" in reason(lambda: open_wave(**scope, wave_id=wave))
    assert Wave.objects.within(scope["initiative"]).get().state == "planned"


def test_a_reading_has_words_and_a_question_that_was_asked(scope: dict[str, Any]) -> None:
    wave = planned(scope)
    open_wave(**scope, wave_id=wave)
    close_wave(**scope, wave_id=wave)
    given = {**scope, "wave_id": wave, "read_on": date(2026, 2, 3)}
    assert "Skriv vad gruppen sade" in reason(lambda: record_reading(**given, text="  "))
    assert "ställdes inte" in reason(lambda: record_reading(**given, text="T", question="bel_01"))
    with pytest.raises(NotAllowed):
        record_reading(**(given | {"wave_id": 999_999}), text="T")
    assert Reading.objects.within(scope["initiative"]).count() == 0


def test_a_release_is_withdrawn_with_a_reason_and_once(scope: dict[str, Any]) -> None:
    wave = planned(scope)
    open_wave(**scope, wave_id=wave)
    with pytest.raises(NotAllowed):
        withdraw_release(**scope, wave_id=wave, reason="Fel fråga")
    close_wave(**scope, wave_id=wave)
    assert "varför" in reason(lambda: withdraw_release(**scope, wave_id=wave, reason=" "))
    withdraw_release(**scope, wave_id=wave, reason="Fel fråga")
    assert "redan" in reason(lambda: withdraw_release(**scope, wave_id=wave, reason="Fel fråga"))
