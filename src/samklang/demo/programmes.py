"""Four programmes: the evenings, the conversation groups, a directory that waits for its follow-up plan, a course."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from samklang.demo.personas import MAIN
from samklang.demo.place import Places
from samklang.records.activities.services import (
    add_plan_step,
    finish_plan_step,
    hold_session,
    plan_programme,
    record_output,
    start_programme,
)
from samklang.records.measurement.services import plan_follow_up
from samklang.records.people.permissions import system

PROGRAMMES = {
    "kväll": (
        "trygg",
        "Kvällsöppet",
        "Hallen är öppen till tio på vardagar, och vuxna värdar rör sig mellan torget och skolan.",
        date(2025, 4, 1),
        date(2026, 12, 18),
        (("Sundstads kommun", "Håller hallen öppen"), ("Ljungvallahem", "Ljus och skötsel")),
    ),
    "grupper": (
        "granne",
        "Samtalsgrupperna",
        "Fyra grupper träffas varannan vecka, äter tillsammans och pratar om det de själva väljer.",
        date(2025, 9, 1),
        date(2026, 12, 11),
        (("Föreningen Ljungan", "Leder två grupper"), ("Ljungvalla idrottsförening", "Leder två grupper")),
    ),
    "väg": (
        "väg",
        "Vägvisaren",
        "En katalog över all hjälp i Ljungvalla: vem den är för, när det är öppet och vilka språk som talas.",
        date(2027, 1, 18),
        date(2027, 12, 17),
        (("Vårdcentralen Ljungvalla", "Granskar innehållet"), ("Sundstads kommun", "Bibliotekets webbplats")),
    ),
    "vuxna": (
        "trygg",
        "Trygga vuxna",
        "Kurs för värdar, ledare och föräldrar: vad man gör när något händer, och vem man ringer då.",
        date(2025, 9, 15),
        date(2026, 12, 4),
        (("Ljungvalla idrottsförening", "Håller kurserna"), ("Ljungvallaskolan", "Bjuder in föräldrar")),
    ),
}
STEPS = {
    "kväll": (
        ("Byt lamporna längs gångvägen", "Ljungvallahem", date(2025, 5, 30), True),
        ("Utbilda tolv värdar", "Sundstads kommun", date(2025, 6, 13), True),
        ("Laga lamporna vid skolan", "Ljungvallahem", date(2027, 4, 30), False),
    ),
    "grupper": (
        ("Hitta ledare till fyra grupper", "Föreningen Ljungan", date(2025, 8, 15), True),
        ("Gå igenom Läget 3 med varje grupp", "Ledarna", date(2026, 6, 12), True),
        ("Bestäm vilka grupper som fortsätter", "Styrgruppen", date(2026, 12, 1), False),
    ),
    "väg": (
        ("Samla uppgifter från alla partner", "Vårdcentralen Ljungvalla", date(2026, 12, 15), False),
        ("Skriv uppföljningsplanen", "Institutet för lokal utveckling", date(2026, 12, 15), False),
    ),
    "vuxna": (
        ("Skriv kursen tillsammans med fältarbetarna", "Ljungvalla idrottsförening", date(2025, 9, 30), True),
        ("Lista över vem man ringer, i varje trapphus", "Ljungvallahem", date(2026, 2, 27), True),
        ("Tredje kursen, för föräldrar", "Ljungvallaskolan", date(2026, 12, 4), False),
    ),
}


def add_programmes(places: Places, loops: Mapping[str, int]) -> dict[str, int]:
    """The programmes with their action plans, none started; ids by key."""
    ids = {}
    for key, (loop, name, purpose, starts_on, ends_on, working) in PROGRAMMES.items():
        ids[key] = plan_programme(
            initiative=places.main,
            actor=system(),
            loop_id=loops[loop],
            name=name,
            purpose=purpose,
            starts_on=starts_on,
            ends_on=ends_on,
            working={places.partners[MAIN, partner]: part for partner, part in working},
        )
        for text, by_whom, due_on, done in STEPS[key]:
            step = add_plan_step(
                initiative=places.main,
                actor=system(),
                programme_id=ids[key],
                text=text,
                by_whom=by_whom,
                due_on=due_on,
            )
            if done:
                finish_plan_step(initiative=places.main, actor=system(), step_id=step, done_on=due_on)
    return ids


def start_programmes(places: Places, programmes: Mapping[str, int], asked: Mapping[str, int]) -> None:
    """Follow-up plans for three of them, which then start and hold what they hold."""
    plans = {
        "kväll": (
            "Före, och ett år efter",
            "Vi jämför dem som deltar med dem som inte gör det, före och efter. De som deltar har valt det själva, "
            "så det säger inte säkert vad som beror på oss.",
        ),
        "grupper": (
            "Läget vid start, efter fyra och åtta månader",
            "Vi jämför med ingen. Gruppens egen tolkning får säga vad som ligger bakom.",
        ),
        "vuxna": (
            "Samma frågor till alla i området, före och ett år efter",
            "Vi jämför med ingen. Vi räknar bara hur många som gått kursen.",
        ),
    }
    for key, (when, compared_with) in plans.items():
        plan_follow_up(
            initiative=places.main,
            actor=system(),
            programme_id=programmes[key],
            questionnaire_id=asked["grupper" if key == "grupper" else "kväll"],
            when=when,
            compared_with=compared_with,
            responsible="Institutet för lokal utveckling",
        )
        start_programme(initiative=places.main, actor=system(), programme_id=programmes[key])
    _hold(places, programmes["kväll"], "Öppen kväll i hallen", date(2025, 4, 3), 40, 38)
    _hold(places, programmes["vuxna"], "Kursdag", date(2025, 10, 4), 6, 17)
    for key, what, count, source in (
        ("kväll", "öppna kvällar", 412, "Kommunens bokning av hallen"),
        ("kväll", "utbildade värdar", 12, "Kursintyg"),
        ("grupper", "samtal med kurator", 31, "Vårdcentralens bokningar"),
        ("vuxna", "utbildade nyckelpersoner", 34, "Kursintyg"),
        ("vuxna", "trapphus med lista över vem man ringer", 22, "Ljungvallahems rundvandring"),
    ):
        record_output(
            initiative=places.main,
            actor=system(),
            programme_id=programmes[key],
            what=what,
            count=count,
            source=source,
            counted_on=date(2026, 10, 30),
        )


def _hold(places: Places, programme: int, title: str, first: date, times: int, people: int) -> None:
    """So many sessions every second week, with a number of visitors that goes up and down a little."""
    for place in range(times):
        hold_session(
            initiative=places.main,
            actor=system(),
            programme_id=programme,
            title=title,
            held_on=first + timedelta(days=14 * place),
            attended=people + (place * 7) % 11 - 5,
        )
