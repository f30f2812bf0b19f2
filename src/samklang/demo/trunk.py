"""The shared stops A–C: what the nine partners agreed, and their letters of intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from samklang.demo.personas import MAIN
from samklang.demo.place import Places
from samklang.methods.process.standing import Grade
from samklang.records.people.permissions import system
from samklang.records.process.enums import CharterKind
from samklang.records.process.services import adopt_charter, note_evidence, review_conditions, sign_letter

NOTED = (
    ("workshop_held", "A", "Workshop i hallen, 41 boende och alla partner", date(2024, 3, 12)),
    ("residents_heard", "A", "Dörrknackning i fyra trapphus, 62 samtal", date(2024, 3, 25)),
    ("workshop_held", "B", "Workshop om vad ord betyder för oss", date(2024, 5, 14)),
    ("concepts_defined", "B", "Vad vi menar med trygghet, granne och inflytande", date(2024, 5, 14)),
    ("driver_checked", "C", "Checklistan för drivande aktör, genomgången med boenderådet", date(2024, 8, 20)),
    ("meeting_rhythm_set", "C", "Styrgrupp varannan månad, boenderåd varje månad", date(2024, 9, 3)),
)
CHARTERS = (
    (
        CharterKind.MANIFESTO,
        "Vi börjar i det de boende säger. Ingen partner tar äran ensam. Vi berättar också det som inte gick.",
        date(2024, 4, 9),
    ),
    (
        CharterKind.MISSION,
        "Alla som bor i Ljungvalla ska kunna vara ute, känna någon och veta vart de vänder sig.",
        date(2024, 6, 4),
    ),
    (
        CharterKind.GOVERNANCE,
        "Föreningen Ljungan håller ihop. Styrgruppen beslutar, efter att boenderådet har sagt sitt.",
        date(2024, 9, 3),
    ),
    (
        CharterKind.MISSION,
        "Alla som bor i Ljungvalla ska kunna vara ute på kvällen, ha någon att be om hjälp och veta vart de vänder "
        "sig.",
        date(2025, 10, 7),
    ),
)
LETTERS = (
    ("Ljungvallahem", "Lånar ut två lokaler och en husvärd en kväll i veckan till och med 2026.", date(2024, 9, 17)),
    ("Sundstads kommun", "Två fältarbetare på torget tre kvällar i veckan.", date(2024, 9, 17)),
    ("Sundstads kommun", "Två fältarbetare tre kvällar, och hallen öppen till tio på vardagar.", date(2025, 9, 30)),
    ("Vårdcentralen Ljungvalla", "En kurator leder en samtalsgrupp varje termin.", date(2024, 9, 24)),
    ("Ljungvalla idrottsförening", "Leder flickgrupper och håller hallen öppen på fredagar.", date(2024, 10, 1)),
    ("Ljungvallaskolan", "Berättar om det som händer på föräldramöten, tre gånger om året.", date(2024, 10, 1)),
)

REVIEWS: tuple[tuple[date, str, str, Mapping[str, Sequence[Grade]]], ...] = (
    (
        date(2025, 3, 4),
        "Styrgruppen",
        "Vi har en mission men mäter olika. Allt hänger på två personer.",
        {
            "common_agenda": ("partly", "badly"),
            "shared_measurement": ("badly", "badly"),
            "reinforcing_activities": ("partly", "unknown"),
            "continuous_communication": ("well", "partly"),
            "backbone": ("well", "badly"),
            "user_involvement": ("partly", "unknown"),
        },
    ),
    (
        date(2026, 3, 3),
        "Styrgruppen och boenderådet",
        "Alla satsningar följs nu upp på samma sätt. Kommunens egen plan nämner fortfarande inte målet, och slutar "
        "processledaren stannar arbetet.",
        {
            "common_agenda": ("well", "partly"),
            "shared_measurement": ("well", "partly"),
            "reinforcing_activities": ("partly", "well"),
            "continuous_communication": ("well", "well"),
            "backbone": ("well", "badly"),
            "user_involvement": ("well", "well"),
        },
    ),
)


def add_trunk(places: Places) -> None:
    """Stops A–C with everything they require."""
    for kind, stop, title, dated in NOTED:
        note_evidence(
            initiative=places.main, actor=system(), kind=kind, stop=stop, title=title, loop_id=None, dated=dated
        )
    for charter, text, adopted_on in CHARTERS:
        adopt_charter(initiative=places.main, actor=system(), kind=charter, text=text, adopted_on=adopted_on)
    for partner, text, signed_on in LETTERS:
        partner_id = places.partners[MAIN, partner]
        sign_letter(initiative=places.main, actor=system(), partner_id=partner_id, text=text, signed_on=signed_on)
    for day, who, saw, grades in REVIEWS:
        review_conditions(
            initiative=places.main, actor=system(), grades=grades, why=saw, reviewed_by=who, reviewed_on=day
        )
