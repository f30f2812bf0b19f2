"""What may be read of value maps; their figures are worked out when they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from samklang.methods.disclosure.release import from_manifest
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.measurement.released_change import NotTold, ReleasedChange, released_change
from samklang.methods.value.map.entities import ValueMap as WrittenMap
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.partners import claims
from samklang.methods.value.report import Report, report
from samklang.records.activities.queries import OutputRow, ProgrammeRow, programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReleaseDetail, public_releases
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.value.models import ValueMap
from samklang.records.value.permissions import check_may_read_value

DRAWS, SEED = 4000, 1
MODES = ("share", "level", "difference")  # the three ways a counterfactual is written


@dataclass(frozen=True)
class LinkedQuantity:
    """Where an outcome's quantity comes from: two releases of a question, or an output of the programme.

    change: nothing when a release was withdrawn or tells too little; output: nothing when the count was taken away.
    """

    outcome: str
    question: str = ""
    before: ReleaseDetail | None = None
    after: ReleaseDetail | None = None
    change: ReleasedChange | None = None
    output: OutputRow | None = None

    @property
    def stands(self) -> bool:
        """Whether there is a number to put in."""
        return self.change is not None or self.output is not None


@dataclass(frozen=True)
class ValueMapRow:
    """A version of a map. newest: the number of its newest version."""

    id: int
    name: str
    version: int
    newest: int
    text: str
    programme: ProgrammeRow
    links: Mapping[str, Mapping[str, Any]]

    @property
    def current(self) -> bool:
        """Whether no later version exists."""
        return self.version == self.newest


@dataclass(frozen=True)
class MapName:
    """A version of a map by name."""

    id: int
    name: str
    version: int


@dataclass(frozen=True)
class Valued:
    """A map with what it comes to, and what its linked quantities rest on.

    shared: outcome → the other maps that claim something of the same change.
    """

    row: ValueMapRow
    answer: Report
    linked: tuple[LinkedQuantity, ...]
    shared: Mapping[str, tuple[str, ...]]


def value_maps(*, initiative: InitiativeRef, actor: Actor) -> list[ValueMapRow]:
    """The newest version of every map, by name."""
    return [row for row in map_versions(initiative=initiative, actor=actor) if row.current]


def map_names(*, initiative: InitiativeRef, actor: Actor, programme_ids: Collection[int]) -> list[MapName]:
    """Every version of the programmes' maps by name, the newest of each first. One query."""
    check_may_read_value(actor, initiative)
    rows = ValueMap.objects.within(initiative).filter(programme_id__in=programme_ids)
    return [MapName(*one) for one in rows.values_list("pk", "name", "version")]


def map_versions(*, initiative: InitiativeRef, actor: Actor) -> list[ValueMapRow]:
    """Every version of every map, by name, the newest first."""
    check_may_read_value(actor, initiative)
    known = {row.id: row for row in programmes(initiative=initiative, actor=actor)}
    rows = list(ValueMap.objects.within(initiative))
    newest: dict[str, int] = {}
    for row in rows:
        newest[row.name] = max(row.version, newest.get(row.name, 0))
    return [
        ValueMapRow(row.pk, row.name, row.version, newest[row.name], row.text, known[row.programme_id], row.links)
        for row in rows
    ]


def newest_version(*, initiative: InitiativeRef, actor: Actor, map_id: int | None) -> ValueMapRow | None:
    """The newest version of the map one of whose versions has the id."""
    rows = map_versions(initiative=initiative, actor=actor)
    name = next((row.name for row in rows if row.id == map_id), None)
    return next((row for row in rows if row.name == name and row.current), None)


def valued(
    *, initiative: InitiativeRef, actor: Actor, map_id: int, told: Sequence[ReleaseDetail] | None = None
) -> Valued:
    """One version of a map with its figures. Raises NotAllowed, also when unknown.

    told: the public releases, if they have been read already.
    """
    rows = map_versions(initiative=initiative, actor=actor)
    found = next((row for row in rows if row.id == map_id), None)
    if found is None:
        raise NotAllowed
    return worked_out(initiative, found, rows, told)


def worked_out(
    initiative: InitiativeRef,
    row: ValueMapRow,
    known: Iterable[ValueMapRow],
    told: Sequence[ReleaseDetail] | None = None,
) -> Valued:
    """A map's figures, with each linked quantity put in from what has been released or counted.

    known: the initiative's maps. Together with the current version of every other map it may not claim more than the
    whole of a change (VE04); without them two maps could each claim all of it, and both be told.
    told: the public releases, if they have been read already.
    """
    linked = linked_quantities(initiative, row.links, row.programme, told)
    value_map = read_map(with_links(read_yaml(row.text, row.name), linked))
    others = {one.name: _as_written(one.text) for one in known if one.current and one.name != row.name}
    answer = report(value_map, DRAWS, SEED, beside=tuple(others.values()))
    return Valued(row, answer, linked, _shared(value_map, others))


def _shared(value_map: WrittenMap, others: Mapping[str, WrittenMap]) -> dict[str, tuple[str, ...]]:
    """For each change the map claims: which other maps claim it too."""
    elsewhere = {name: {claim.change for claim in claims((other,))} for name, other in others.items()}
    found = {
        claim.outcome: tuple(name for name, changes in elsewhere.items() if claim.change in changes)
        for claim in claims((value_map,))
    }
    return {outcome: names for outcome, names in found.items() if names}


@lru_cache(maxsize=256)
def _as_written(text: str) -> WrittenMap:
    """Another map, for what it claims: that stands in its own words, whatever its quantities are linked to."""
    return read_map(read_yaml(text, "map"))


def linked_quantities(
    initiative: InitiativeRef,
    links: Mapping[str, Mapping[str, Any]],
    programme: ProgrammeRow,
    told: Sequence[ReleaseDetail] | None = None,
) -> tuple[LinkedQuantity, ...]:
    """Each link with what it leads to. Of answers only what anyone may know of them is used.

    told: the public releases, if they have been read already.
    """
    if not links:
        return ()
    rows = {row.wave.id: row for row in (public_releases(initiative) if told is None else told)}
    counted = {row.id: row for row in programme.outputs}
    return tuple(
        LinkedQuantity(outcome, output=counted.get(link["output"]))
        if "output" in link
        else _linked(outcome, link, rows)
        for outcome, link in links.items()
    )


def with_links(data: Any, linked: tuple[LinkedQuantity, ...]) -> Any:
    """The map as written with the linked quantities in place of those typed."""
    found = {one.outcome: one for one in linked if one.stands}
    rows = data.get("outcomes") if isinstance(data, dict) else None
    for outcome in rows if isinstance(rows, list) else []:
        one = found.get(str(outcome.get("id"))) if isinstance(outcome, dict) else None
        if one is not None:
            _put_in(outcome, one)
    return data


def _put_in(outcome: dict[str, Any], one: LinkedQuantity) -> None:
    """A count stands as it is; a released difference as low, mode and high.

    A smaller share at the sensitive end is the change for the better, so its sign is turned.
    """
    for typed in ("improved", "answered", "share_improved", "change", *(("started",) if one.output else ())):
        outcome.pop(typed, None)
    if one.output is not None:
        outcome["quantity"] = one.output.count
    elif one.change is not None:
        outcome.pop("quantity", None)
        told = one.change.difference
        spread = {"low": -told.high, "mode": -told.value, "high": -told.low}
        written = outcome.get("counterfactual")
        kept = {key: value for key, value in written.items() if key not in MODES} if isinstance(written, dict) else {}
        outcome["counterfactual"] = {"basis": "matched", **kept, "difference": _whole_points(spread)}


def _whole_points(spread: Mapping[str, float]) -> dict[str, float]:
    """Whole percentage points: the buckets carry no more."""
    return {name: round(value, 2) for name, value in spread.items()}


def _linked(outcome: str, link: Mapping[str, Any], rows: Mapping[int, ReleaseDetail]) -> LinkedQuantity:
    before, after = rows.get(link["before"]), rows.get(link["after"])
    change = None
    if before is not None and after is not None:
        try:
            change = released_change(from_manifest(before.manifest), from_manifest(after.manifest), link["question"])
        except NotTold:
            change = None
    return LinkedQuantity(outcome, link["question"], before, after, change)
