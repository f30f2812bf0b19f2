"""The doors of work pages: a view behind one gets the initiative and the actor, or is never called."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from samklang.pages.components.kept import kept_page, typed_on
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import open_door
from samklang.records.people.permissions import Actor

View = Callable[..., HttpResponse]


def actor_on(request: HttpRequest) -> Actor:
    """Who this request acts for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def initiative_on(request: HttpRequest) -> InitiativeRef | None:
    """The initiative whose work the page belongs to, if any."""
    return getattr(request, "initiative", None)


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """The way to sign in; who was typing when the session ran out keeps what was typed."""
    if typed_on(request):
        return kept_page(request, signed_in=False)
    return redirect_to_login(request.get_full_path())


def work_page(view: View) -> View:
    """A page of an initiative's work: ``view(request, initiative, actor, **parts of the address)``.

    Who isn't signed in is asked to, whether or not the initiative exists.
    """

    @wraps(view)
    def opened(request: HttpRequest, slug: str, **parts: Any) -> HttpResponse:
        actor = actor_on(request)
        if not actor.is_person:
            return sign_in_first(request)
        initiative = open_door(actor=actor, slug=slug)
        request.initiative = initiative  # type: ignore[attr-defined]
        return view(request, initiative, actor, **parts)

    return never_cache(opened)


def signed_in_page(view: View) -> View:
    """A page for anyone with an account: ``view(request, actor)``."""

    @wraps(view)
    def opened(request: HttpRequest, **parts: Any) -> HttpResponse:
        actor = actor_on(request)
        if not actor.is_person:
            return sign_in_first(request)
        return view(request, actor, **parts)

    return never_cache(opened)
