"""What happens around every page: who acts, which language, and how a refusal looks."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from samklang.pages.components.errors import not_found, refused
from samklang.records.people.permissions import NotAllowed, Refused
from samklang.records.people.queries import actor_of

GetResponse = Callable[[HttpRequest], HttpResponse]


class PlainErrors:
    """Unknown and forbidden look the same (404); what can't be done now says why (409)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn our two refusals into pages; everything else is a defect and goes on."""
        if isinstance(exception, NotAllowed):
            return not_found(request)
        if isinstance(exception, Refused):
            return refused(request, str(exception))
        return None


class ChosenLanguage:
    """The interface's language: ``?lang=``, else the cookie of an earlier choice, else the browser's wish.

    The cookie is set only when somebody chooses.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get("lang", "")
        known = dict(settings.LANGUAGES)
        language = chosen if chosen in known else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if chosen in known and not request.path.startswith(("/s/", "/r/")):
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31_536_000, samesite="Lax")
        return response


class WhoActs:
    """Puts the actor on the request: the one every query and service is asked in the name of."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user_id = request.session.get("_auth_user_id") if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        request.actor = actor_of(request.user.pk if user_id else None)  # type: ignore[attr-defined]
        return self.get_response(request)
