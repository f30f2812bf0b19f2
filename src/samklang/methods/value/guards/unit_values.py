"""VE03 a unit value without source, unit or year, VE07 and VE10 values that don't belong here, VW07 odd sizes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from statistics import median

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, stop, warn
from samklang.methods.value.map.entities import Outcome, UnitValue, ValueMap

TIMES_THE_MEDIAN = 10
LEAST_TO_COMPARE = 3
_WRITTEN = re.compile(r"(\d[\d \u00a0\u202f]*(?:[.,]\d+)?)\s*(kr|kronor|sek|tkr|ksek|mkr|msek|mnkr|miljoner)\b", re.I)
_CURRENCY = re.compile(r"([A-Z]{3})(?![A-Za-z])")
_LONGEST_SOURCE = 1000  # characters of a source text that are looked through
_SIZE = {"tkr": 10**3, "ksek": 10**3, "mkr": 10**6, "msek": 10**6, "mnkr": 10**6, "miljoner": 10**6}


def unit_value_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on unit values, one by one and beside each other."""
    for outcome in value_map.outcomes:
        if outcome.unit_value is not None:
            yield from _documented(outcome, outcome.unit_value)
            yield from _belongs(outcome, outcome.unit_value, value_map)
            yield from _thousandfold(outcome)
        elif value_map.monetary:
            yield warn("VW16", place(outcome), "is not valued in money: the total leaves it out")
        if not outcome.counted:
            yield warn("VW16", place(outcome), "is shown but not counted in the total")
    yield from _outliers(value_map)


def _documented(outcome: Outcome, value: UnitValue) -> Iterator[Finding]:
    given = {"source": outcome.numbers["unit_value"].source, "unit": value.unit, "price_year": value.price_year}
    for key, content in given.items():
        if not content:
            yield stop("VE03", place(outcome, f"unit_value.{key}"), "is missing; a value needs source, unit and year")


def _belongs(outcome: Outcome, value: UnitValue, value_map: ValueMap) -> Iterator[Finding]:
    if value.price_year and value.price_year != value_map.price_year:
        text = f"prices of {value.price_year} in a map of {value_map.price_year}; convert with one price index first"
        yield stop("VE10", place(outcome, "unit_value.price_year"), text)
    currency = _CURRENCY.match(value.unit)
    if currency and currency[1] != value_map.currency:
        text = f"is in {currency[1]} in a map of {value_map.currency}; convert with one rate first"
        yield stop("VE10", place(outcome, "unit_value.unit"), text)
    if value.perspective and value.perspective != value_map.perspective:
        text = f"is worth this to '{value.perspective}', the map is of '{value_map.perspective}': never added"
        yield stop("VE07", place(outcome, "unit_value.perspective"), text)
    if value.transfer and value_map.of_society:
        text = "a transfer only changes hands: to society it is worth nothing"
        yield stop("VE07", place(outcome, "unit_value.transfer"), text)


def _thousandfold(outcome: Outcome) -> Iterator[Finding]:
    amount = outcome.numbers["unit_value"]
    written = [_value(digits, word) for digits, word in _WRITTEN.findall(amount.source[:_LONGEST_SOURCE])]
    off = [number for number in written if number and amount.centre / number in (1000, Fraction(1, 1000))]
    if off and amount.centre not in written:
        text = f"{plain(amount.centre)} here, {plain(off[0])} in the source text: a thousandfold apart"
        yield warn("VW07", place(outcome, "unit_value.amount"), text)


def _value(digits: str, word: str) -> Fraction:
    number = re.sub(r"\s", "", digits).replace(",", ".")
    return Fraction(number) * _SIZE.get(word.lower(), 1)


def _outliers(value_map: ValueMap) -> Iterator[Finding]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in value_map.outcomes:
        if outcome.unit_value is not None:
            groups[outcome.unit_value.unit].append(outcome)
    for alike in groups.values():
        middle = median(outcome.numbers["unit_value"].centre for outcome in alike)
        for outcome in alike:
            amount = outcome.numbers["unit_value"].centre
            if len(alike) >= LEAST_TO_COMPARE and amount > TIMES_THE_MEDIAN * middle:
                text = f"{plain(amount)} is over ten times the median {plain(middle)} of this unit's values"
                yield warn("VW07", place(outcome, "unit_value.amount"), text)
