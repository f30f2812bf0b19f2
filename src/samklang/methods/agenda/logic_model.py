"""A logic model: goal, outcomes, activities and resources, with indicators, data sources and what is assumed.

Each part names what it belongs to by id, so that the same indicator may follow two outcomes and several activities,
each in its own time, may lead to one. Source: effektlogik as in Folkets Husby & RISE, Collective Impact Husby
2020–2023 (November 2023): a matrix of four rows and four columns, filled in from the goal downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Goal:
    """The overall goal and purpose."""

    id: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """A change that is wanted. leads_to: goals, or outcomes further on; valued: whether money is put on it."""

    id: str
    text: str
    leads_to: tuple[str, ...] = ()
    valued: bool = False


@dataclass(frozen=True)
class Indicator:
    """A sign of one phenomenon. of: the goals, outcomes or activities it follows; sources: where its data come from.

    baseline, follow_up: when it is measured before and after, as people say it; empty while nobody knows.
    """

    id: str
    text: str
    of: tuple[str, ...] = ()
    phenomena: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    baseline: str = ""
    follow_up: str = ""


@dataclass(frozen=True)
class DataSource:
    """Where data come from: a survey, a register, a roll."""

    id: str
    text: str


@dataclass(frozen=True)
class Activity:
    """What is done. outcomes: what it should lead to; resources: what it takes; starts, ends: its own time."""

    id: str
    text: str
    outcomes: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class Output:
    """A process measure: something finished that can be counted, 36 meetings. activities: whose it is."""

    id: str
    text: str
    activities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resource:
    """Money, time or a place. sources: where its amount is written."""

    id: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assumption:
    """What must hold, or what threatens, for some parts of the model to come true."""

    id: str
    text: str
    of: tuple[str, ...] = ()
    threat: bool = False


Part = Goal | Outcome | Indicator | DataSource | Activity | Output | Resource | Assumption


@dataclass(frozen=True)
class LogicModel:
    """The whole model."""

    goals: tuple[Goal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    sources: tuple[DataSource, ...] = ()
    activities: tuple[Activity, ...] = ()
    outputs: tuple[Output, ...] = ()
    resources: tuple[Resource, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def kinds(self) -> dict[str, tuple[Part, ...]]:
        """Every part by its kind, in the order of the fields."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Link:
    """One reference. kind, part, key: where it is written; to: the id it names; among: the kinds that id may have."""

    kind: str
    part: str
    key: str
    to: str
    among: tuple[str, ...]

    @property
    def where(self) -> str:
        """Path of the key it is written in."""
        return f"{self.kind}.{self.part}.{self.key}"


# What each key may name.
KEYS = {
    ("outcomes", "leads_to"): ("goals", "outcomes"),
    ("indicators", "of"): ("goals", "outcomes", "activities"),
    ("indicators", "sources"): ("sources",),
    ("activities", "outcomes"): ("outcomes",),
    ("activities", "resources"): ("resources",),
    ("outputs", "activities"): ("activities",),
    ("outputs", "sources"): ("sources",),
    ("resources", "sources"): ("sources",),
    ("assumptions", "of"): ("goals", "outcomes", "activities", "resources"),
}


def links(model: LogicModel) -> tuple[Link, ...]:
    """Every reference of the model, also those that name nothing."""
    return tuple(
        Link(kind, part.id, key, to, among)
        for (kind, key), among in KEYS.items()
        for part in model.kinds[kind]
        for to in getattr(part, key)
    )
