"""What Ljungvalla lacks, whom it is about, and what the partners want to see change."""

from __future__ import annotations

from datetime import date

from samklang.demo.place import Places
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.services import (
    add_need,
    add_outcome,
    add_stakeholder,
    add_target_group,
    check_outcome,
    rank_outcomes,
)
from samklang.records.people.permissions import system

GROUPS = (
    ("Vuxna som bor ensamma", "Många har flyttat hit de senaste åren och känner få på gården.", 640),
    ("Unga 13–19 år", "Går i skolan i Ljungvalla eller inne i Sundstad.", 710),
    ("Föräldrar till små barn", "Vistas ute på gårdar och torg på dagarna.", 890),
)
NEEDS = (
    (
        "mörkt",
        "Det känns otryggt mellan torget och skolan på kvällen",
        "Många går omvägar eller stannar hemma när det är mörkt. Hallen och biblioteket står tomma efter sju.",
        "Baslinjen 2025, bostadsbolagets rundvandring i november 2024 och två samtal med boenderådet.",
        "Vi vet lite om dem som har slutat gå ut helt. De svarar sällan på enkäter.",
        "Föräldrar till små barn",
        date(2024, 11, 20),
    ),
    (
        "ensam",
        "Grannar känner inte varandra",
        "Den som behöver hjälp en kväll vet inte vem man kan ringa på hos. Det drabbar mest dem som bor ensamma.",
        "Baslinjen 2025 och femton samtal i tvättstugor och på vårdcentralen.",
        "Samtalen hölls på svenska, arabiska och somaliska. Andra språk saknas.",
        "Vuxna som bor ensamma",
        date(2025, 2, 10),
    ),
    (
        "vart",
        "Få vet vart de kan vända sig",
        "Det finns hjälp hos kommun, vård och föreningar, men den som söker skickas runt.",
        "Vårdcentralens genomgång av 60 besök och boenderådets möte i september 2025.",
        "Genomgången visar vilka som hittade fram, inte vilka som gav upp.",
        "Unga 13–19 år",
        date(2025, 9, 16),
    ),
)
OUTCOMES = (
    ("mörkt", "trygg", "Fler känner sig trygga ute på kvällen", "Trygghet", "Trygg ute när det är mörkt", "safe_01"),
    ("ensam", "granne", "Fler känner grannar de kan be om hjälp", "Gemenskap", "Känner att man hör hemma", "bel_01"),
    ("vart", "väg", "Fler vet vart de ska vända sig", "Tilltro", "Litar på att få hjälp", "trust_01"),
    ("vart", "språk", "Fler får hjälp på sitt eget språk", "Språk", "Andel möten med tolk, räknas av partnerna", ""),
    ("ensam", "gård", "Gårdarna används på vardagar", "Mötesplatser", "Räkning av besök på tre gårdar", ""),
)
CHECKS = {
    "trygg": (True, True, True, True),
    "granne": (True, True, True, True),
    "väg": (True, True, True, True),
    "språk": (True, True, True, False),
    "gård": (False, True, True, True),
}
NOTES = {
    "urgent": {True: "Kom först i två av tre samtal.", False: "Nämndes, men sällan först."},
    "goal": {True: "Leder rakt till målet i missionen.", False: "Hänger ihop med målet, men på omvägar."},
    "follow_up": {True: "Går att fråga eller räkna två gånger.", False: "Vi vet inte hur det ska mätas."},
    "power": {True: "Partnerna rår på det tillsammans.", False: "Tolkar beställs av staten och regionen."},
}
STAKEHOLDERS = (
    ("Boende i Ljungvalla", "Vill kunna vara ute och känna dem de möter.", Lean.GAINS, 4, 3),
    ("Butikerna vid torget", "Fler kunder på kvällen, mer att städa.", Lean.BOTH, 2, 3),
    ("Boende närmast hallen", "Mer ljud på kvällarna.", Lean.LOSES, 3, 2),
    ("Sundstads kommun", "Färre ärenden som går runt mellan förvaltningar.", Lean.GAINS, 4, 5),
    ("Ljungvallahem", "Färre flyttar och mindre skadegörelse.", Lean.GAINS, 5, 5),
    ("Polisområde Sundstad", "Vill ha fler ögon på gatan, men har få som kan komma.", Lean.GAINS, 2, 4),
)


def add_agenda(places: Places) -> dict[str, int]:
    """Needs, outcomes with their checks and ranking, and stakeholders; the outcomes' ids by key."""
    initiative, actor = places.main, system()
    groups = {
        name: add_target_group(initiative=initiative, actor=actor, name=name, about=about, size=size)
        for name, about, size in GROUPS
    }
    needs = {
        key: add_need(
            initiative=initiative,
            actor=actor,
            title=title,
            text=text,
            grounds=grounds,
            gap=gap,
            seen_on=seen_on,
            target_group_id=groups[group],
        )
        for key, title, text, grounds, gap, group, seen_on in NEEDS
    }
    outcomes = {}
    for need, key, title, phenomenon, indicator, question in OUTCOMES:
        outcomes[key] = add_outcome(
            initiative=initiative,
            actor=actor,
            need_id=needs[need],
            title=title,
            phenomenon=phenomenon,
            indicator=indicator,
            question=question,
        )
        _check(places, outcomes[key], CHECKS[key])
    for order, chosen in ((["trygg"], 1), (["granne"], 1), (["väg", "språk", "gård"], 1)):
        rank_outcomes(initiative=initiative, actor=actor, order=[outcomes[key] for key in order], chosen=chosen)
    for name, stake, lean, contact, influence in STAKEHOLDERS:
        add_stakeholder(
            initiative=initiative,
            actor=actor,
            name=name,
            stake=stake,
            lean=lean,
            contact=contact,
            influence=influence,
        )
    return outcomes


def _check(places: Places, outcome_id: int, answers: tuple[bool, ...]) -> None:
    for (check, notes), holds in zip(NOTES.items(), answers, strict=True):
        check_outcome(
            initiative=places.main,
            actor=system(),
            outcome_id=outcome_id,
            check=check,
            holds=holds,
            note=notes[holds],
        )
