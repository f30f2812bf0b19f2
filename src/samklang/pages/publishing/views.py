"""Pages of publishing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, deed, form_page
from samklang.pages.components.report.answer import pdf_answer, picture_answer
from samklang.pages.publishing.compose import content_of, uses_of
from samklang.pages.publishing.compose_value import check_value
from samklang.pages.publishing.forms import PictureForm, ReportForm
from samklang.pages.publishing.page import document, publishing_page, report_page
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.people.permissions import Actor, Refused
from samklang.records.publishing.queries import report as report_row
from samklang.records.publishing.services import (
    add_picture,
    ask_for_sign_off,
    draft_report,
    remove_picture,
    sign_off,
    take_back_report,
)
from samklang.records.value.queries import newest_version, value_maps


def _address(initiative: InitiativeRef, number: int) -> str:
    return reverse("report", kwargs={"slug": initiative.slug, "number": number})


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The reports."""
    page = publishing_page(initiative, actor, request.GET.get("page"))
    return render(request, "publishing/index.html", {"page": page})


@require_GET
@work_page
def report(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """One report."""
    return render(request, "publishing/report.html", {"page": report_page(initiative, actor, number)})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Begin a report."""
    check_role(actor, initiative, BACKBONE)
    form = ReportForm(request.POST or None, maps=value_maps(initiative=initiative, actor=actor))
    return _written(request, initiative, actor, form, None)


@require_http_methods(["GET", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Write a draft's own words anew."""
    check_role(actor, initiative, BACKBONE)
    row = report_row(initiative=initiative, actor=actor, number=number)
    newest = newest_version(initiative=initiative, actor=actor, map_id=row.value_map_id)
    known = {
        "title": row.title,
        "summary": row.summary,
        "way_forward": row.way_forward,
        "value_map_id": newest.id if newest else None,
    }
    maps = value_maps(initiative=initiative, actor=actor)
    form = ReportForm(request.POST or None, maps=maps, initial=known)
    return _written(request, initiative, actor, form, number)


def _written(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, form: ReportForm, number: int | None
) -> HttpResponse:
    def save(given: dict[str, Any]) -> str:
        return _address(initiative, draft_report(initiative=initiative, actor=actor, number=number, **given))

    lead = _("The rest is put together from what has been decided, done and released.")
    heading = _("Begin a report") if number is None else _("Change the report's words")
    return form_page(request, FormPage(heading, _("Store the draft"), _("The draft is stored."), lead), form, save)


@require_http_methods(["GET", "POST"])
@work_page
def new_picture(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Put a picture in a draft."""
    check_role(actor, initiative, BACKBONE)
    row = report_row(initiative=initiative, actor=actor, number=number)
    form = PictureForm(request.POST or None, request.FILES or None)

    def save(given: dict[str, Any]) -> str:
        data = given.pop("file").read()
        add_picture(initiative=initiative, actor=actor, number=number, data=data, **given)
        return _address(initiative, number)

    page = FormPage(_("Put in a picture"), _("Put it in"), _("The picture is in the report."), row.title)
    return form_page(request, page, form, save)


@require_GET
@work_page
def picture(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int, picture: int) -> HttpResponse:
    """A report's picture."""
    row = report_row(initiative=initiative, actor=actor, number=number)
    return picture_answer(initiative, row, picture)


@require_POST
@work_page
def take_picture_out(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int, picture: int
) -> HttpResponse:
    """Take a picture out of a draft."""

    def do() -> None:
        remove_picture(initiative=initiative, actor=actor, number=number, picture_id=picture)

    return deed(request, do, _("The picture is taken out."), _address(initiative, number))


@require_GET
@work_page
def pdf(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """The report as a PDF, or why it can't be made."""
    row = report_row(initiative=initiative, actor=actor, number=number)
    try:
        return pdf_answer(initiative, row, document(initiative, actor, row))
    except Refused as reason:
        messages.error(request, str(reason))
        return redirect(_address(initiative, number))


@require_POST
@work_page
def ask(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Freeze the report and ask both bodies to sign."""
    check_role(actor, initiative, BACKBONE)
    row = report_row(initiative=initiative, actor=actor, number=number)

    def do() -> None:
        check_value(initiative, actor, row)
        content = content_of(initiative, actor, row)
        uses = uses_of(initiative, actor, row)
        ask_for_sign_off(initiative=initiative, actor=actor, number=number, content=content, uses=uses)

    return deed(request, do, _("The report is frozen and waits for both signatures."), _address(initiative, number))


@require_POST
@work_page
def sign(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Sign for the backbone or the resident council."""
    read = request.POST.get("content_hash", "")

    def do() -> None:
        sign_off(initiative=initiative, actor=actor, number=number, content_hash=read)

    return deed(
        request,
        do,
        _("Signed on %(day)s.") % {"day": date_format(timezone.localdate(), "j F Y")},
        _address(initiative, number),
    )


@require_POST
@work_page
def take_back(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Take a report back to change it."""

    def do() -> None:
        take_back_report(initiative=initiative, actor=actor, number=number)

    return deed(request, do, _("The report is a draft again."), _address(initiative, number))
