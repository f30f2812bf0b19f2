"""Answering reads what opening a wave really freezes."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.pages.respond.plain_browser import PlainBrowser
from tests.personas import member, new_initiative

from samklang.methods.measurement.questionnaire import questions
from samklang.records.initiative.enums import Role
from samklang.records.measurement.models import Response
from samklang.records.measurement.services import add_questionnaire, open_wave, plan_wave

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("band", ["13-14", "18+"])
def test_a_wave_with_our_own_questions_is_answered_to_the_end(language: str, band: str) -> None:
    initiative = new_initiative()
    leader, today = member(initiative, Role.PROCESS_LEADER), timezone.localdate()
    own = [one.id for one in questions(role="core") if one.kind in ("ordered", "nominal")][:20]
    asked = add_questionnaire(initiative=initiative, actor=leader, title="Trygghet", items=own)
    wave_id = plan_wave(
        initiative=initiative,
        actor=leader,
        questionnaire_id=asked,
        name="Läget 1",
        number=1,
        opens_on=today,
        closes_on=today + timedelta(days=7),
        code="ek4829",
    )
    open_wave(initiative=initiative, actor=leader, wave_id=wave_id)
    browser = PlainBrowser(f"/s/ek4829?lang={language}")
    assert len(gzip.compress(browser.response.content)) <= 14_000
    assert "{" not in browser.text
    browser.begin(band)
    browser.answer_all("97")
    browser.press("send")
    assert browser.response.status_code == 303
    thanks = PlainBrowser(browser.response["Location"])
    assert "112" in thanks.text
    (row,) = Response.objects.within(initiative)
    assert set(row.answers) <= set(own)
