"""Four groups with Läget 1-3: two large enough for anyone to read of, one for its leader only, one too small."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from samklang.demo import truth
from samklang.demo.personas import MAIN
from samklang.demo.place import Places
from samklang.demo.survey import answered, planned
from samklang.demo.world import group
from samklang.records.activities.services import add_group
from samklang.records.measurement.services import add_questionnaire, record_reading
from samklang.records.people.permissions import system

GROUP_ITEMS = ("bel_01", "safe_01", "trust_01", "demo_01", "demo_02", "health_01")
WAVES = (
    ("Läget 1", date(2025, 9, 8), 0.0),
    ("Läget 2", date(2026, 1, 19), 0.35),
    ("Läget 3", date(2026, 5, 18), 0.6),
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
        for number, (name, opens_on, gain) in enumerate(WAVES, 1):
            code = f"{one.key}laget{number}"
            wave_id = planned(initiative, asked, f"{name}, {one.name}", number, opens_on, code, group_id)
            answered(rng, initiative, wave_id, group(rng, one.sizes[number - 1], one.wellbeing + gain))
            if one.key == "t":
                _read(places, wave_id, number)


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
