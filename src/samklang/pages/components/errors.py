"""Error pages: what happened and what to do, in the reader's language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samklang.pages.components.kept import kept_page
from samklang.records.people.permissions import Actor


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for what doesn't exist, or isn't for this reader: the same words for both."""
    text = _(
        "The address may be misspelt, or the page is for others. "
        "Check the address, or sign in if you have an account."
    )
    return _page(request, 404, _("There is nothing for you to see here"), text)


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """The page for what can't be done now."""
    return _page(request, 409, _("That can't be done now"), reason)


def session_ran_out(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token is too old: the session ended while somebody was typing."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return kept_page(request, signed_in=actor.is_person)


def too_much(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that can't be read, for example one far too large."""
    text = _(
        "What was sent is too large or can't be read, and nothing was stored. Go back with the browser: your text is "
        "still there. Shorten it and try again."
    )
    return _page(request, 400, _("That could not be read"), text)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for our own defects."""
    text = _("Something went wrong on our side, and nothing was stored. Try again in a while.")
    return _page(request, 500, _("Something went wrong"), text)


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "components/error.html", {"title": title, "text": text}, status=status)
