"""Pages of process: the map, its stops, charters and letters."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, deed, form_page
from samklang.pages.process.forms import CharterForm, EvidenceForm, LetterForm, LoopForm
from samklang.pages.process.page import (
    charters_page,
    known_stop,
    letters_page,
    loop_stop_page,
    noted_kinds,
    process_page,
    trunk_stop_page,
)
from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.queries import outcomes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import evidence as evidence_rows
from samklang.records.process.queries import loop as loop_row
from samklang.records.process.services import (
    adopt_charter,
    move_loop,
    note_evidence,
    sign_letter,
    take_back_evidence,
)
from samklang.records.process.services import start_loop as start


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The map and the latest decisions."""
    return render(request, "process/index.html", {"page": process_page(initiative, actor)})


@require_http_methods(["GET", "POST"])
@work_page
def trunk_stop(request: HttpRequest, initiative: InitiativeRef, actor: Actor, stop: str) -> HttpResponse:
    """A shared stop and what lies there."""
    known_stop(stop, "trunk")
    form = EvidenceForm(request.POST or None, kinds=noted_kinds(stop))
    if request.method == "POST" and _noted(initiative, actor, form, stop, None):
        messages.success(request, _("It lies at the stop now."))
        return redirect("trunk_stop", slug=initiative.slug, stop=stop)
    return render(
        request,
        "process/stop.html",
        {"page": trunk_stop_page(initiative, actor, stop, form, request.GET.get("page", ""))},
    )


@require_http_methods(["GET", "POST"])
@work_page
def loop_stop(request: HttpRequest, initiative: InitiativeRef, actor: Actor, loop: int, stop: str) -> HttpResponse:
    """A stop on a line and what lies there."""
    known_stop(stop, "loop")
    form = EvidenceForm(request.POST or None, kinds=noted_kinds(stop))
    if request.method == "POST" and _noted(initiative, actor, form, stop, loop):
        messages.success(request, _("It lies at the stop now."))
        return redirect("loop_stop", slug=initiative.slug, loop=loop, stop=stop)
    return render(
        request,
        "process/stop.html",
        {"page": loop_stop_page(initiative, actor, loop, stop, form, request.GET.get("page", ""))},
    )


def _noted(initiative: InitiativeRef, actor: Actor, form: EvidenceForm, stop: str, loop: int | None) -> bool:
    """Store what the form says; False when it can't be, and then the form says why."""
    check_role(actor, initiative, BACKBONE)
    if not form.is_valid():
        return False
    try:
        note_evidence(initiative=initiative, actor=actor, stop=stop, loop_id=loop, **form.cleaned_data)
    except Refused as reason:
        form.add_error("kind", str(reason))
        return False
    return True


@require_GET
@work_page
def loop(request: HttpRequest, initiative: InitiativeRef, actor: Actor, loop: int) -> HttpResponse:
    """A line leads to the stop where its train stands."""
    row = loop_row(initiative=initiative, actor=actor, loop_id=loop)
    form = EvidenceForm(None, kinds=noted_kinds(row.at))
    return render(
        request,
        "process/stop.html",
        {"page": loop_stop_page(initiative, actor, loop, row.at, form, request.GET.get("page", ""))},
    )


@require_POST
@work_page
def move(request: HttpRequest, initiative: InitiativeRef, actor: Actor, loop: int) -> HttpResponse:
    """Move a train."""
    to = request.POST.get("to", "")

    def do() -> None:
        move_loop(initiative=initiative, actor=actor, loop_id=loop, to=to, moved_on=timezone.localdate())

    address = reverse("loop", kwargs={"slug": initiative.slug, "loop": loop})
    return deed(request, do, _("The train has moved."), address)


@require_http_methods(["GET", "POST"])
@work_page
def new_loop(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Open a line for an outcome that was chosen."""
    check_role(actor, initiative, BACKBONE)
    rows = outcomes(initiative=initiative, actor=actor)
    form = LoopForm(request.POST or None, rows=[row for row in rows if row.state == OutcomeState.CHOSEN])

    def save(given: dict[str, Any]) -> str:
        loop_id = start(initiative=initiative, actor=actor, **given)
        return reverse("loop", kwargs={"slug": initiative.slug, "loop": loop_id})

    return form_page(request, FormPage(_("Open a line"), _("Open the line"), _("The line is open.")), form, save)


@require_http_methods(["GET", "POST"])
@work_page
def charters(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """What the shared stops agreed, every version, and adopting a new one."""
    known = {"kind": request.GET.get("kind", CharterKind.MANIFESTO)}
    form = CharterForm(request.POST or None, initial=known)
    if request.method == "POST":
        check_role(actor, initiative, BACKBONE)
        if form.is_valid():
            given = {**form.cleaned_data, "kind": CharterKind(form.cleaned_data["kind"])}
            adopt_charter(initiative=initiative, actor=actor, **given)
            messages.success(request, _("The new version is stored. The old one stays."))
            return redirect("charters", slug=initiative.slug)
    return render(request, "process/charters.html", {"page": charters_page(initiative, actor, form)})


@require_http_methods(["GET", "POST"])
@work_page
def letters(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Who commits to what, and keeping a new letter."""
    form = LetterForm(request.POST or None, partners=partners(initiative=initiative, actor=actor))
    if request.method == "POST":
        check_role(actor, initiative, BACKBONE)
        if form.is_valid():
            sign_letter(initiative=initiative, actor=actor, **form.cleaned_data)
            messages.success(request, _("The letter is kept."))
            return redirect("letters", slug=initiative.slug)
    return render(request, "process/letters.html", {"page": letters_page(initiative, actor, form)})


@require_POST
@work_page
def take_back(request: HttpRequest, initiative: InitiativeRef, actor: Actor, evidence: int) -> HttpResponse:
    """Take back what was written at a stop by hand, and was wrong."""
    check_role(actor, initiative, BACKBONE)
    rows = evidence_rows(initiative=initiative, actor=actor)
    row = next((one for one in rows if one.id == evidence and not one.withdrawn), None)
    if row is None:
        raise NotAllowed

    def do() -> None:
        take_back_evidence(initiative=initiative, actor=actor, evidence_id=evidence)

    name = "loop_stop" if row.loop_id else "trunk_stop"
    parts = {"loop": row.loop_id, "stop": row.stop} if row.loop_id else {"stop": row.stop or "A"}
    address = reverse(name, kwargs={"slug": initiative.slug, **parts})
    return deed(request, do, _("It is taken back. The row stays and says so."), address)
