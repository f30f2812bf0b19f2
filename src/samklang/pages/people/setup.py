"""The first run: an empty installation asks who we are, where, in which languages, and what we begin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.components.forms import ANSWERED_IN, line
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.services import set_up
from samklang.records.people.permissions import NotAllowed, Refused
from samklang.records.people.queries import has_accounts


class SetUpForm(forms.Form):
    """Who we are, the place, the languages and the first initiative."""

    code = line(gettext_lazy("Set-up code"), gettext_lazy("Printed where the server was started."), longest=20)
    person = line(gettext_lazy("Your name"), longest=120)
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"), help_text=gettext_lazy("You sign in with a code sent to this address.")
    )
    organisation = line(
        gettext_lazy("Organisation"), gettext_lazy("The one that answers for personal data."), longest=200
    )
    sector = forms.ChoiceField(
        label=gettext_lazy("What kind of organisation it is"), choices=Sector.choices, required=False
    )
    place = line(gettext_lazy("The place"), gettext_lazy("For example Ljungvalla, Sundstad."), longest=120)
    name = line(gettext_lazy("What the work is called"), longest=120)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages people answer in"),
        choices=ANSWERED_IN,
        initial=["sv", "en"],
        widget=forms.CheckboxSelectMultiple,
    )


def setup_code() -> str:
    """The code whoever starts the server can read, so that a stranger can't set up somebody else's installation."""
    return salted_hmac("samklang.setup", settings.SECRET_KEY).hexdigest()[:8]


@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Set up; once anybody has an account the page isn't there any more."""
    if has_accounts():
        raise NotAllowed

    def save(given: dict[str, Any]) -> str:
        if not constant_time_compare(given.pop("code").strip(), setup_code()):
            raise Refused(_("The set-up code isn't right. It is printed where the server was started."))
        given["sector"] = Sector(given["sector"] or Sector.RESIDENTS)
        user_id, initiative = set_up(**given)
        login(request, get_user_model().objects.get(pk=user_id), backend=settings.AUTHENTICATION_BACKENDS[0])
        return reverse("initiative_home", kwargs={"slug": initiative.slug})

    lead = _("Two minutes. Everything but the place's short address can be changed later.")
    page = FormPage(_("Welcome. Who are you, and where?"), _("Begin"), _("Begin with the shared stops A–C."), lead)
    return form_page(request, page, SetUpForm(request.POST or None), save)
