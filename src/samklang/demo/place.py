"""The two places of the demo and their partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.demo.personas import MAIN, SECOND
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import add_initiative, add_partner
from samklang.records.people.permissions import system

PARTNERS = (
    (
        "Föreningen Ljungan",
        Sector.RESIDENTS,
        "Driver arbetet: bjuder in, håller ihop och ser till att det blir gjort.",
        True,
    ),
    ("Boenderådet i Ljungvalla", Sector.RESIDENTS, "Femton boende som varje beslut förankras hos.", False),
    ("Ljungvalla idrottsförening", Sector.RESIDENTS, "Öppnar hallen på kvällar och leder flickgrupper.", False),
    ("Sundstads kommun", Sector.PUBLIC, "Fritidsgård, fältarbetare och bibliotek.", False),
    (
        "Vårdcentralen Ljungvalla",
        Sector.PUBLIC,
        "Kuratorer och distriktssköterskor som är med i samtalsgrupperna.",
        False,
    ),
    ("Ljungvallahem", Sector.HOUSING, "Äger 1 400 lägenheter, lånar ut lokaler och sköter gårdarna.", False),
    ("Ljungvallaskolan", Sector.EDUCATION, "Grundskola med 620 elever.", False),
    ("Institutet för lokal utveckling", Sector.EDUCATION, "Stödorganisation: metod, mätning och utvärdering.", False),
    ("Stiftelsen Gryning", Sector.BUSINESS, "Ger pengar i tre år i taget.", False),
)


@dataclass(frozen=True)
class Places:
    """The main place with its partners' ids, and the second one."""

    main: InitiativeRef
    second: InitiativeRef
    partners: dict[tuple[str, str], int]


def add_places() -> Places:
    """Both initiatives with their partners."""
    main = add_initiative(
        actor=system(),
        name="Ljungvalla tillsammans",
        place="Ljungvalla, Sundstad",
        slug=MAIN,
        controller="Föreningen Ljungan",
        languages=("sv", "en", "da", "ar", "so"),
        summary="Nio organisationer och de som bor här vill göra Ljungvalla tryggare och närmare.",
        population=6140,
        begun_on=date(2024, 2, 5),
    )
    second = add_initiative(
        actor=system(),
        name="Åkerdala i rörelse",
        place="Åkerdala, Norrby",
        slug=SECOND,
        controller="Åkerdala bygdeförening",
        languages=("sv", "en"),
        summary="Ett litet arbete för att unga ska ha någonstans att vara.",
        population=910,
        begun_on=date(2026, 1, 12),
    )
    ids = {
        (MAIN, name): add_partner(
            initiative=main,
            actor=system(),
            name=name,
            sector=sector,
            about=about,
            is_backbone=backbone,
            joined_on=date(2024, 2, 5),
        )
        for name, sector, about, backbone in PARTNERS
    }
    ids[SECOND, "Åkerdala bygdeförening"] = add_partner(
        initiative=second, actor=system(), name="Åkerdala bygdeförening", sector=Sector.RESIDENTS, is_backbone=True
    )
    return Places(main, second, ids)
