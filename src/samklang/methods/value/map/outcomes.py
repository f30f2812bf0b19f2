"""Reads one outcome of a value map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import cast

from samklang.methods.value.map.answers import read_answers
from samklang.methods.value.map.entities import (
    Basis,
    CounterfactualMode,
    Method,
    Outcome,
    Starts,
    UnitValue,
    words,
)
from samklang.methods.value.map.node import Node
from samklang.methods.value.map.quantity import Quantity

HOW_MANY = ("quantity", "started", "answered", "improved")


def read_outcome(node: Node) -> Outcome:
    """One outcome; problems are left in the node."""
    numbers = _how_many(node)
    mode, basis = _counterfactual(node, numbers)
    _deductions(node, numbers)
    _time(node, numbers)
    _check_how_many(node, mode)
    unit_value, payers = _unit_value(node, numbers)
    outcome = Outcome(
        id=node.text("id", required=True),
        stakeholder=node.text("stakeholder", required=True),
        phenomenon=node.text("phenomenon"),
        numbers=numbers,
        counterfactual_mode=mode,
        basis=basis,
        unit_value=unit_value,
        starts=cast(Starts, node.choice("starts", words(Starts), "during")),
        sign=_sign(node),
        counted=node.flag("counted", default=True),
        weight=_plain(node, "weight"),
        overlap_group=node.text("overlap_group"),
        upstream_of=node.text("upstream_of"),
        follow_up_years=_plain(node, "follow_up_years"),
        partner_shares=node.shares("partner_shares") or None,
        payers=node.shares("payer") or payers or None,
        decision=node.text("decision"),
    )
    node.done()
    return outcome


def with_origin(quantity: Quantity, node: Node) -> Quantity:
    """The number with the source and the decision that stand beside it."""
    return replace(quantity, source=node.text("source"), decision=node.text("decision"))


def _how_many(node: Node) -> dict[str, Quantity]:
    found = {name: node.quantity(name) for name in HOW_MANY}
    found["share_improved"] = node.quantity("share_improved", counts=True)
    change = node.child("change")
    if change is not None:
        found["change"] = change.quantity("mean", required=True)
        change.text("unit", required=True)
        change.text("source")
        change.done()
    numbers = {name: quantity for name, quantity in found.items() if quantity is not None}
    share = numbers.get("share_improved")
    if share is not None and share.n is not None:
        numbers.setdefault("answered", Quantity(share.n))
        numbers["share_improved"] = replace(share, census=_counts_all_who_started(share, numbers))
    return numbers


def _everyone_answered(numbers: Mapping[str, Quantity]) -> bool:
    """Whether all who started have a known outcome: then there is no sampling, and counts of them aren't drawn."""
    answered, started = numbers.get("answered"), numbers.get("started")
    return answered is not None and started is not None and answered.ends == started.ends


def _counterfactual(node: Node, numbers: dict[str, Quantity]) -> tuple[CounterfactualMode | None, Basis | None]:
    child = node.child("counterfactual")
    if child is None:
        return None, None
    given = [mode for mode in words(CounterfactualMode) if child.has(mode)]
    if len(given) != 1:
        node.problem("counterfactual", "give exactly one of share, level and difference")
    basis = child.choice("basis", words(Basis))
    for mode in given:
        value = child.quantity(mode, required=True, counts=mode != "difference")
        if value is not None:
            own_people = basis == "self_report" and _counts_all_who_started(value, numbers)
            numbers["counterfactual"] = replace(with_origin(value, child), census=own_people)
    _finish(child)
    return (cast(CounterfactualMode, given[0]) if given else None), cast(Basis, basis) or None


def _deductions(node: Node, numbers: dict[str, Quantity]) -> None:
    for name in ("attribution_to_others", "closeness", "displacement"):
        child = node.child(name)
        if child is None:
            continue
        if name == "attribution_to_others" and child.has("our_share_answers"):
            numbers[name] = with_origin(read_answers(child), child)
            child.done()
        else:
            _share(child, name, numbers)


def _share(child: Node, name: str, numbers: dict[str, Quantity]) -> None:
    value = child.quantity("share", required=True, counts=True)
    if value is not None:
        census = _counts_all_who_started(value, numbers)
        numbers[name] = replace(with_origin(value, child), census=census)
    _finish(child)


def _finish(child: Node) -> None:
    """Unknown keys of a deduction; source and decision are known also where its number can't be read."""
    child.has("source")
    child.has("decision")
    child.done()


def _counts_all_who_started(value: Quantity, numbers: Mapping[str, Quantity]) -> bool:
    return value.n is not None and _everyone_answered(numbers) and value.n == numbers["started"].centre


def _time(node: Node, numbers: dict[str, Quantity]) -> None:
    numbers["duration_years"] = node.quantity("duration_years") or Quantity(Fraction(1))
    raw = node.raw.get("drop_off")
    child = node.child("drop_off") if isinstance(raw, Mapping) and "share" in raw else None
    if child is None:
        numbers["drop_off"] = node.quantity("drop_off", counts=True) or Quantity(Fraction(0))
    else:
        _share(child, "drop_off", numbers)


def _check_how_many(node: Node, mode: CounterfactualMode | None) -> None:
    ways = [name for name in ("quantity", "started") if name in node.raw]
    if len(ways) != 1:
        node.problem("quantity", "say how many once: quantity, or started with improved and answered")
    measures = [name for name in ("improved", "share_improved", "change") if name in node.raw]
    if len(measures) > 1:
        node.problem(measures[1], f"stands beside {measures[0]}; keep one of them")
    if "quantity" in node.raw:
        if mode in ("level", "difference"):
            node.problem(f"counterfactual.{mode}", "needs started, not quantity")
        for name in ("answered", "improved", "share_improved"):
            if name in node.raw:
                node.problem(name, "has no meaning beside quantity; give started instead")
    elif "started" in node.raw and not measures and mode != "difference":
        node.problem("improved", "is missing: give improved and answered, share_improved or change")
    if "improved" in node.raw and "answered" not in node.raw:
        node.problem("answered", "is missing: of how many with a known outcome, leavers included?")


def _unit_value(node: Node, numbers: dict[str, Quantity]) -> tuple[UnitValue | None, dict[str, Fraction]]:
    child = node.child("unit_value")
    if child is None:
        return None, {}
    relative_to = child.text("relative_to")
    if relative_to and child.has("amount"):
        child.problem("amount", "stands beside relative_to; keep one of them")
    amount = child.quantity("amount", required=not relative_to)
    numbers["unit_value"] = with_origin(amount or Quantity(Fraction(0)), child)
    value = UnitValue(
        unit=child.text("unit"),
        method=cast(Method, child.choice("method", words(Method))) or None,
        price_year=child.year("price_year"),
        perspective=child.text("perspective"),
        transfer=child.flag("transfer", default=False),
        relative_to=relative_to,
    )
    payers = child.shares("payer")
    if payers and node.has("payer"):
        node.problem("payer", "stands also in unit_value; keep one of them")
    child.done()
    return value, payers


def _sign(node: Node) -> int:
    sign = node.whole("sign", default=1)
    if sign not in (1, -1):
        node.problem("sign", f"must be 1 for good or -1 for harm, not {sign}")
        return 1
    return sign


def _plain(node: Node, key: str) -> Fraction | None:
    quantity = node.quantity(key)
    if quantity is None or quantity.low is None:
        return None if quantity is None else quantity.centre
    node.problem(key, "must be one number, not a range")
    return None
