"""Reads a `value-map/1` mapping, from YAML or built in Python, and refuses everything it doesn't know."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import cast

from samklang.methods.kernel.findings import UnreadableInput, naming
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.value.map.entities import Discount, Input, InputKind, MapKind, Timing, ValueMap, words
from samklang.methods.value.map.followers import with_followers
from samklang.methods.value.map.limits import LONGEST_YEARS
from samklang.methods.value.map.node import Node, number_of
from samklang.methods.value.map.outcomes import read_outcome, with_origin
from samklang.methods.value.map.quantity import Quantity

SCHEMA = "value-map/1"
CURRENCY = "[A-Z]{3}"
LONGEST_TEXT = 500_000  # some five hundred outcomes; parsing more would take minutes
RESERVED = ("inputs", "discount")  # identifiers of parameters begin so


def read_map_text(text: str, where: str) -> ValueMap:
    """A value map from YAML. where: the file's name, put before every problem. Raises UnreadableInput."""
    if len(text) > LONGEST_TEXT:
        told = f"{where}: {len(text)} characters are more than the {LONGEST_TEXT} a value map may have; split it"
        raise UnreadableInput([told])
    raw = read_yaml(text, where)
    with naming(where):
        return read_map(raw)


def read_map(raw: object) -> ValueMap:
    """A value map from a mapping. Raises UnreadableInput with every problem at once, each naming its path."""
    return Node.read_top(raw, SCHEMA, _checked)


def _checked(node: Node) -> ValueMap:
    value_map = _read(node)
    _check_names(value_map, node)
    return value_map


def _read(node: Node) -> ValueMap:
    node.choice("schema", [SCHEMA], required=True)
    outcomes = with_followers(tuple(map(read_outcome, node.children("outcomes", required=True))), node)
    monetary = any(outcome.unit_value is not None for outcome in outcomes)
    if not outcomes and isinstance(node.raw.get("outcomes"), list):
        node.problem("outcomes", "is empty; give at least one outcome")
    return ValueMap(
        title=node.text("title", required=True),
        kind=cast(MapKind, node.choice("kind", words(MapKind), "evaluation", required=True)),
        perspective=node.text("perspective", required=True),
        currency=_currency(node, required=monetary),
        price_year=node.year("price_year", required=monetary) or 0,
        discount=_discount(node, required=monetary),
        inputs=_inputs(node.children("inputs")),
        outcomes=outcomes,
    )


def _currency(node: Node, required: bool) -> str:
    currency = node.text("currency", required)
    if currency and not re.fullmatch(CURRENCY, currency):
        node.problem("currency", f"must be three capital letters such as SEK, not {currency!r}")
    return currency


def _discount(node: Node, required: bool) -> Discount:
    discount = node.child("discount", required)
    if discount is None:
        return Discount(((1, Quantity(Fraction(0))),))
    raw = discount.raw.get("rate")
    if isinstance(raw, list):
        discount.has("rate")
        rates = tuple(_period(discount, place, period) for place, period in enumerate(raw))
        if not rates:
            discount.problem("rate", "is an empty list")
    else:
        rates = ((1, discount.quantity("rate", required=True) or Quantity(Fraction(0))),)
    timing = cast(Timing, discount.choice("timing", words(Timing), "end"))
    discount.done()
    return Discount(rates, timing)


def _period(discount: Node, place: int, period: object) -> tuple[int, Quantity]:
    written = list(period) if isinstance(period, list | tuple) else []
    pair = dict(zip(("years", "rate"), written, strict=True)) if len(written) == 2 else {}
    period_node = Node(pair, discount.at(f"rate[{place}]"), discount.problems)
    years, rate = number_of(pair.get("years")), period_node.quantity("rate") if pair else None
    if years is None or rate is None or years.denominator != 1 or not 1 <= years <= LONGEST_YEARS:
        allowed = f"must be [whole years from 1 to {LONGEST_YEARS}, rate], such as [30, 0.035]"
        discount.problem(f"rate[{place}]", allowed)
        return 1, Quantity(Fraction(0))
    return int(years), rate


def _inputs(nodes: list[Node]) -> tuple[Input, ...]:
    seen: Counter[str] = Counter()
    rows: list[Input] = []
    for node in nodes:
        stakeholder = node.text("stakeholder", required=True)
        kind = node.choice("kind", words(InputKind), "money", required=True)
        amount = node.quantity("amount", required=True) or Quantity(Fraction(0))
        sourced = with_origin(amount, node)
        node.done()
        name = f"{stakeholder}.{kind}"
        seen[name] += 1
        key = name if seen[name] == 1 else f"{name}.{seen[name]}"
        rows.append(Input(key, stakeholder, cast(InputKind, kind), sourced))
    return tuple(rows)


def _check_names(value_map: ValueMap, node: Node) -> None:
    ids = [outcome.id for outcome in value_map.outcomes]
    for place, outcome in enumerate(value_map.outcomes):
        if outcome.id and ids.index(outcome.id) < place:
            node.problem(f"outcomes[{place}].id", f"'{outcome.id}' stands twice; give each outcome its own id")
        if not outcome.id.isprintable():
            node.problem(f"outcomes[{place}].id", f"{outcome.id!r} must be one line of ordinary letters and signs")
        if outcome.id.partition(".")[0] in RESERVED:
            node.problem(f"outcomes[{place}].id", f"'{outcome.id}' is taken; choose another id")
        if outcome.upstream_of and outcome.upstream_of not in ids:
            node.problem(f"outcomes[{place}].upstream_of", f"no outcome is called '{outcome.upstream_of}'")
