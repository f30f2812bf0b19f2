"""What may be read of value maps; their figures are worked out when they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samklang.methods.disclosure.release import from_manifest
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.measurement.released_change import NotTold, ReleasedChange, released_change
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.report import Report, report
from samklang.records.activities.queries import ProgrammeRow, programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReleaseRow, public_releases
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.value.models import ValueMap
from samklang.records.value.permissions import check_may_read_value

DRAWS, SEED = 4000, 1


@dataclass(frozen=True)
class LinkedQuantity:
    """Where an outcome's quantity comes from. change: nothing when a release was withdrawn or tells too little."""

    outcome: str
    question: str
    before: ReleaseRow | None
    after: ReleaseRow | None
    change: ReleasedChange | None


@dataclass(frozen=True)
class ValueMapRow:
    """The newest version of a map."""

    id: int
    name: str
    version: int
    text: str
    programme: ProgrammeRow
    links: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Valued:
    """A map with what it comes to, and what its linked quantities rest on."""

    row: ValueMapRow
    answer: Report
    linked: tuple[LinkedQuantity, ...]


def value_maps(*, initiative: InitiativeRef, actor: Actor) -> list[ValueMapRow]:
    """The newest version of every map, by name."""
    check_may_read_value(actor, initiative)
    known = {row.id: row for row in programmes(initiative=initiative, actor=actor)}
    newest: dict[str, ValueMap] = {}
    for row in ValueMap.objects.within(initiative):
        newest.setdefault(row.name, row)
    return [
        ValueMapRow(row.pk, row.name, row.version, row.text, known[row.programme_id], row.links)
        for row in newest.values()
    ]


def valued(*, initiative: InitiativeRef, actor: Actor, map_id: int) -> Valued:
    """One map with its figures. Raises NotAllowed, also when unknown."""
    found = next((row for row in value_maps(initiative=initiative, actor=actor) if row.id == map_id), None)
    if found is None:
        raise NotAllowed
    return worked_out(initiative, found)


def worked_out(initiative: InitiativeRef, row: ValueMapRow) -> Valued:
    """A map's figures, with each linked quantity put in from what has been released."""
    linked = linked_quantities(initiative, row.links)
    value_map = read_map(with_links(read_yaml(row.text, row.name), linked))
    return Valued(row, report(value_map, DRAWS, SEED), linked)


def linked_quantities(
    initiative: InitiativeRef, links: Mapping[str, Mapping[str, Any]]
) -> tuple[LinkedQuantity, ...]:
    """Each link with its releases and the change between them. Only what anyone may know of them is used."""
    if not links:
        return ()
    rows = {row.wave.id: row for row in public_releases(initiative)}
    return tuple(_linked(outcome, link, rows) for outcome, link in links.items())


def with_links(data: Any, linked: tuple[LinkedQuantity, ...]) -> Any:
    """The map as written with the linked quantities in place, as low, mode and high of the released difference.

    A smaller share at the sensitive end is the change for the better, so its sign is turned.
    """
    found = {one.outcome: one.change.difference for one in linked if one.change is not None}
    for outcome in data.get("outcomes", []) if isinstance(data, dict) else []:
        told = found.get(outcome.get("id"))
        if told is not None:
            spread = {"low": -told.high, "mode": -told.value, "high": -told.low}
            outcome["counterfactual"] = {**outcome["counterfactual"], "difference": _whole_points(spread)}
    return data


def _whole_points(spread: Mapping[str, float]) -> dict[str, float]:
    """Whole percentage points: the buckets carry no more."""
    return {name: round(value, 2) for name, value in spread.items()}


def _linked(outcome: str, link: Mapping[str, Any], rows: Mapping[int, ReleaseRow]) -> LinkedQuantity:
    before, after = rows.get(link["before"]), rows.get(link["after"])
    change = None
    if before is not None and after is not None:
        try:
            change = released_change(from_manifest(before.manifest), from_manifest(after.manifest), link["question"])
        except NotTold:
            change = None
    return LinkedQuantity(outcome, link["question"], before, after, change)
