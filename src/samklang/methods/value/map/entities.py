"""The entities of a value map: what was put in, what changed for whom, and what would have happened anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from samklang.methods.value.map.quantity import Quantity

MapKind = Literal["evaluation", "forecast"]
InputKind = Literal["money", "time", "subsidy"]
Timing = Literal["end", "start"]
Starts = Literal["during", "after"]
CounterfactualMode = Literal["share", "level", "difference"]
Basis = Literal["trial", "matched", "register", "statistics", "expert", "self_report", "assumed"]
Method = Literal["stated", "revealed", "wellbeing", "avoided_cost", "value_game", "relative"]
SOCIETY = ("society", "samhälle", "samhället", "samfund", "samfundet")
DEDUCTIONS = ("counterfactual", "attribution_to_others", "closeness", "displacement")


def words(alternatives: object) -> tuple[str, ...]:
    """The words of a closed list such as `Basis`."""
    return get_args(alternatives)


@dataclass(frozen=True)
class Discount:
    """How later years are weighed: (years, rate) in order, the last onward; end- or start-of-year."""

    rates: tuple[tuple[int, Quantity], ...]
    timing: Timing = "end"


@dataclass(frozen=True)
class Input:
    """A resource: never a harm or a saving. key: stable name of the row, for streams and explanations."""

    key: str
    stakeholder: str
    kind: InputKind
    amount: Quantity


@dataclass(frozen=True)
class UnitValue:
    """What is known about an outcome's unit value beside its amount: unit, method, price year and for whom.

    perspective: if another than the map's; transfer: money that only changes hands, such as a benefit paid out;
    relative_to: the outcome whose value this one follows, in the proportion of their weights.
    """

    unit: str = ""
    method: Method | None = None
    price_year: int | None = None
    perspective: str = ""
    transfer: bool = False
    relative_to: str = ""


@dataclass(frozen=True)
class Outcome:
    """A change for a stakeholder. Absent numbers are absent keys of `numbers`.

    numbers: by name: quantity, started, answered, improved, share_improved, change, unit_value, counterfactual,
    attribution_to_others, closeness, displacement, duration_years, drop_off; counted: whether it is in the totals;
    weight: relative importance 0–1 of a map without kronor; partner_shares, payers: splits by name.
    """

    id: str
    stakeholder: str
    phenomenon: str
    numbers: Mapping[str, Quantity]
    counterfactual_mode: CounterfactualMode | None
    basis: Basis | None
    unit_value: UnitValue | None
    starts: Starts = "during"
    sign: int = 1
    counted: bool = True
    weight: Fraction | None = None
    overlap_group: str = ""
    upstream_of: str = ""
    follow_up_years: Fraction | None = None
    partner_shares: Mapping[str, Fraction] | None = None
    payers: Mapping[str, Fraction] | None = None
    decision: str = ""

    @property
    def valued(self) -> bool:
        """Whether it carries kronor into the totals."""
        return self.unit_value is not None and self.counted

    @property
    def empty_years(self) -> int:
        """Calendar years before the first with a value."""
        return 1 if self.starts == "after" else 0

    @property
    def responded(self) -> tuple[Fraction, Fraction] | None:
        """(answered, started) at their centres, where both are known."""
        known = self.numbers.get("answered"), self.numbers.get("started")
        return None if known[0] is None or known[1] is None else (known[0].centre, known[1].centre)


@dataclass(frozen=True)
class ValueMap:
    """A whole analysis from one perspective; two perspectives are never added together."""

    title: str
    kind: MapKind
    perspective: str
    currency: str
    price_year: int
    discount: Discount
    inputs: tuple[Input, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def of_society(self) -> bool:
        """Whether it is seen from society, in any of our languages: there a transfer is worth nothing."""
        return self.perspective.casefold() in SOCIETY

    @property
    def monetary(self) -> bool:
        """A map without any unit value is a weights map: no kronor, no ratio."""
        return any(outcome.unit_value is not None for outcome in self.outcomes)

    def parameters(self) -> Iterator[Parameter]:
        """Every number, outcome by outcome, then inputs, then discount rates."""
        for outcome in self.outcomes:
            for name, quantity in outcome.numbers.items():
                yield Parameter(f"{outcome.id}.{name}", name, quantity, outcome)
        for row in self.inputs:
            yield Parameter(input_id(row), "amount", row.amount)
        for place, (_, rate) in enumerate(self.discount.rates):
            yield Parameter(rate_id(place), "rate", rate)


@dataclass(frozen=True)
class Parameter:
    """One number of a map. id: `<outcome>.<name>`, `inputs.<key>` or `discount.rate[.n]`; outcome: whose it is."""

    id: str
    name: str
    quantity: Quantity
    outcome: Outcome | None = None


def input_id(row: Input) -> str:
    """Identifier of an input's amount."""
    return f"inputs.{row.key}"


def rate_id(place: int) -> str:
    """Identifier of the discount rate at a place in the list of rates."""
    return f"discount.rate.{place + 1}" if place else "discount.rate"
