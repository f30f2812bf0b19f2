"""Pages of decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.methods.process.template import evidence_kind, in_language
from samklang.pages.components.addresses import Lying, lying
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.components.lines import LineMark
from samklang.pages.components.process_map import line_of, loop_strip, trunk_line, trunk_strip
from samklang.pages.components.records import Decision, Voice
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Strip, Thread
from samklang.pages.process.forms import BecameForm, CorrectionForm, DecisionForm
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, EvidenceRow, LoopRow, evidence, loops, trunk
from samklang.records.process.queries import decision as decision_row
from samklang.records.process.queries import decisions as decision_rows
from samklang.records.process.services import correct_decision, make_decision, tell_what_became

ON_A_PAGE = 25
NEWEST = 40  # of each line, while no line has been chosen


@dataclass(frozen=True)
class DecisionPage:
    """A decision with its grounds, and what became of it."""

    row: DecisionRow
    decision: Decision
    grounds: list[Lying]
    strip: Strip
    thread: Thread | None
    form: Form | None


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """All decisions, a page at a time."""
    rows = decision_rows(initiative=initiative, actor=actor)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    may_decide = has_role(actor, initiative, BACKBONE)
    return render(request, "process/decisions.html", {"rows": shown, "may_decide": may_decide})


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
    """Write down a decision, of the line in ``?line=`` if one is named."""
    check_role(actor, initiative, BACKBONE)
    lines = loops(initiative=initiative, actor=actor)
    wanted = next((row for row in lines if str(row.id) == request.GET.get("line")), None)
    form = DecisionForm(
        request.POST or None,
        loops=lines,
        grounds=grounds_by_line(evidence(initiative=initiative, actor=actor), lines, wanted),
        initial={"loop_id": wanted.id} if wanted else {},
    )

    def save(given: dict[str, Any]) -> str:
        number = make_decision(initiative=initiative, actor=actor, **form.as_decision())
        return reverse("decision", kwargs={"slug": initiative.slug, "number": number})

    lead = _("What was chosen, between what, on which grounds, and what those it touches said.")
    strip = loop_strip(initiative, wanted, "3") if wanted else None
    thread = thread_of(initiative, actor, wanted.id, "decision") if wanted else None
    page = FormPage(
        _("Write down a decision"), _("Store the decision"), _("The decision is stored."), lead, strip, thread
    )
    return form_page(request, page, form, save, "process/decision_form.html")


@require_http_methods(["GET", "POST"])
@work_page
def correct(request: HttpRequest, initiative: InitiativeRef, actor: Actor, number: int) -> HttpResponse:
    """Mend the wording of a decision."""
    check_role(actor, initiative, BACKBONE)
    row = decision_row(initiative=initiative, actor=actor, number=number)
    known = {name: getattr(row, name) for name in ("title", "what", "reasons", "decided_by")}

    def save(given: dict[str, Any]) -> str:
        today = timezone.localdate()
        correct_decision(initiative=initiative, actor=actor, number=number, corrected_on=today, **given)
        return reverse("decision", kwargs={"slug": initiative.slug, "number": number})

    lead = _(
        "For slips of the pen. The earlier wording stays readable. To decide something else, write a new decision."
    )
    page = FormPage(_("Correct the wording"), _("Store the correction"), _("The correction is stored."), lead)
    return form_page(request, page, CorrectionForm(request.POST or None, initial=known), save)


def grounds_by_line(
    rows: list[EvidenceRow], lines: list[LoopRow], wanted: LoopRow | None
) -> list[tuple[str, list[tuple[int, str]]]]:
    """What stands, by line, the newest first and the same thing once. Without a line only the newest of each."""
    found = []
    for line in [None, *lines] if wanted is None else [wanted, None]:
        own = [row for row in reversed(rows) if not row.withdrawn and row.loop_id == (line.id if line else None)]
        once = {(row.kind, row.ref, row.title): row for row in reversed(own)}
        shown = list(reversed(once.values()))[: None if wanted else NEWEST]
        if shown:
            name = line.name if line else _("The whole initiative")
            found.append((name, [(row.id, _ground(row)) for row in shown]))
    return found


def _ground(row: EvidenceRow) -> str:
    kind = in_language(evidence_kind(row.kind).name, get_language() or "sv")
    return f"{kind}: {row.title} ({date_format(row.dated, 'j F Y')})"


def decision_page(initiative: InitiativeRef, actor: Actor, number: int, form: Form) -> DecisionPage:
    """Build a decision's page. Raises NotAllowed."""
    row = decision_row(initiative=initiative, actor=actor, number=number)
    lines = loops(initiative=initiative, actor=actor)
    line: LoopRow | None = next((one for one in lines if one.id == row.loop_id), None)
    return DecisionPage(
        row,
        as_record(row, line_of(line) if line else trunk_line()),
        lying(initiative, actor, row.grounds),
        loop_strip(initiative, line, "3")
        if line
        else trunk_strip(initiative, trunk(initiative=initiative, actor=actor)),
        thread_of(initiative, actor, row.loop_id, "decision", row.title) if line else None,
        form if has_role(actor, initiative, BACKBONE) else None,
    )


def as_record(row: DecisionRow, line: LineMark) -> Decision:
    """A decision as the record card shows it."""
    left_out = [one["title"] for one in row.options if not one["chosen"]]
    day = date_format(row.decided_on, "j F Y")
    facts = [(_("Decided"), row.what), (_("Why"), row.reasons)]
    if left_out:
        facts.append((_("Left out"), "; ".join(left_out)))
    facts.append((_("Decided by"), f"{row.decided_by}, {day}"))
    return Decision(
        line,
        _("Decision %(number)s · %(day)s") % {"number": row.number, "day": day},
        row.title,
        tuple(facts),
        tuple(Voice(one["who"], one["words"]) for one in row.dissent),
        tuple(Voice(one["who"], one["words"]) for one in row.anchored),
    )
