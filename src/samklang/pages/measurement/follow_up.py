"""Page of a programme's follow-up plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.components.forms import chosen, line, words
from samklang.records.activities.queries import programme as programme_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.measurement.queries import QuestionnaireRow, questionnaires
from samklang.records.measurement.services import plan_follow_up
from samklang.records.people.permissions import Actor


class FollowUpForm(forms.Form):
    """How a programme is followed up."""

    questionnaire_id = forms.TypedChoiceField(label=gettext_lazy("What is asked"), coerce=int)
    when = line(gettext_lazy("When"), gettext_lazy("For example before, and a year after."))
    compared_with = words(
        gettext_lazy("What the change is compared with"),
        gettext_lazy("Those who don't take part, another area, statistics – or nothing, and then say that."),
    )
    responsible = line(gettext_lazy("Who is responsible"), longest=120)

    def __init__(self, *args: Any, asked: Sequence[QuestionnaireRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "questionnaire_id", [(row.id, row.title) for row in asked])


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def plan(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Write the follow-up plan, before the programme starts."""
    check_role(actor, initiative, BACKBONE)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    form = FollowUpForm(request.POST or None, asked=questionnaires(initiative=initiative, actor=actor))

    def save(given: dict[str, Any]) -> str:
        plan_follow_up(initiative=initiative, actor=actor, programme_id=programme, **given)
        return reverse("programme", kwargs={"slug": initiative.slug, "programme": programme})

    page = FormPage(_("Write the follow-up plan"), _("Store the plan"), _("The plan is stored."), row.name)
    return form_page(request, page, form, save)
