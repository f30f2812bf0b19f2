"""The addresses that belong to no initiative's work: every method, every role and who isn't signed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from tests.pages.respond.survey_factory import new_wave
from tests.permissions.test_matrix import MATRIX, ROUTES, WORK
from tests.personas import member, new_initiative
from tests.thread import EMPTY_REPORT, SMALLEST_PNG

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.services.receipt import receipt_for
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor, system
from samklang.records.publishing.services import add_picture, ask_for_sign_off, draft_report, sign_off

ELSEWHERE = sorted(name for name in ROUTES if name not in WORK)
OTHER_METHODS = ("PUT", "PATCH", "DELETE")
# Addresses that send some people on, for example those who are signed in already.
ONWARD = {
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_logout",
    "survey_thanks",
}
EMPTY_FORM = {"demo_enter": 404, "survey": 422, "survey_answer": 422}
MISSING: dict[str, object] = {
    "slug": "finns-inte",
    "number": 999,
    "picture": 999,
    "code": "nope",
    "receipt": "nope-1",
}


class Visitors:
    """Two initiatives with a survey and a published report each, every role in the first, and a stranger."""

    def __init__(self) -> None:
        self.own, self.other = new_initiative("eken"), new_initiative("almen")
        self.browsers: dict[str, Client] = {"logged out": Client()}
        for role in Role:
            self.browsers[role.value] = self._signed_in(member(self.own, role))
        self.parts = {"own": self._things(self.own, "ek4829"), "other": self._things(self.other, "al4829")}

    def _signed_in(self, actor: Actor) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=actor.user_id))
        return client

    def _things(self, initiative: InitiativeRef, code: str) -> dict[str, object]:
        new_wave(initiative, code)
        number = draft_report(initiative=initiative, actor=system(), title="T", summary="S", way_forward="")
        report: dict[str, Any] = {"initiative": initiative, "number": number}
        shown = add_picture(**report, actor=system(), data=SMALLEST_PNG, alt="En gård")
        frozen = ask_for_sign_off(**report, actor=system(), content={"sv": EMPTY_REPORT}, uses=[])
        for role in (Role.PROCESS_LEADER, Role.RESIDENT_COUNCIL):
            sign_off(**report, actor=member(initiative, role, f"signerar-{role}"), content_hash=frozen)
        receipt = receipt_for(code)
        return {"slug": initiative.slug, "number": number, "picture": shown, "code": code, "receipt": receipt}


@pytest.fixture(scope="module")
def visitors(django_db_setup: None, django_db_blocker: Any) -> Iterator[Visitors]:
    """Everybody, built once."""
    with django_db_blocker.unblock():
        yield Visitors()
        call_command("flush", interactive=False, verbosity=0)


def address(name: str, parts: dict[str, object]) -> str:
    route = ROUTES[name]
    wanted = {part: value for part, value in parts.items() if f":{part}>" in route}
    return reverse(name, kwargs=wanted | ({"pk": 1} if "<int:pk>" in route else {}))


def seen(visitors: Visitors, name: str, parts: dict[str, object], method: str) -> dict[str, int]:
    return {
        who: browser.generic(
            method, address(name, parts), content_type="application/x-www-form-urlencoded"
        ).status_code
        for who, browser in visitors.browsers.items()
    }


def expected(row: dict[str, Any], name: str, method: str, who: str) -> set[int]:
    """The statuses an answer may have. reads and writes: all, signed_in, none, or library (see permissions.yaml)."""
    told = row["reads" if method == "GET" else "writes"]
    if told == "none":
        return {404} if name == "setup" else {405}
    if told == "all":
        return (
            {EMPTY_FORM[name]} if method == "POST" and name in EMPTY_FORM else {200, 302} if name in ONWARD else {200}
        )
    if who == "logged out":
        return {302} if name != "mfa_login_webauthn" else {200, 302, 400, 429}
    return {200, 302, 400, 403, 404, 405, 429} if told == "library" else {200, 302}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("whose", ["own", "other"])
def test_who_may_use_it(visitors: Visitors, name: str, method: str, whose: str) -> None:
    found = seen(visitors, name, visitors.parts[whose], method)
    assert {
        who: status for who, status in found.items() if status not in expected(MATRIX[name], name, method, who)
    } == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ELSEWHERE if "<" in ROUTES[name] and not name.startswith("mfa")])
def test_what_does_not_exist_is_the_same_404_for_everybody(visitors: Visitors, name: str) -> None:
    assert set(seen(visitors, name, MISSING, "GET").values()) | set(
        seen(visitors, name, MISSING, "POST").values()
    ) <= {
        404,
        405,
    }


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ELSEWHERE if MATRIX[name]["reads"] != "library"])
def test_no_other_method_does_anything(visitors: Visitors, name: str) -> None:
    found = {
        status for method in OTHER_METHODS for status in seen(visitors, name, visitors.parts["own"], method).values()
    }
    assert found == {405}
