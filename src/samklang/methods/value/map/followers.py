"""Unit values that follow another: with one change anchored in money, the others come by their weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samklang.methods.value.map.entities import Outcome
from samklang.methods.value.map.node import Node
from samklang.methods.value.map.quantity import scaled


def with_followers(outcomes: tuple[Outcome, ...], node: Node) -> tuple[Outcome, ...]:
    """Each `relative_to` turned into an amount: the anchor's × weight ÷ the anchor's weight, drawn together."""
    known = {outcome.id: outcome for outcome in outcomes}
    return tuple(_followed(outcome, place, known, node) for place, outcome in enumerate(outcomes))


def follows(outcome: Outcome) -> str:
    """The id of the outcome whose unit value this one follows, or an empty text."""
    return outcome.unit_value.relative_to if outcome.unit_value else ""


def _followed(outcome: Outcome, place: int, known: Mapping[str, Outcome], node: Node) -> Outcome:
    name = follows(outcome)
    if not name:
        return outcome
    where = f"outcomes[{place}].unit_value.relative_to"
    anchor = known.get(name)
    if anchor is None or anchor.unit_value is None or follows(anchor):
        node.problem(where, f"no outcome called '{name}' has an amount of its own to follow")
        return outcome
    if outcome.weight is None or not anchor.weight:
        node.problem(where, f"'{outcome.id}' and '{name}' each need a weight, above 0 for '{name}'")
        return outcome
    amount = anchor.numbers["unit_value"]
    own = outcome.numbers["unit_value"]
    stream = amount.stream or f"{anchor.id}.unit_value"
    followed = replace(scaled(amount, outcome.weight / anchor.weight), source=own.source, decision=own.decision)
    return replace(outcome, numbers={**outcome.numbers, "unit_value": replace(followed, stream=stream)})
