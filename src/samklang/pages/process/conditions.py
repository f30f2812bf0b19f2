"""The page of the six conditions: how the partners judge that the work stands, and how it was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samklang.methods.process.checklists import Condition, conditions
from samklang.methods.process.standing import Grade, Standing, stand_on_conditions
from samklang.methods.process.template import in_language
from samklang.pages.components.doors import work_page
from samklang.pages.process.forms import GRADES, ConditionsForm
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.people.permissions import Actor, Refused
from samklang.records.process.queries import ReviewRow, conditions_reviews
from samklang.records.process.services import review_conditions


@dataclass(frozen=True)
class Stood:
    """One condition in the reader's words. answers: each question with its grade, and the grade last time if another.

    word: the condition as a whole, nothing while nobody has graded it.
    """

    name: str
    text: str
    word: str
    answers: list[tuple[str, str, str]]


@dataclass(frozen=True)
class ConditionsPage:
    """The six conditions as last judged, and the earlier judgements."""

    stood: list[Stood]
    latest: ReviewRow | None
    earlier: list[ReviewRow]
    form: Form | None


def conditions_page(initiative: InitiativeRef, actor: Actor, form: Form) -> ConditionsPage:
    """Build the page."""
    rows = conditions_reviews(initiative=initiative, actor=actor)
    now = rows[0].grades if rows else {}
    before = rows[1].grades if len(rows) > 1 else {}
    standing = {one.condition: one for one in stand_on_conditions(now)}
    stood = [_stood(one, standing[one.id], now.get(one.id, ()), before.get(one.id, ())) for one in conditions()]
    shown = form if has_role(actor, initiative, BACKBONE) else None
    return ConditionsPage(stood, rows[0] if rows else None, rows[1:], shown)


def _stood(one: Condition, standing: Standing, now: Sequence[Grade], before: Sequence[Grade]) -> Stood:
    language = get_language() or "sv"
    names: Mapping[str, str] = {grade: str(name) for grade, name in GRADES}
    answers = [
        (
            in_language(question, language),
            names[now[place]] if now else "",
            names[before[place]] if before and now and before[place] != now[place] else "",
        )
        for place, question in enumerate(one.questions)
    ]
    return Stood(in_language(one.name, language), in_language(one.text, language), _word(standing), answers)


def _word(standing: Standing) -> str:
    """The whole condition in a word: well only when every question is, badly only when every one is."""
    if standing.share is None:
        return ""
    if standing.share == 1:
        return _("Stands well")
    return _("Stands badly") if standing.share == 0 else _("Stands partly")


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The six conditions, and writing down how the partners judge them."""
    form = ConditionsForm(request.POST or None)
    if request.method == "POST":
        check_role(actor, initiative, BACKBONE)
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("why", "reviewed_by", "reviewed_on")}
            try:
                review_conditions(initiative=initiative, actor=actor, grades=form.grades, **given)
            except Refused as reason:
                form.add_error(None, str(reason))
            else:
                messages.success(request, _("The judgement is stored."))
                return redirect("conditions", slug=initiative.slug)
    return render(request, "process/conditions.html", {"page": conditions_page(initiative, actor, form)})
