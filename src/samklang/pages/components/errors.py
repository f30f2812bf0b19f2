"""Error pages: what happened and what to do, in the reader's language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


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
    """The page for a form whose session ended while somebody was typing."""
    text = _(
        "You were signed out while writing. Go back with the browser: your text is still there. "
        "Copy it, sign in and paste it."
    )
    return _page(request, 403, _("The session ran out"), text)


def too_much(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that can't be read, for example one far too large."""
    text = _("What was sent is too large or can't be read. Shorten it and try again; nothing was stored.")
    return _page(request, 400, _("That could not be read"), text)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for our own defects."""
    text = _("Something went wrong on our side, and nothing was stored. Try again in a while.")
    return _page(request, 500, _("Something went wrong"), text)


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "components/error.html", {"title": title, "text": text}, status=status)
