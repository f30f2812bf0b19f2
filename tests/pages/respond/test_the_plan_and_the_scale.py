"""What opening a wave freezes is what its first page tells: its plan, a scale's languages, its dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.personas import member, new_initiative

from samklang.methods.measurement.publication_plan import PART
from samklang.records.activities.services import add_group
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.models import Wave
from samklang.records.measurement.services import add_questionnaire, open_wave, plan_wave
from samklang.records.people.permissions import system

pytestmark = pytest.mark.django_db
AXES = ["lives_here", "took_part", "age_band"]


def opened(items: list[str], code: str = "ek4829", coalition: int = 1, group: bool = False) -> Wave:
    """A wave planned and opened as a process leader does it."""
    initiative: InitiativeRef = new_initiative(f"plats-{code}")
    leader, today = member(initiative, Role.PROCESS_LEADER), timezone.localdate()
    group_id = add_group(initiative=initiative, actor=system(), name="G", leader_ids=[]) if group else None
    wave = plan_wave(
        initiative=initiative,
        actor=leader,
        questionnaire_id=add_questionnaire(initiative=initiative, actor=leader, title="T", items=items),
        name="Läget 1",
        number=1,
        opens_on=today,
        closes_on=today + timedelta(days=7),
        code=code,
        coalition=coalition,
        group_id=group_id,
    )
    open_wave(initiative=initiative, actor=leader, wave_id=wave)
    return Wave.objects.within(initiative).get(pk=wave)


def told(wave: Wave, language: str = "sv", band: str = "18+") -> list[str]:
    """The plan's sentences in a consent text."""
    parts = wave.content["consent"][band][language]["more"]
    return str(next(part["body"] for part in parts if part["part"] == PART)).split("\n")


def test_the_plan_is_fixed_at_opening_and_told_in_plain_words_before_the_consent() -> None:
    wave = opened(["safe_01"], coalition=2)
    assert wave.plan == {"k": 8, "coalition": 2, "axes": AXES}
    sentences = told(wave)
    assert "Vi delar efter om man bor här, är med i aktiviteter och har fyllt 18." in sentences
    assert "Grupper med färre än 8 personer visar vi inte." in sentences
    assert "Inte ens 2 personer som jämför sina svar kan räkna ut andras." in sentences
    assert "Svar i frågans känsliga ände skyddar vi extra, som att känna sig otrygg." in sentences
    page = Client().get("/s/ek4829?lang=sv").content.decode()
    assert [sentence for sentence in sentences if sentence not in page] == []


def test_a_groups_plan_has_no_axes_and_says_so() -> None:
    wave = opened(["safe_01"], group=True)
    assert wave.plan["axes"] == []
    assert "Gruppens svar visas bara tillsammans." in told(wave)


@pytest.mark.parametrize("band", ["13-14", "15-17", "18+"])
@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_every_consent_text_tells_the_plan(language: str, band: str) -> None:
    assert len(told(opened(["safe_01"]), language, band)) == 10


def test_another_plan_is_another_version_of_the_consent() -> None:
    one, two = opened(["safe_01"]), opened(["safe_01"], "al4829", coalition=2)
    versions = [wave.content["consent"]["18+"]["sv"]["version"] for wave in (one, two)]
    assert versions[0] != versions[1]


def test_a_scale_is_left_out_where_nobody_has_published_it_and_the_first_page_says_so() -> None:
    opened(["safe_01", "instrument:rses"])
    found = {}
    for language in ("sv", "en", "ar"):
        page = Client().get(f"/s/ek4829?lang={language}").content.decode()
        found[language] = (page.count('data-step="q.rses_'), "Rosenberg" in page)
    assert found == {"sv": (10, False), "en": (10, False), "ar": (0, True)}


def test_the_first_page_is_drawn_anew_when_its_dates_change_and_never_with_an_old_token() -> None:
    wave = opened(["safe_01"])
    pages = [Client().get("/s/ek4829?lang=sv").content.decode() for _visit in range(2)]
    tokens = [set(re.findall(r'nonce="([^"]+)"', page)) for page in pages]
    assert [len(found) for found in tokens] == [1, 1]
    assert tokens[0] != tokens[1]
    assert pages[0].replace(tokens[0].pop(), "") == pages[1].replace(tokens[1].pop(), "")
    with writing_in(InitiativeRef(wave.initiative_id, "", "", "", ())):
        wave.changed(results_on=date(2031, 5, 4))
    assert "4 maj 2031" in Client().get("/s/ek4829?lang=sv").content.decode()
    assert "4 maj 2031" not in pages[0]


def test_two_surveys_with_the_same_questions_keep_their_own_addresses() -> None:
    opened(["safe_01"])
    opened(["safe_01"], "al4829")
    found = [f'data-code="{code}"' in Client().get(f"/s/{code}").content.decode() for code in ("ek4829", "al4829")]
    assert found == [True, True]


def test_a_code_typed_in_capitals_in_the_address_leads_to_the_survey() -> None:
    opened(["safe_01"])
    assert Client().get("/s/EK4829")["Location"] == "/s/ek4829"
