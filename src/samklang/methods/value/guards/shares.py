"""VE01 a share outside 0–1, VE11 an amount, range or duration that can't be, VE12 a split that isn't whole; VW16
an outcome that a map of weights leaves unweighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, stop, warn
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.limits import LONGEST_YEARS
from samklang.methods.value.map.quantity import Quantity

SHARES = ("share_improved", "attribution_to_others", "closeness", "displacement", "drop_off")
AMOUNTS = ("quantity", "started", "answered", "improved", "unit_value", "duration_years")


def share_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on single numbers and on splits."""
    for outcome in value_map.outcomes:
        yield from _numbers(outcome)
        yield from _splits(outcome)
    for parameter in value_map.parameters():
        if parameter.name == "rate":
            yield from _rate(parameter.id, parameter.quantity)
        if parameter.name == "amount":
            yield from _amount(parameter.id, parameter.quantity)
    if not value_map.monetary:
        yield from _weights([outcome for outcome in value_map.outcomes if outcome.counted])


def _weights(counted: list[Outcome]) -> Iterator[Finding]:
    weights = [outcome.weight for outcome in counted if outcome.weight is not None]
    if weights:
        yield from _whole("outcomes", "weights", sum(weights, start=Fraction(0)))
    for outcome in counted:
        if outcome.weight is None:
            yield warn("VW16", place(outcome, "weight"), "has no weight: the map weighs the others without it")


def _numbers(outcome: Outcome) -> Iterator[Finding]:
    for name, quantity in outcome.numbers.items():
        where = place(outcome, name)
        if name in SHARES or (name == "counterfactual" and "change" not in outcome.numbers):
            yield from _within(where, quantity, least=_least(outcome, name))
        elif name in AMOUNTS:
            yield from _amount(where, quantity)
        else:
            yield from _ordered(where, quantity)
    yield from _lasting(outcome)


def _lasting(outcome: Outcome) -> Iterator[Finding]:
    longest = outcome.numbers["duration_years"].ends[-1]
    if longest == 0:
        text = "lasts 0 years, which is worth nothing; write 1 for the year of the activity"
        yield stop("VE11", place(outcome, "duration_years"), text)
    if outcome.follow_up_years is not None:
        yield from _amount(place(outcome, "follow_up_years"), Quantity(outcome.follow_up_years))
    if longest > LONGEST_YEARS:
        text = f"{plain(longest)} years is longer than {LONGEST_YEARS}; a benefit period is counted in years"
        yield stop("VE11", place(outcome, "duration_years"), text)


def _least(outcome: Outcome, name: str) -> int:
    return -1 if name == "counterfactual" and outcome.counterfactual_mode == "difference" else 0


def _within(where: str, quantity: Quantity, least: int = 0) -> Iterator[Finding]:
    if quantity.n is not None:  # k and n are looked at as counts (VE06)
        return
    for number in quantity.ends:
        if not least <= number <= 1:
            hint = f"; for {plain(number)} per cent write {plain(number / 100)}" if 1 < number <= 100 else ""
            yield stop("VE01", where, f"{plain(number)} is outside {least}–1{hint}")
            return
    yield from _ordered(where, quantity)


def _rate(where: str, quantity: Quantity) -> Iterator[Finding]:
    """A rate is a share below 1: nobody discounts by 100 per cent a year, and 1 is what one per cent looks like."""
    if max(quantity.ends) == 1 and min(quantity.ends) >= 0:
        yield stop("VE01", where, "1 would discount by 100 per cent a year; for 1 per cent write 0.01")
        return
    yield from _within(where, quantity)


def _amount(where: str, quantity: Quantity) -> Iterator[Finding]:
    if min(quantity.ends) < 0:
        yield stop("VE11", where, f"{plain(min(quantity.ends))} is below 0; harm is carried by sign: -1")
        return
    yield from _ordered(where, quantity)


def _ordered(where: str, quantity: Quantity) -> Iterator[Finding]:
    if list(quantity.ends) != sorted(quantity.ends):
        yield stop("VE11", where, "low, mode and high are not in rising order")


def _splits(outcome: Outcome) -> Iterator[Finding]:
    if outcome.weight is not None:
        yield from _within(place(outcome, "weight"), Quantity(outcome.weight))
    for name, split in (("partner_shares", outcome.partner_shares), ("payer", outcome.payers)):
        for who, share in (split or {}).items():
            yield from _within(place(outcome, f"{name}.{who}"), Quantity(share))
    if outcome.payers:
        yield from _whole(place(outcome, "payer"), "payers' shares", _sum(outcome.payers))


def _whole(where: str, what: str, total: Fraction) -> Iterator[Finding]:
    if total != 1:
        yield stop("VE12", where, f"the {what} add up to {plain(total)}, not 1")


def _sum(split: Mapping[str, Fraction]) -> Fraction:
    return sum(split.values(), start=Fraction(0))
