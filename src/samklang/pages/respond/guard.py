"""What keeps floods and robots out without knowing anybody: a limit on size and a field people never see."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict

LIMIT_BYTES = 32_768
TRAP = "website"


class TooMuch(Exception):
    """The body is larger than any honest answer."""


def sent_form(request: HttpRequest) -> QueryDict:
    """The fields of a sent form; none when it is no form. Raises TooMuch."""
    if request.content_type != "application/x-www-form-urlencoded":
        return QueryDict()
    try:
        return QueryDict(_body(request), encoding="utf-8")
    except TooManyFieldsSent:
        raise TooMuch from None


def sent_json(request: HttpRequest) -> dict[str, Any]:
    """The object of a JSON body; empty when it is none. Raises TooMuch."""
    try:
        found = json.loads(_body(request))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _body(request: HttpRequest) -> bytes:
    # The header is looked at first, so that ten megabytes are never read.
    if int(request.META.get("CONTENT_LENGTH") or 0) > LIMIT_BYTES:
        raise TooMuch
    return request.body
