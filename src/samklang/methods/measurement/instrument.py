"""An instrument: its items, what may be answered, and how answers become scores and bands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Method = Literal["sum", "mean", "percent_of_max", "table", "value_set", "rule", "count", "sum_of"]
Kind = Literal["scale", "single", "profile", "index", "vas", "observation", "network"]
Timing = Literal["any", "then"]


@dataclass(frozen=True)
class ResponseSet:
    """What may be answered. codes: integers in display order, empty for a line marked anywhere between low and high.

    non_answers: code → reason; those are missing, not answers. labels: code → language → wording; pictures: code →
    the name of a drawing shown with the wording.
    """

    codes: tuple[int, ...]
    low: float
    high: float
    non_answers: Mapping[int, str]
    labels: Mapping[int, Mapping[str, str]]
    pictures: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """One item. text: language → wording, empty when the licence keeps it out."""

    id: str
    responses: ResponseSet
    text: Mapping[str, str]


@dataclass(frozen=True)
class Band:
    """A band begins at its lower bound, in points of the unrounded score, and ends where the next begins."""

    begins: float
    id: str
    label: Mapping[str, str]


@dataclass(frozen=True)
class BandSet:
    """The bands that hold from one age to another, in years, both included."""

    youngest: float
    oldest: float
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Bands:
    """Cuts of one score. draft: recalled, not yet held against their source."""

    draft: bool
    source: str
    sets: tuple[BandSet, ...]

    @property
    def by_age(self) -> bool:
        """Whether an age is needed to find the band."""
        return any(each.youngest > 0 or each.oldest < float("inf") for each in self.sets)


@dataclass(frozen=True)
class Condition:
    """True when at least so many of the items have one of the codes."""

    items: tuple[str, ...]
    codes: frozenset[int]
    at_least: int


@dataclass(frozen=True)
class Rule:
    """A category, when all its conditions hold."""

    id: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Scale:
    """One score. min_valid: answers needed, the rest count as the person's mean; of: scores summed by ``sum_of``;

    counted: codes a ``count`` counts; missing_basis: who made the missing rule; draft: the rule itself is recalled.
    """

    id: str
    method: Method
    items: tuple[str, ...]
    reverse: frozenset[str]
    min_valid: int
    half_up: bool
    range: tuple[float, float] | None
    bands: Bands | None
    of: tuple[str, ...] = ()
    table: tuple[tuple[float, float], ...] = ()
    rules: tuple[Rule, ...] = ()
    otherwise: str = ""
    counted: frozenset[int] = frozenset()
    missing_basis: Literal["official", "recalled", "policy", ""] = ""
    draft: bool = False


@dataclass(frozen=True)
class Licence:
    """What may be done with the wording. text: open (ships), ship_nc or user_supplied (a body supplies its own).

    may_subset: single items may be asked; pictures: pictures may be added.
    """

    text: Literal["open", "ship_nc", "user_supplied"]
    statement: str
    may_subset: bool = True
    pictures: bool = False


@dataclass(frozen=True)
class Instrument:
    """A published instrument, identified by id@version. draft: something in it is not yet held against its source.

    timing: ``then`` looks back at a time that has passed and is never merged with what was asked at that time.
    """

    id: str
    version: str
    title: Mapping[str, str]
    higher_is: Literal["better", "worse", "neutral"]
    licence: Licence
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    languages: tuple[str, ...]
    lead: Mapping[str, str]
    indicator: Mapping[str, str]
    youngest: int
    sensitive: bool
    anonymous_ok: bool
    draft: bool
    kind: Kind
    timing: Timing
    construct: str
    recall: str
    reference: str
    wording_status: Mapping[str, str]

    def item(self, identifier: str) -> Item:
        """One item by its id. Raises KeyError."""
        return {each.id: each for each in self.items}[identifier]
