"""The audit trail's page says in words what was done, and leads on to what was done before."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.test import Client
from tests.personas import member, new_initiative

from samklang.pages.initiative.page import A_PAGE
from samklang.pages.initiative.verbs import VERBS, verb_text
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.services import add_partner
from samklang.records.people.models import User

SERVICES = Path(__file__).resolve().parents[2] / "src" / "samklang" / "records"


def test_every_verb_of_the_trail_has_its_words() -> None:
    used = {
        node.args[0].value
        for path in SERVICES.glob("*/services/*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "act"
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert (used - set(VERBS), set(VERBS) - used) == (set(), set())
    assert verb_text("no_such_verb") == "no such verb"


@pytest.mark.django_db
def test_a_long_trail_comes_in_pages() -> None:
    initiative = new_initiative()
    leader = member(initiative, Role.PROCESS_LEADER)
    for number in range(A_PAGE):
        add_partner(initiative=initiative, actor=leader, name=f"Förening {number:02}", sector=Sector.RESIDENTS)
    client = Client()
    client.force_login(User.objects.get(pk=leader.user_id))
    address = f"/i/{initiative.slug}/initiative/trail/"
    first = client.get(address)
    assert "lade till en partner" in first.content.decode()
    assert [row.title for row in first.context["page"].rows][:2] == ["Förening 49", "Förening 48"]
    second = client.get(address, {"before": first.context["page"].earlier})
    assert [row.did for row in second.context["page"].rows] == ["gav en roll", "började initiativet"]
    assert second.context["page"].earlier is None
    for odd in ("", "x", "-1", "²", "9" * 40):
        assert client.get(address, {"before": odd}).status_code == 200
