"""Two reports: one signed by both bodies and open to anyone, one that waits for the resident council."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samklang.demo.place import Places
from samklang.pages.publishing.compose import content_of, uses_of
from samklang.records.people.permissions import system
from samklang.records.people.queries import actor_of
from samklang.records.publishing.queries import report
from samklang.records.publishing.services import ask_for_sign_off, draft_report, sign_off

FIRST = {
    "title": "Ljungvalla 2024–2026: vad som hände, och vad vi inte vet",
    "summary": "Nio organisationer och de som bor i Ljungvalla har arbetat tillsammans i två och ett halvt år. "
    "Hallen är öppen på kvällarna, fyra samtalsgrupper har träffats och boenderådet har sagt sitt före varje beslut. "
    "Bland de svarande som deltar är en mindre andel otrygga än tidigare, men det kan vara slump, och vi kan "
    "inte visa att det beror på oss.",
    "way_forward": "Lamporna vid skolan ska lagas senast våren 2027. Vägvisaren startar när uppföljningsplanen är "
    "skriven. Boenderådet har bett om en lots på biblioteket, och styrgruppen svarar i februari.",
}
SECOND = {
    "title": "Kvällarna i hallen, värdet för alla som berörs",
    "summary": "Vad de öppna kvällarna har varit värda för unga, och vad de har kostat dem som bor närmast. Värdet "
    "är mindre än det som lagts in, och det säger vi.",
    "way_forward": "Vi frågar dem som bor närmast igen när ljudvallen står klar.",
}


def add_reports(places: Places, people: Mapping[str, int], maps: Mapping[str, int]) -> None:
    """Both reports, put together by the same code as everybody's."""
    _ask(places, FIRST, maps["kvallar"])
    for signer in ("samira", "fatima"):
        _sign(places, people[signer], 1)
    _ask(places, SECOND, maps["alla"])
    _sign(places, people["samira"], 2)


def _ask(places: Places, words: Mapping[str, Any], value_map: int) -> None:
    initiative, actor = places.main, system()
    number = draft_report(initiative=initiative, actor=actor, value_map_id=value_map, **words)
    row = report(initiative=initiative, actor=actor, number=number)
    content, uses = content_of(initiative, actor, row), uses_of(initiative, actor, row)
    ask_for_sign_off(initiative=initiative, actor=actor, number=number, content=content, uses=uses)


def _sign(places: Places, user_id: int, number: int) -> None:
    actor = actor_of(user_id)
    read = report(initiative=places.main, actor=actor, number=number)
    sign_off(initiative=places.main, actor=actor, number=number, content_hash=read.content_hash)
