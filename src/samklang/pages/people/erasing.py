"""Erasing one's own account: asked once, and by writing one's own address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samklang.pages.components.doors import signed_in_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.records.initiative.services import erase_person
from samklang.records.people.permissions import Actor, Refused
from samklang.records.people.queries import own_account


class ErasingForm(forms.Form):
    """One's own address, so that nobody is erased by a slip of the hand."""

    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("Write it, so that we know you mean it. It can't be undone."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_page
def erase_own(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say what goes and what stays; erase whoever is signed in and sign them out."""

    def save(given: dict[str, Any]) -> str:
        own = own_account(actor=actor).email
        if given["email"].strip().casefold() != own.casefold():
            raise Refused(_("That isn't the address of your account. It is %(email)s.") % {"email": own})
        if settings.DEMO_MODE:
            raise Refused(_("Nobody is erased in the demo: the next visitor needs its people too."))
        erase_person(actor=actor, email=own)
        logout(request)
        return reverse("front")

    lead = _(
        "Your name, address, passkeys and roles go, and your name in the texts of your initiatives. What you have "
        "decided and signed stays, under “someone who has been erased”. Answers to surveys belong to nobody, so they "
        "can't be found."
    )
    page = FormPage(_("Erase your account"), _("Erase my account"), _("Your account is erased."), lead)
    return form_page(request, page, ErasingForm(request.POST or None), save)
