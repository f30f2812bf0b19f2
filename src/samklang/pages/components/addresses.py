"""Where a row of evidence leads: refs are strings, and pages know what opens them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from samklang.methods.process.template import evidence_kind, in_language
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import EvidenceRow

# What a ref begins with → the page's name and the part of its address.
OPENS = {
    "wave": ("result", "wave"),
    "decision": ("decision", "number"),
    "programme": ("programme", "programme"),
    "sessions": ("sessions", "programme"),
    "map": ("value_map", "map"),
    "need": ("need", "need"),
    "report": ("report", "number"),
    "charter": ("charters", ""),
    "letters": ("letters", ""),
    "grants": ("finance", ""),
    "partners": ("partners", ""),
    "decisions": ("decisions", ""),
    "activities": ("activities", ""),
}


def address_of(initiative: InitiativeRef, ref: str) -> str:
    """The address of what a ref names, or nothing when there is no page of it."""
    kind, _colon, part = ref.partition(":")
    if kind not in OPENS:
        return ""
    name, key = OPENS[kind]
    return reverse(name, kwargs={"slug": initiative.slug, **({key: int(part)} if key else {})})


@dataclass(frozen=True)
class Lying:
    """A row of evidence as the reader may know of it. href: the page it opens, if there is one for them."""

    row: EvidenceRow
    kind: str
    title: str
    href: str


def lying(initiative: InitiativeRef, actor: Actor, rows: Iterable[EvidenceRow]) -> list[Lying]:
    """Evidence with its links. Of what the reader may not open only the kind is told, never the title."""
    seen = {f"wave:{row.wave.id}" for row in releases(initiative=initiative, actor=actor)}
    language = get_language() or "sv"
    found = []
    for row in rows:
        closed = row.ref.startswith("wave:") and row.ref not in seen
        kind = in_language(evidence_kind(row.kind).name, language)
        href = "" if closed else address_of(initiative, row.ref)
        found.append(Lying(row, kind, "" if closed else row.title, href))
    return found
