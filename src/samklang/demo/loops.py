"""Three loops at different stops, the decisions on them and the money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samklang.demo.personas import MAIN
from samklang.demo.place import Places
from samklang.records.finance.services import add_grant
from samklang.records.people.permissions import system
from samklang.records.process.queries import evidence
from samklang.records.process.services import (
    make_decision,
    move_loop,
    note_evidence,
    start_loop,
    tell_what_became,
)

COUNCIL = "Boenderådet i Ljungvalla"


@dataclass(frozen=True)
class DemoLoop:
    """A loop. noted: stop → kind and title, in order; days: when each stop was left."""

    key: str
    name: str
    started_on: date
    noted: tuple[tuple[str, str, str, date], ...]


LOOPS = (
    DemoLoop(
        "trygg",
        "Trygg på kvällen",
        date(2024, 11, 4),
        (
            ("1", "gaps_recorded", "Vi vet inte vilka som har slutat gå ut", date(2024, 11, 20)),
            ("1", "workshop_held", "Workshop om kartan över otrygga platser", date(2024, 11, 27)),
            ("1", "workshop_held", "Workshop om bostadsbolagets rundvandring", date(2024, 12, 11)),
            ("2", "logic_model_filled", "Effektlogik för trygga kvällar", date(2025, 1, 15)),
            ("2", "outcomes_ranked", "Rangordnat av sju partner, lika i sex av dem", date(2025, 1, 22)),
            ("2", "activities_proposed", "Fem förslag: ljus, hall, värdar, nattvandring, kameror", date(2025, 1, 22)),
            ("2", "follow_up_sketched", "Fråga alla före och ett år efter", date(2025, 1, 29)),
            ("3", "residents_told", "Affisch i alla trapphus och möte i hallen", date(2025, 2, 20)),
            ("4", "budget_set", "350 000 kr och 200 timmar av boendes tid", date(2025, 2, 25)),
        ),
    ),
    DemoLoop(
        "granne",
        "Någon att be om hjälp",
        date(2025, 2, 10),
        (
            ("1", "gaps_recorded", "Vi har inte hört dem som bara talar andra språk än tre", date(2025, 2, 24)),
            ("1", "workshop_held", "Workshop i tvättstugan på Ljungvägen", date(2025, 3, 11)),
            ("1", "workshop_held", "Workshop på vårdcentralen", date(2025, 3, 25)),
            ("2", "logic_model_filled", "Effektlogik för samtalsgrupperna", date(2025, 4, 29)),
            ("2", "outcomes_ranked", "Rangordnat av åtta partner", date(2025, 4, 29)),
            ("2", "activities_proposed", "Samtalsgrupper, gårdsfester, språkkafé", date(2025, 5, 6)),
            ("2", "follow_up_sketched", "Läget tre gånger i varje grupp", date(2025, 5, 6)),
            ("3", "residents_told", "Brev på fyra språk", date(2025, 6, 10)),
            ("4", "budget_set", "620 000 kr om året", date(2025, 6, 17)),
        ),
    ),
    DemoLoop(
        "väg",
        "Rätt väg direkt",
        date(2025, 9, 16),
        (
            ("1", "gaps_recorded", "Vi vet inte vilka som gav upp", date(2025, 9, 30)),
            ("1", "workshop_held", "Workshop om vårdcentralens 60 besök", date(2025, 10, 14)),
            ("1", "workshop_held", "Workshop med unga på fritidsgården", date(2025, 10, 28)),
            ("2", "logic_model_filled", "Effektlogik för Vägvisaren", date(2026, 1, 20)),
            ("2", "outcomes_ranked", "Tre utfall rangordnade, två vilar", date(2026, 2, 3)),
            ("2", "activities_proposed", "Katalog över hjälpen, på webben och på papper", date(2026, 2, 17)),
            ("2", "follow_up_sketched", "Fråga dem som sökt hjälp, före och efter", date(2026, 2, 17)),
            ("3", "residents_told", "Möte på biblioteket", date(2026, 9, 29)),
        ),
    ),
)


@dataclass(frozen=True)
class DemoDecision:
    """A decision of the demo. loop: none for the whole initiative; grounds: titles of the evidence it rests on."""

    loop: str
    title: str
    what: str
    reasons: str
    options: tuple[tuple[str, bool], ...]
    decided_on: date
    grounds: tuple[str, ...]
    said: str
    dissent: tuple[Mapping[str, str], ...] = ()
    became: str = ""


DECISIONS = (
    DemoDecision(
        "trygg",
        "Hallen öppen till tio och ljus längs gångvägen",
        "Kommunen håller hallen öppen till klockan tio på vardagar, och Ljungvallahem byter lamporna vid skolan.",
        "Folk ute gör andra trygga. Kameror valdes bort: de flyttar problemen och kostar mer.",
        (("Hall och ljus", True), ("Kameror vid torget", False), ("Nattvandring varje kväll", False)),
        date(2025, 2, 18),
        ("Workshop om kartan över otrygga platser", "Effektlogik för trygga kvällar"),
        "Ja, men lamporna först. Och fråga oss som bor närmast hallen.",
        (
            {
                "who": "Butikerna vid torget",
                "words": "Vi ville ha kameror. Hallen drar folk, men också skräp.",
            },
        ),
        "Hallen öppnade i april 2025. Lamporna byttes, men gick sönder i oktober och lagas våren 2027.",
    ),
    DemoDecision(
        "granne",
        "Fyra samtalsgrupper ett år",
        "Föreningen Ljungan och idrottsföreningen leder fyra grupper som träffas varannan vecka i ett år.",
        "Grupperna når dem som inte kommer på fester. Språkkaféet prövas nästa år.",
        (("Samtalsgrupper", True), ("Gårdsfester", False), ("Språkkafé", False)),
        date(2025, 6, 3),
        ("Workshop i tvättstugan på Ljungvägen", "Effektlogik för samtalsgrupperna"),
        "Bra, om ledarna får betalt och grupperna själva väljer dag.",
        (),
        "Alla fyra grupperna pågår. En är för liten för att något ska kunna visas om den.",
    ),
    DemoDecision(
        "",
        "Så räknar vi vad kvällarna är värda",
        "Arbetsgruppens antaganden av den 14 mars och den 21 april gäller i våra värdekartor tills vi vet mer.",
        "Vi vet inte säkert vad som hade hänt ändå. Hellre ett antagande som alla kan se än ett som ingen ser.",
        (("Räkna, och visa antagandena", True), ("Vänta tills det finns en annan plats att jämföra med", False)),
        date(2026, 4, 28),
        ("Checklistan för drivande aktör, genomgången med boenderådet",),
        "Räkna, men säg också vad de som bor närmast hallen förlorar.",
        (
            {
                "who": "Ljungvallaskolan",
                "words": "Trygghet går inte att sätta pris på. Siffran är bra att prata om, inte att skryta med.",
            },
        ),
    ),
    DemoDecision(
        "väg",
        "Vägvisaren: en katalog över hjälpen",
        "Partnerna gör tillsammans en katalog över all hjälp i Ljungvalla, på webben och på papper.",
        "Två av tre som skickades runt hade fått rätt dörr av en katalog. De andra utfallen vilar till nästa år.",
        (("En katalog", True), ("En lots på biblioteket", False)),
        date(2026, 9, 22),
        ("Workshop om vårdcentralens 60 besök", "Tre utfall rangordnade, två vilar"),
        "Gör den på fem språk, och lova inte mer än den kan.",
        ({"who": "Vårdcentralen Ljungvalla", "words": "En lots hade gjort mer nytta än en katalog."},),
    ),
)


def add_loops(places: Places, outcomes: Mapping[str, int]) -> dict[str, int]:
    """The loops with what has been noted on them, their decisions and grants; ids by key."""
    ids = {}
    for one in LOOPS:
        ids[one.key] = start_loop(
            initiative=places.main,
            actor=system(),
            outcome_id=outcomes[one.key],
            name=one.name,
            started_on=one.started_on,
        )
        for stop, kind, title, dated in one.noted:
            note_evidence(
                initiative=places.main,
                actor=system(),
                kind=kind,
                stop=stop,
                title=title,
                loop_id=ids[one.key],
                dated=dated,
            )
    for decision in DECISIONS:
        _decide(places, decision, ids.get(decision.loop))
    add_grants(places, ids)
    return ids


def _decide(places: Places, one: DemoDecision, loop_id: int | None) -> None:
    known = evidence(initiative=places.main, actor=system())
    number = make_decision(
        initiative=places.main,
        actor=system(),
        loop_id=loop_id,
        title=one.title,
        what=one.what,
        reasons=one.reasons,
        options=[{"title": title, "chosen": chosen} for title, chosen in one.options],
        decided_by="Styrgruppen",
        decided_on=one.decided_on,
        ground_ids=[row.id for row in known if row.title in one.grounds],
        anchored=[{"who": COUNCIL, "words": one.said}],
        dissent=one.dissent,
    )
    if one.became:
        tell_what_became(
            initiative=places.main,
            actor=system(),
            number=number,
            became=one.became,
            became_on=date(2026, 10, 13),
        )


def add_grants(places: Places, loops: Mapping[str, int]) -> None:
    """What the foundation and the municipality pay."""
    rows: Sequence[dict[str, Any]] = (
        {
            "funder_id": places.partners[MAIN, "Stiftelsen Gryning"],
            "purpose": "Det gemensamma arbetet i tre år",
            "kronor": 4_560_000,
            "begins_on": date(2024, 10, 1),
            "ends_on": date(2027, 9, 30),
            "loop_id": loops["granne"],
        },
        {
            "funder_id": places.partners[MAIN, "Sundstads kommun"],
            "purpose": "Hallen öppen på kvällar",
            "kronor": 350_000,
            "begins_on": date(2025, 3, 1),
            "ends_on": date(2026, 2, 28),
            "loop_id": loops["trygg"],
        },
    )
    for row in rows:
        add_grant(initiative=places.main, actor=system(), **row)


def move_trains(places: Places, loops: Mapping[str, int]) -> None:
    """Each train to where it stands, stop by stop: the first to its evaluation, the last waits at the financing."""
    days = {
        "trygg": (date(2024, 12, 18), date(2025, 2, 4), date(2025, 2, 24), date(2025, 3, 3), date(2026, 4, 13)),
        "granne": (date(2025, 4, 1), date(2025, 5, 13), date(2025, 6, 17), date(2025, 9, 1)),
        "väg": (date(2025, 11, 4), date(2026, 3, 3), date(2026, 10, 6)),
    }
    for key, moves in days.items():
        for to, moved_on in enumerate(moves, 2):
            move_loop(initiative=places.main, actor=system(), loop_id=loops[key], to=str(to), moved_on=moved_on)
