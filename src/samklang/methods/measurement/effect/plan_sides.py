"""The parts of a plan beside the indicators: margins, statistics for other areas, judges, and our share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samklang.methods.kernel.node import Node, kind_of, number_of
from samklang.methods.measurement.effect.frame import STRATUM
from samklang.methods.measurement.effect.plan import Attribution, External, Judge, Margin


def read_margins(node: Node) -> tuple[Margin, ...]:
    """`margins`: column → {category: share}, or column → {shares, source, date}."""
    parent = node.child("margins")
    if parent is None:
        return ()
    made = []
    for name, raw in parent.raw.items():
        # Margins are of strata only, so that `age` can mean nothing but `stratum_age`.
        column = str(name) if str(name).startswith(STRATUM) else f"{STRATUM}{name}"
        if isinstance(raw, Mapping):
            made.append(_margin(column, raw, Node(raw, parent.at(str(name)), node.problems)))
        else:
            parent.problem(str(name), f"must give each category its share, not {kind_of(raw)}")
    return tuple(made)


def _margin(column: str, raw: Mapping[str, Any], node: Node) -> Margin:
    if isinstance(raw.get("shares"), Mapping):
        child = node.child("shares") or node
        made = Margin(column, _shares(child), node.text("source"), node.text("date"))
        node.done()
        return made
    return Margin(column, _shares(node))


def _shares(node: Node) -> dict[str, float]:
    shares: dict[str, float] = {}
    for name, raw in node.raw.items():
        number = number_of(raw)
        if number is None:
            node.problem(str(name), f"must be a share between 0 and 1, not {kind_of(raw)}")
        else:
            shares[str(name)] = float(number)
    return shares


def read_externals(node: Node) -> tuple[External, ...]:
    """`externals`: statistics for other areas in the same waves."""
    return tuple(_external(child) for child in node.children("externals"))


def _external(node: Node) -> External:
    values = node.child("values", required=True)
    areas = {} if values is None else {str(area): _series(values, area) for area in values.raw}
    if values is not None and not areas:
        node.problem("values", "is empty; give each area its value in each wave")
    made = External(
        indicator=node.text("indicator", required=True),
        area=node.text("area", required=True),
        values=areas,
        same_question=node.flag("same_question", False),
        source=node.text("source", required=True),
        checked_on=node.text("checked_on"),
    )
    node.done()
    return made


def _series(values: Node, area: str) -> dict[int, float]:
    child = values.child(area, required=True)
    series: dict[int, float] = {}
    for wave, raw in (child.raw if child else {}).items():
        number = number_of(raw)
        if not isinstance(wave, int) or number is None:
            (child or values).problem(
                str(wave), "must be a wave's number with the area's value in it, such as 1: 3.4"
            )
        else:
            series[wave] = float(number)
    return series


def read_judges(node: Node) -> tuple[Judge, ...]:
    """`judges`: who judged how much of the change would have happened anyway."""
    return tuple(_judge(child) for child in node.children("judges"))


def _judge(node: Node) -> Judge:
    made = Judge(
        name=node.text("name", required=True),
        low=node.number("low", required=True) or 0.0,
        high=node.number("high", required=True) or 0.0,
        before_results=node.flag("before_results", False),
    )
    node.done()
    return made


def read_attribution(node: Node) -> Attribution | None:
    """`attribution`: the columns that hold the question of our share."""
    child = node.child("attribution")
    if child is None:
        return None
    made = Attribution(
        column=child.text("column", required=True),
        noticed=child.text("noticed", required=True),
        noticed_from=child.number("noticed_from", required=True) or 0.0,
        named=child.text("named"),
    )
    child.done()
    return made
