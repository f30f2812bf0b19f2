"""Pages of measurement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.measurement.forms import QuestionnaireForm, ReadingForm, WaveForm
from samklang.pages.measurement.page import measurement_page
from samklang.pages.measurement.page import wave_page as build_wave_page
from samklang.records.activities.queries import led_groups
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.measurement.permissions import PLANS_WAVES, check_may_run_wave
from samklang.records.measurement.queries import WaveDetail, questionnaires, wave
from samklang.records.measurement.services import (
    add_questionnaire,
    close_wave,
    open_wave,
    plan_wave,
    record_reading,
)
from samklang.records.people.permissions import Actor


@require_safe
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Waves and questionnaires."""
    return render(request, "measurement/index.html", {"page": measurement_page(initiative, actor)})


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Put a questionnaire together."""
    check_role(actor, initiative, BACKBONE)

    def save(given: dict[str, Any]) -> str:
        add_questionnaire(initiative=initiative, actor=actor, **given)
        return reverse("measurement", kwargs={"slug": initiative.slug})

    page = FormPage(_("Put questions together"), _("Save"), _("The questionnaire is stored."))
    return form_page(request, page, QuestionnaireForm(request.POST or None), save)


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def plan(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Plan a wave."""
    check_role(actor, initiative, PLANS_WAVES)
    form = WaveForm(
        request.POST or None,
        asked=questionnaires(initiative=initiative, actor=actor),
        groups=led_groups(initiative=initiative, actor=actor),
        area=has_role(actor, initiative, BACKBONE),
    )

    def save(given: dict[str, Any]) -> str:
        wave_id = plan_wave(
            initiative=initiative,
            actor=actor,
            questionnaire_id=given.pop("questionnaire"),
            group_id=given.pop("group"),
            k=max(8, 2 * (given["coalition"] + 2)),
            **given,
        )
        return reverse("wave", kwargs={"slug": initiative.slug, "wave": wave_id})

    done = _("The wave is planned. Open it when everything is right: then nothing can change.")
    return form_page(request, FormPage(_("Plan a wave"), _("Save"), done), form, save)


@require_safe
@work_page
def wave_page(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """One wave."""
    page = build_wave_page(initiative, actor, wave, request.get_host())
    return render(request, "measurement/wave.html", {"page": page})


@require_POST
@work_page
def open_it(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """Open a wave."""
    open_wave(initiative=initiative, actor=actor, wave_id=wave)
    messages.success(request, _("The wave is open. Its questions and its plan can't change any more."))
    return redirect("wave", slug=initiative.slug, wave=wave)


@require_POST
@work_page
def close_it(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """Close a wave and release its results."""
    if close_wave(initiative=initiative, actor=actor, wave_id=wave) is None:
        messages.error(
            request, _("The audit stopped the release: something could have given somebody away. Tell us.")
        )
        return redirect("wave", slug=initiative.slug, wave=wave)
    messages.success(request, _("The wave is closed and its results are released."))
    return redirect("result", slug=initiative.slug, wave=wave)


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def read(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """Write down what a group said."""
    detail = _runnable(initiative, actor, wave)
    form = ReadingForm(request.POST or None, content=detail.content or {"questions": []})

    def save(given: dict[str, Any]) -> str:
        record_reading(initiative=initiative, actor=actor, wave_id=wave, **given)
        return reverse("result", kwargs={"slug": initiative.slug, "wave": wave})

    page = FormPage(
        _("What the group said"), _("Save"), _("The reading is stored beside the figures."), detail.row.name
    )
    return form_page(request, page, form, save)


def _runnable(initiative: InitiativeRef, actor: Actor, wave_id: int) -> WaveDetail:
    """A wave the actor may run. Raises NotAllowed."""
    detail = wave(initiative=initiative, actor=actor, wave_id=wave_id)
    check_may_run_wave(actor, initiative, detail.row.population, detail.row.group_id)
    return detail
