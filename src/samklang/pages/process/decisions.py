"""Pages of decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.pages.components.addresses import Lying, lying
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.components.lines import LineMark
from samklang.pages.components.process_map import line_of, loop_strip, trunk_line
from samklang.pages.components.records import Decision, Voice
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Strip, Thread
from samklang.pages.process.forms import BecameForm, DecisionForm
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, LoopRow, evidence, loops
from samklang.records.process.queries import decision as decision_row
from samklang.records.process.queries import decisions as decision_rows
from samklang.records.process.services import make_decision, tell_what_became


@dataclass(frozen=True)
class DecisionPage:
    """A decision with its grounds, and what became of it."""

    row: DecisionRow
    decision: Decision
    grounds: list[Lying]
    strip: Strip | None
    thread: Thread | None
    form: Form | None


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """All decisions."""
    rows = decision_rows(initiative=initiative, actor=actor)
    may_decide = has_role(actor, initiative, BACKBONE)
    return render(request, "process/decisions.html", {"rows": rows, "may_decide": may_decide})


@require_http_methods(["GET", "POST"])
@work_page
def decision(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """One decision, and telling what became of it."""
    form = BecameForm(request.POST or None)
    if request.method == "POST":
        check_role(actor, initiative, BACKBONE)
        if form.is_valid():
            tell_what_became(initiative=initiative, actor=actor, number=number, **form.cleaned_data)
            messages.success(request, _("It is told."))
            return redirect("decision", slug=initiative.slug, number=number)
    page = decision_page(initiative, actor, number, form)
    return render(request, "process/decision.html", {"page": page})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Write down a decision."""
    check_role(actor, initiative, BACKBONE)
    form = DecisionForm(
        request.POST or None,
        loops=loops(initiative=initiative, actor=actor),
        evidence=evidence(initiative=initiative, actor=actor),
    )

    def save(given: dict[str, Any]) -> str:
        number = make_decision(initiative=initiative, actor=actor, **form.as_decision())
        return reverse("decision", kwargs={"slug": initiative.slug, "number": number})

    lead = _("What was chosen, between what, on which grounds, and what those it touches said.")
    page = FormPage(_("Write down a decision"), _("Store the decision"), _("The decision is stored."), lead)
    return form_page(request, page, form, save)


def decision_page(initiative: InitiativeRef, actor: Actor, number: int, form: Form) -> DecisionPage:
    """Build a decision's page. Raises NotAllowed."""
    row = decision_row(initiative=initiative, actor=actor, number=number)
    lines = loops(initiative=initiative, actor=actor)
    line: LoopRow | None = next((one for one in lines if one.id == row.loop_id), None)
    return DecisionPage(
        row,
        as_record(row, line_of(line) if line else trunk_line()),
        lying(initiative, actor, row.grounds),
        loop_strip(initiative, line, "3") if line else None,
        thread_of(initiative, actor, row.loop_id, "decision") if line else None,
        form if has_role(actor, initiative, BACKBONE) else None,
    )


def as_record(row: DecisionRow, line: LineMark) -> Decision:
    """A decision as the record card shows it."""
    left_out = [one["title"] for one in row.options if not one["chosen"]]
    day = date_format(row.decided_on, "j F Y")
    facts = [(_("Decided"), row.what), (_("Why"), row.reasons)]
    if left_out:
        facts.append((_("Left out"), "; ".join(left_out)))
    facts.append((_("By"), f"{row.decided_by}, {day}"))
    return Decision(
        line,
        _("Decision %(number)s · %(day)s") % {"number": row.number, "day": day},
        row.title,
        tuple(facts),
        tuple(Voice(one["who"], one["words"]) for one in row.dissent),
        tuple(Voice(one["who"], one["words"]) for one in row.anchored),
    )
