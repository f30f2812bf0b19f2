"""What others have counted about Ljungvalla: invented numbers from an invented office of statistics."""

from __future__ import annotations

from decimal import Decimal

from samklang.demo.place import Places
from samklang.records.initiative.enums import FigurePrecision, FigureUnit
from samklang.records.initiative.services import AreaFigureDraft, add_area_figure
from samklang.records.people.permissions import system

STATISTICS = "Sundstads områdesfakta 2025, läst 12 januari 2026"
SCHOOL = "Ljungvallaskolans kvalitetsrapport 2025"

FIGURES = (
    AreaFigureDraft("Befolkning", FigureUnit.PEOPLE, 2025, STATISTICS, Decimal(6140)),
    AreaFigureDraft("Befolkning om tio år", FigureUnit.PEOPLE, 2035, STATISTICS, Decimal(6420), is_forecast=True),
    AreaFigureDraft("Hushåll", FigureUnit.HOUSEHOLDS, 2025, STATISTICS, Decimal(2610)),
    AreaFigureDraft(
        "Hushåll med barn",
        FigureUnit.PER_CENT,
        2025,
        STATISTICS,
        Decimal("36.4"),
        part=951,
        whole=2610,
        of_what="hushåll",
    ),
    AreaFigureDraft(
        "Arbetslöshet, 20–64 år",
        FigureUnit.PER_CENT,
        2025,
        STATISTICS,
        Decimal("9.8"),
        earlier_value=Decimal("11.2"),
        earlier_year=2023,
    ),
    AreaFigureDraft(
        "Behöriga till gymnasiet",
        FigureUnit.PER_CENT,
        2025,
        SCHOOL,
        part=49,
        whole=61,
        of_what="elever i årskurs 9",
    ),
    AreaFigureDraft(
        "Inkomst efter skatt, mitt i fördelningen",
        FigureUnit.KRONOR,
        2024,
        STATISTICS,
        Decimal(238000),
        comparison="mot 281 000 kr i hela kommunen",
    ),
    AreaFigureDraft(
        "Boende som varit med på något",
        FigureUnit.PEOPLE,
        2025,
        "Partnernas egna listor, räknade i januari 2026",
        Decimal(700),
        FigurePrecision.OVER,
    ),
)


def add_area_figures(places: Places) -> None:
    """Store them in the main place."""
    for draft in FIGURES:
        add_area_figure(initiative=places.main, actor=system(), draft=draft)
