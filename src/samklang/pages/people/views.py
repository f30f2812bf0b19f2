"""Pages of people."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samklang.pages.components.doors import signed_in_page
from samklang.pages.people.forms import AccountForm
from samklang.pages.people.page import account_page
from samklang.records.people.permissions import Actor
from samklang.records.people.queries import own_account
from samklang.records.people.services import change_account


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_page
def own_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One's own account, and the way into one's initiatives."""
    person = own_account(actor=actor)
    form = AccountForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        change_account(actor=actor, user_id=person.id, **form.cleaned_data)
        messages.success(request, _("Your account is changed."))
        return redirect("people")
    return render(request, "people/account.html", {"page": account_page(actor, form)})


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """Accounts come by invitation: how to get one."""
    return render(request, "people/invitation.html")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_page
def sign_in_again(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Before passkeys are changed one must have signed in by oneself."""
    return render(request, "people/sign_in_again.html")
