"""A session that ran out while somebody was typing: what was typed comes back, to be sent again after signing in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOKEN = "csrfmiddlewaretoken"
LONGEST_LINE = 60


@dataclass(frozen=True)
class KeptField:
    """A field as it was sent. shown: it holds words somebody may want to read or copy."""

    name: str
    value: str
    shown: bool


@dataclass(frozen=True)
class KeptForm:
    """What was typed, and the address it was meant for. signed_in: it only needs to be sent once more."""

    address: str
    fields: tuple[KeptField, ...]
    signed_in: bool


def typed_on(request: HttpRequest) -> tuple[KeptField, ...]:
    """What a form of our own pages brought; nothing from other sites, whose words we never show as the reader's."""
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    if request.method != "POST" or origin != request.get_host():
        return ()
    rows = ((name, str(value)) for name in request.POST for value in request.POST.getlist(name) if name != TOKEN)
    return tuple(KeptField(name, value, _is_words(value)) for name, value in rows if value)


def _is_words(value: str) -> bool:
    return " " in value.strip() or "\n" in value or len(value) > LONGEST_LINE


def kept_page(request: HttpRequest, *, signed_in: bool) -> HttpResponse:
    """The page that holds what was typed."""
    page = KeptForm(request.get_full_path(), typed_on(request), signed_in)
    return render(request, "components/kept.html", {"page": page}, status=403)
