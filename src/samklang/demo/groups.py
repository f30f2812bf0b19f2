"""Four groups with Läget 1-3: two large enough for anyone to read of, one for its leader only, one too small."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.utils import timezone

from samklang.demo import truth
from samklang.demo.personas import MAIN
from samklang.demo.place import Places
from samklang.demo.survey import answered, planned, store
from samklang.demo.world import group
from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.services import add_group, add_participant, hold_session
from samklang.records.initiative.enums import AgeBand
from samklang.records.measurement.services import add_questionnaire, open_wave, plan_wave, record_reading
from samklang.records.people.permissions import system

GROUP_ITEMS = ("bel_01", "safe_01", "trust_01", "demo_01", "demo_02", "health_01")
WAVES = (
    ("Läget 1", date(2025, 9, 8), 0.0),
    ("Läget 2", date(2026, 1, 19), 0.35),
    ("Läget 3", date(2026, 5, 18), 0.6),
)


ANSWERED_SO_FAR = 9

TIMES = 14
LISTED = "t"
# Names people wanted to be called by, all invented.
NAMES = (
    ("Myran", "sv"),
    ("Sol", "sv"),
    ("Kaptenen", "sv"),
    ("Nour i trean", "ar"),
    ("Bosse B", "sv"),
    ("Ayaan", "so"),
)


@dataclass(frozen=True)
class DemoGroup:
    """A group. sizes: how many answer each time."""

    key: str
    name: str
    leader: str
    partner: str
    sizes: tuple[int, int, int]
    wellbeing: float


GROUPS = (
    DemoGroup("t", "Samtalsgruppen Tråden", "jonas", "Föreningen Ljungan", (23, 21, 19), -0.4),
    DemoGroup("u", "Unga ledare", "jonas", "Föreningen Ljungan", (16, 15, 14), 0.1),
    DemoGroup("f", "Flickor i hallen", "noor", "Ljungvalla idrottsförening", (11, 10, 9), -0.2),
    DemoGroup("k", "Kvällscirkeln", "noor", "Ljungvalla idrottsförening", (7, 7, 6), -0.1),
)


def add_group_questionnaire(places: Places) -> int:
    """What every group is asked; its id."""
    return add_questionnaire(
        initiative=places.main,
        actor=system(),
        title="Läget i gruppen",
        purpose="Hur det är för oss just nu. Vi går igenom svaren tillsammans.",
        items=GROUP_ITEMS,
    )


def add_groups(places: Places, people: dict[str, int], asked: int, programme: int) -> None:
    """The groups of a programme, their three waves each, and what one of them said."""
    rng = np.random.default_rng(truth.SEED + 1)
    initiative = places.main
    for one in GROUPS:
        group_id = add_group(
            initiative=initiative,
            actor=system(),
            name=one.name,
            leader_ids=[people[one.leader]],
            partner_id=places.partners[MAIN, one.partner],
            programme_id=programme,
        )
        _meet(places, programme, group_id, one)
        for number, (name, opens_on, gain) in enumerate(WAVES, 1):
            code = f"{one.key}laget{number}"
            wave_id = planned(initiative, asked, f"{name}, {one.name}", number, opens_on, code, group_id)
            answered(rng, initiative, wave_id, group(rng, one.sizes[number - 1], one.wellbeing + gain))
            if one.key == "t":
                _read(places, wave_id, number)
        if one.key == "t":
            _open_now(places, group_id)


def _open_now(places: Places, group_id: int) -> None:
    """The group is asked again, now with a scale; languages nobody has published it in leave that block out."""
    initiative, today = places.main, timezone.localdate()
    asked = add_questionnaire(
        initiative=initiative,
        actor=system(),
        title="Läget i gruppen, med självkänsla",
        purpose="Samma frågor som förut, och Rosenbergs självkänsleskala på svenska och engelska.",
        items=(*GROUP_ITEMS, "instrument:rses"),
    )
    wave_id = plan_wave(
        initiative=initiative,
        actor=system(),
        questionnaire_id=asked,
        name="Läget 4, Samtalsgruppen Tråden",
        number=4,
        opens_on=today - timedelta(days=3),
        closes_on=today + timedelta(days=30),
        results_on=today + timedelta(days=40),
        group_id=group_id,
        code="tlaget4",
    )
    open_wave(initiative=initiative, actor=system(), wave_id=wave_id)
    people = group(np.random.default_rng(truth.SEED + 2), ANSWERED_SO_FAR, 0.4)
    store(np.random.default_rng(truth.SEED + 3), initiative, wave_id, people)


def _meet(places: Places, programme: int, group_id: int, one: DemoGroup) -> None:
    """Every second week for a year. In one group some have agreed to stand in a list by name."""
    initiative, listed = places.main, []
    if one.key == LISTED:
        listed = [
            add_participant(
                initiative=initiative,
                actor=system(),
                group_id=group_id,
                name=name,
                age_band=AgeBand.ADULT,
                language=language,
                how=AgreedHow.SPOKEN,
                agreed=True,
                agreed_on=date(2025, 9, 10),
            )
            for name, language in NAMES
        ]
    for place in range(TIMES):
        hold_session(
            initiative=initiative,
            actor=system(),
            programme_id=programme,
            title=f"{one.name} träffas",
            held_on=date(2025, 9, 10) + timedelta(days=14 * place),
            attended=max(len(listed), one.sizes[min(place // 5, 2)] - place % 3),
            group_id=group_id,
            came=[person for turn, person in enumerate(listed) if (turn + place) % 4],
        )


def _read(places: Places, wave_id: int, number: int) -> None:
    said = {
        1: (
            "Vi litar inte på att det vi säger tas vidare. Det har frågats förr.",
            "Vi bjuder in kommunens tjänstemän till nästa träff.",
        ),
        2: ("Det är lättare att komma nu när vi känner varandra.", "Vi byter till onsdagar, så att fler kan."),
        3: (
            "Vi litar mindre på politikerna nu, för vi vet hur besluten tas. Nu vet vi var vi ska fråga.",
            "Två av oss går med i boenderådet.",
        ),
    }
    text, next_step = said[number]
    record_reading(
        initiative=places.main,
        actor=system(),
        wave_id=wave_id,
        question="demo_01" if number == 3 else "",
        read_on=WAVES[number - 1][1].replace(day=28),
        text=text,
        next_step=next_step,
    )
