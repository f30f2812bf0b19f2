"""Let an evaluator take a release's audit input out: two people have to say yes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_role
from samklang.records.initiative.queries import names_with_role
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.permissions import GRANTS_AUDITS
from samklang.records.measurement.queries import AuditGrantRow, audit_grants
from samklang.records.measurement.queries import wave as read_wave
from samklang.records.measurement.services import grant_audit_input
from samklang.records.people.permissions import Actor, NotAllowed


class GrantForm(forms.Form):
    """To which evaluator."""

    evaluator = forms.TypedChoiceField(
        label=gettext_lazy("Evaluator"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose an evaluator. There has to be one among the members.")},
    )

    def __init__(self, *args: Any, known: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evaluator"].choices = list(known.items())  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def grant(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """Say yes to an evaluator's having everything published about a wave, with the answers it was made of."""
    check_role(actor, initiative, GRANTS_AUDITS)
    row = read_wave(initiative=initiative, actor=actor, wave_id=wave).row
    if row.state != WaveState.CLOSED:
        raise NotAllowed
    known = names_with_role(initiative=initiative, actor=actor, role=Role.EVALUATOR)
    form = GrantForm(request.POST or None, known=known)

    def save(given: dict[str, Any]) -> str:
        grant_audit_input(initiative=initiative, actor=actor, wave_id=wave, evaluator_id=given["evaluator"])
        return reverse("wave", kwargs={"slug": initiative.slug, "wave": wave})

    lead = [
        _("An auditor can check from outside that %(wave)s betrays nobody. For that the evaluator has to have the "
          "answers, without names, times or order.") % {"wave": row.name},
        _("Two people have to say yes. It is open for thirty days, and every taking is written in the trail."),
        *(_state(one, known) for one in audit_grants(initiative=initiative, actor=actor, wave_id=wave)),
    ]  # fmt: skip
    page = FormPage(_("Let an evaluator check the release"), _("Say yes"), _("Your yes is stored."), " ".join(lead))
    return form_page(request, page, form, save)


def _state(row: AuditGrantRow, known: dict[int, str]) -> str:
    told = {
        "evaluator": known.get(row.evaluator_id, "–"),
        "first": row.first,
        "second": row.second,
        "until": date_format(row.until, "j F Y"),
    }
    if row.second:
        return _("%(first)s and %(second)s have let %(evaluator)s in until %(until)s.") % told
    return _("%(first)s has said yes to %(evaluator)s; one more is needed by %(until)s.") % told
