"""Every address × method × role × {own, the other initiative, missing}, against tests/spec/permissions.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.personas import member, new_initiative
from tests.thread import EMPTY_REPORT, SMALLEST_PNG, whole_thread

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Membership
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.services import add_questionnaire, close_wave, open_wave, plan_wave
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor, system
from samklang.records.publishing.services import add_picture, ask_for_sign_off, draft_report

MATRIX: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "spec" / "permissions.yaml").read_text()
)["addresses"]
SCOPED = {name for name in MATRIX if name not in {"front", "health"} and not name.startswith(("account", "mfa"))}
MISSING = 999_999


def addresses(patterns: list[Any] | None = None, prefix: str = "") -> dict[str, str]:
    """Every named address of the resolver with its route."""
    found: dict[str, str] = {}
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found |= addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{route} has no name, so no row in the matrix"
            found[pattern.name] = route
    return found


def test_every_address_of_the_resolver_has_a_row_in_the_matrix_and_no_row_is_left_over() -> None:
    assert sorted(addresses()) == sorted(MATRIX)


ROUTES = addresses()
WORK = sorted(name for name, route in ROUTES.items() if route.startswith("i/<slug:slug>/"))


class World:
    """Two initiatives with the same things in them, and somebody of every role in the first."""

    def __init__(self) -> None:
        self.own, self.other = new_initiative("eken"), new_initiative("almen")
        self.actors: dict[Role, Actor] = {role: member(self.own, role) for role in Role}
        member(self.own, Role.PROCESS_LEADER, "en-till")
        member(self.other, Role.PROCESS_LEADER)
        self.parts = {self.own.id: self._things(self.own), self.other.id: self._things(self.other)}
        self._clients = {role: self._signed_in(role) for role in Role}

    def _things(self, initiative: InitiativeRef) -> dict[str, int]:
        asked = add_questionnaire(initiative=initiative, actor=system(), title="Läget", items=["safe_01"])
        wave = plan_wave(
            initiative=initiative,
            actor=system(),
            questionnaire_id=asked,
            name="Baslinje",
            number=1,
            opens_on=date(2026, 1, 5),
            closes_on=date(2026, 1, 30),
        )
        open_wave(initiative=initiative, actor=system(), wave_id=wave)
        close_wave(initiative=initiative, actor=system(), wave_id=wave)
        row = Membership.objects.within(initiative).filter(role=Role.PROCESS_LEADER).order_by("-pk").first()
        assert row is not None
        thread = whole_thread(initiative)
        number = draft_report(initiative=initiative, actor=system(), title="T", summary="S", way_forward="")
        report = {"initiative": initiative, "actor": system(), "number": number}
        shown = add_picture(**report, data=SMALLEST_PNG, alt="En gård")
        ask_for_sign_off(**report, content={"sv": EMPTY_REPORT}, uses=[])
        return {
            "wave": wave,
            "membership": row.pk,
            "need": thread.need,
            "outcome": thread.outcome,
            "loop": thread.loop,
            "stop": 1,
            "number": number,
            "programme": thread.running,
            "step": thread.running_step,
            "stakeholder": thread.stakeholder,
            "target_group": thread.target_group,
            "evidence": thread.evidence,
            "output": thread.output,
            "group": thread.group,
            "participant": thread.participant,
            "session": thread.session,
            "grant": thread.grant,
            "map": thread.map,
            "picture": shown,
            "figure": thread.figure,
            "partner": thread.partner,
        }

    def address(self, name: str, initiative: InitiativeRef, parts: dict[str, int]) -> str:
        """An address with the parts its route has."""
        route = ROUTES[name]
        wanted: dict[str, object] = {part: value for part, value in parts.items() if f":{part}>" in route}
        if name == "trunk_stop" and wanted["stop"] == 1:
            wanted["stop"] = "A"
        return reverse(name, kwargs={"slug": initiative.slug, **wanted})

    def client(self, role: Role) -> Client:
        """A browser in which somebody of a role has signed in, with no message left over from another test."""
        browser = self._clients[role]
        browser.cookies.pop("messages", None)
        return browser

    def _signed_in(self, role: Role) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=self.actors[role].user_id))
        return client


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The two initiatives, built once."""
    with django_db_blocker.unblock():
        yield World()
        call_command("flush", interactive=False, verbosity=0)


def allowed(row: Any) -> frozenset[Role]:
    if row == "members":
        return frozenset(Role)
    return frozenset(Role(one) for one in row) if isinstance(row, list) else frozenset()


@pytest.mark.django_db
@pytest.mark.parametrize("name", WORK)
def test_who_may_read_and_who_gets_404(world: World, name: str) -> None:
    row, parts = MATRIX[name], world.parts[world.own.id]
    seen = {role: world.client(role).get(world.address(name, world.own, parts)).status_code for role in Role}
    may = allowed(row["reads"])
    if row["reads"] == "none":
        assert {role: code for role, code in seen.items() if code not in (404, 405)} == {}
        return
    assert {role for role, code in seen.items() if code == 200} == set(may)
    assert {code for role, code in seen.items() if role not in may} <= {404}


@pytest.mark.django_db
@pytest.mark.parametrize("name", WORK)
def test_who_may_write_and_who_gets_404(world: World, name: str) -> None:
    row, parts = MATRIX[name], world.parts[world.own.id]
    seen = {role: world.client(role).post(world.address(name, world.own, parts), {}).status_code for role in Role}
    may = allowed(row["writes"])
    refused = {role for role, code in seen.items() if code in (404, 405)}
    if row["writes"] == "none":
        assert refused == set(Role)
        return
    if name == "remove_member":
        may &= {Role.PROCESS_LEADER, Role.ADMIN}  # the row itself is gone once somebody has removed it
        assert set(Role) - refused <= may
        return
    readers_only = allowed(row["reads"]) - may
    assert {role for role in refused if role not in readers_only} == set(Role) - may - readers_only


@pytest.mark.django_db
@pytest.mark.parametrize("name", WORK)
def test_the_other_initiative_and_what_does_not_exist_look_the_same(world: World, name: str) -> None:
    foreign = world.address(name, world.other, world.parts[world.other.id])
    crossed = world.address(name, world.own, world.parts[world.other.id])
    gone = world.address(name, world.own, dict.fromkeys(world.parts[world.own.id], MISSING))
    nowhere = foreign.replace("/almen/", "/finns-inte/")
    for role in Role:
        client = world.client(role)
        for method in (client.get, client.post):
            pages = [method(foreign), method(nowhere)]
            if crossed != world.address(name, world.own, world.parts[world.own.id]):
                pages += [method(crossed), method(gone)]
            assert {page.status_code for page in pages} <= {404, 405}
            assert pages[0].content.replace(b"almen", b"") == pages[1].content.replace(b"finns-inte", b"")


@pytest.mark.django_db
@pytest.mark.parametrize("name", WORK)
def test_who_is_not_signed_in_is_asked_to_whatever_the_address(world: World, name: str) -> None:
    own = world.address(name, world.own, world.parts[world.own.id])
    for address in (own, own.replace("/eken/", "/finns-inte/")):
        for method in (Client().get, Client().post):
            response = method(address)
            assert response.status_code in (302, 405)
            assert response.status_code == 405 or response["Location"].startswith("/account/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("name", WORK)
def test_no_other_method_does_anything(world: World, name: str) -> None:
    address = world.address(name, world.own, world.parts[world.own.id])
    clients = [Client(), *(world.client(role) for role in Role)]
    for method in ("PUT", "PATCH", "DELETE"):
        assert {client.generic(method, address).status_code for client in clients} == {405}
