"""Pages of the area's figures: the list, and adding, changing and taking away one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.pages.components.area_words import area_table
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, Removal, deed, form_page
from samklang.pages.components.table import Table
from samklang.pages.initiative.forms import AreaFigureForm, known_figure
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.initiative.queries import AreaFigureRow, area_figure, area_figures
from samklang.records.initiative.services import add_area_figure, change_area_figure, remove_area_figure
from samklang.records.people.permissions import Actor

ON_A_PAGE = 25


@dataclass(frozen=True)
class FiguresPage:
    """The figures, page by page; table: nothing while there are none."""

    table: Table | None
    shown: Page[AreaFigureRow]
    may_change: bool


def figures_page(initiative: InitiativeRef, actor: Actor, number: str | None) -> FiguresPage:
    """Build the list. For the backbone each name leads to its form."""
    may_change = has_role(actor, initiative, BACKBONE)
    shown = Paginator(area_figures(initiative=initiative, actor=actor), ON_A_PAGE).get_page(number)

    def opens(row: AreaFigureRow) -> str:
        return _address("change_area_figure", initiative, figure=row.id) if may_change else ""

    caption = _("%(place)s in figures") % {"place": initiative.place.split(",")[0]}
    rows = list(shown)
    return FiguresPage(area_table(rows, caption, opens) if rows else None, shown, may_change)


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The figures."""
    page = figures_page(initiative, actor, request.GET.get("page"))
    return render(request, "initiative/figures.html", {"page": page})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Add a figure."""
    check_role(actor, initiative, BACKBONE)
    form = AreaFigureForm(request.POST or None)

    def save(_given: dict[str, Any]) -> str:
        add_area_figure(initiative=initiative, actor=actor, draft=form.draft)
        return _address("area_figures", initiative)

    page = FormPage(_("Add a figure about the area"), _("Store the figure"), _("The figure is stored."), _lead())
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor, figure: int) -> HttpResponse:
    """Write a figure anew, or take it away."""
    check_role(actor, initiative, BACKBONE)
    row = area_figure(initiative=initiative, actor=actor, figure_id=figure)
    form = AreaFigureForm(request.POST or None, initial=known_figure(row))

    def save(_given: dict[str, Any]) -> str:
        change_area_figure(initiative=initiative, actor=actor, figure_id=figure, draft=form.draft)
        return _address("area_figures", initiative)

    removal = Removal(
        _("Take the figure away"),
        _("Reports that have been sent for sign-off keep what they told."),
        _address("remove_area_figure", initiative, figure=figure),
    )
    done = _("The figure is stored.")
    page = FormPage(_("Change the figure"), _("Store the figure"), done, _lead(), removal=removal)
    return form_page(request, page, form, save)


@require_POST
@work_page
def remove(request: HttpRequest, initiative: InitiativeRef, actor: Actor, figure: int) -> HttpResponse:
    """Take a figure away."""

    def do() -> None:
        remove_area_figure(initiative=initiative, actor=actor, figure_id=figure)

    return deed(request, do, _("The figure is taken away."), _address("area_figures", initiative))


def _lead() -> str:
    return _("Somebody else's statistics about the place. Quote them as they stand: they open the report.")


def _address(name: str, initiative: InitiativeRef, **parts: int) -> str:
    return reverse(name, kwargs={"slug": initiative.slug, **parts})
