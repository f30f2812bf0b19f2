"""What a figure about the area must say before it is stored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import FigureUnit, Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import area_figure, area_figures
from samklang.records.initiative.services import (
    AreaFigureDraft,
    add_area_figure,
    change_area_figure,
    remove_area_figure,
)
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db
PLAIN = AreaFigureDraft("Befolkning", FigureUnit.PEOPLE, 2022, "Kommunen", Decimal(9318))
SHARE = AreaFigureDraft(
    "Med barn", FigureUnit.PER_CENT, 2022, "Kommunen", Decimal("33.1"), part=1305, whole=3940, of_what="hushåll"
)


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def stored(initiative: InitiativeRef, draft: AreaFigureDraft) -> int:
    return add_area_figure(initiative=initiative, actor=system(), draft=draft)


@pytest.mark.parametrize(
    ("draft", "changed", "told"),
    [
        (PLAIN, {"source": " "}, "en källa"),
        (PLAIN, {"value": None}, "Skriv talet"),
        (PLAIN, {"value": Decimal("9318.5")}, "utan decimaler"),
        (PLAIN, {"value": Decimal(-3)}, "mindre än noll"),
        (PLAIN, {"part": 1, "whole": 2, "of_what": "x"}, "hör till en procent"),
        (PLAIN, {"earlier_year": 2020}, "också det tidigare värdet"),
        (PLAIN, {"earlier_value": Decimal(9000), "earlier_year": 2022}, "inte är före 2022"),
        (SHARE, {"whole": None}, "av hur många"),
        (SHARE, {"whole": 0, "part": 0}, "är ingen andel"),
        (SHARE, {"part": 3941}, "är ingen andel"),
        (SHARE, {"value": Decimal("0.331")}, "är 33,12 procent, inte 0,331"),
    ],
)
def test_a_figure_that_can_not_be_right_is_refused_with_what_is_wrong(
    initiative: InitiativeRef, draft: AreaFigureDraft, changed: dict[str, Any], told: str
) -> None:
    with pytest.raises(Refused, match=told):
        stored(initiative, replace(draft, **changed))
    assert area_figures(initiative=initiative, actor=system()) == []


def test_a_sources_own_rounding_is_kept_when_it_cuts_instead_of_rounding(initiative: InitiativeRef) -> None:
    cut = replace(SHARE, value=Decimal(65), part=19, whole=29)
    row = area_figure(initiative=initiative, actor=system(), figure_id=stored(initiative, cut))
    assert (row.value, round(float(row.share or 0), 4)) == (65, 0.6552)


def test_a_number_keeps_the_decimals_its_source_writes(initiative: InitiativeRef) -> None:
    whole = replace(SHARE, value=Decimal("12.0"), part=None, whole=None, of_what="")
    row = area_figure(initiative=initiative, actor=system(), figure_id=stored(initiative, whole))
    assert str(row.value) == "12.0"


def test_a_year_that_has_not_come_holds_a_forecast_whatever_was_ticked(initiative: InitiativeRef) -> None:
    row = area_figure(initiative=initiative, actor=system(), figure_id=stored(initiative, replace(PLAIN, year=2090)))
    assert row.is_forecast is True


def test_only_the_backbone_writes_figures_and_every_member_reads_them(initiative: InitiativeRef) -> None:
    figure = stored(initiative, PLAIN)
    funder = member(initiative, Role.FUNDER)
    assert [row.what for row in area_figures(initiative=initiative, actor=funder)] == ["Befolkning"]
    for deed in (
        lambda: add_area_figure(initiative=initiative, actor=funder, draft=PLAIN),
        lambda: change_area_figure(initiative=initiative, actor=funder, figure_id=figure, draft=PLAIN),
        lambda: remove_area_figure(initiative=initiative, actor=funder, figure_id=figure),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_another_initiatives_figure_is_out_of_reach(initiative: InitiativeRef) -> None:
    figure = stored(initiative, PLAIN)
    other = new_initiative("almen")
    with pytest.raises(NotAllowed):
        remove_area_figure(initiative=other, actor=system(), figure_id=figure)
    assert len(area_figures(initiative=initiative, actor=system())) == 1
