"""The user's own unit costs, from YAML or CSV: they stand in place of ours, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import cast

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.measurement.table_text import read_table
from samklang.methods.value.exclusion.unit_costs import PAYERS, CostKind, UnitCost
from samklang.methods.value.map.entities import words
from samklang.methods.value.map.node import Node
from samklang.methods.value.map.quantity import Quantity

SCHEMA = "unit-costs/1"
USUAL: tuple[str, CostKind, str] = ("SEK/person/year", "service", "SEK")
NUMBERS = ("amount", "low", "high", "price_year", *PAYERS)
COLUMNS = ("id", "title", "unit", "kind", "currency", "amount", "low", "high", "price_year", "source", *PAYERS)


def read_own_costs(text: str, where: str, ours: Mapping[str, UnitCost] | None = None) -> dict[str, UnitCost]:
    """Unit costs by id. where: the file's name; `.csv` is read as a table, all else as YAML (`unit-costs/1`).

    ours: those they stand in place of, which lend the title, unit, kind and currency that aren't written: a benefit
    paid out stays a transfer, and a cost per visit stays one, since the paths count visits.

    Raises UnreadableInput with every problem at once, naming the key, or the line and column.
    """
    nodes, problems = _from_table(text, where) if where.lower().endswith(".csv") else _from_yaml(text, where)
    costs = [_cost(node, ours or {}) for node in nodes]
    for place, cost in enumerate(costs):
        if cost.id and cost.id in [earlier.id for earlier in costs[:place]]:
            nodes[place].problem("id", f"'{cost.id}' stands twice")
    if problems:
        raise UnreadableInput(f"{where}, {problem}" for problem in problems)
    return {cost.id: cost for cost in costs}


def _from_yaml(text: str, where: str) -> tuple[list[Node], list[str]]:
    raw = read_yaml(text, where)
    if not isinstance(raw, Mapping):
        raise UnreadableInput([f"{where}, the top: must be a mapping, starting with schema: {SCHEMA}"])
    top = Node(raw, "", [])
    top.choice("schema", [SCHEMA], required=True)
    nodes = top.children("unit_costs", required=True)
    top.done()
    return nodes, top.problems


def _from_table(text: str, where: str) -> tuple[list[Node], list[str]]:
    header, rows = read_table(text, where)
    unknown = [f"{where}, line 1: unknown column '{name}'; known: {', '.join(COLUMNS)}" for name in header]
    unknown = [told for told, name in zip(unknown, header, strict=True) if name not in COLUMNS]
    twice = [f"{where}, line 1: column '{name}' stands twice" for name in set(header) if header.count(name) > 1]
    short = [
        f"{where}, line {line}: {len(cells)} cells under {len(header)} columns"
        for line, cells in rows
        if len(cells) != len(header)
    ]
    if unknown or twice or short:
        raise UnreadableInput([*unknown, *twice, *short])
    problems: list[str] = []
    filled = [(line, {name: cell for name, cell in zip(header, cells, strict=True) if cell}) for line, cells in rows]
    return [Node(_nested(row), f"line {line}", problems) for line, row in filled], problems


def _nested(row: Mapping[str, str]) -> dict[str, object]:
    """A table's row in the shape of YAML: payers and the range each in a mapping of their own."""
    cells: dict[str, object] = {name: _number(cell) if name in NUMBERS else cell for name, cell in row.items()}
    payers = {name: cells.pop(name) for name in PAYERS if name in cells}
    ends = {name: cells.pop(name) for name in ("low", "high") if name in cells}
    if ends and "amount" in cells:
        cells["amount"] = ends | {"mode": cells["amount"]}
    if payers:
        cells["payer"] = payers
    return cells


def _number(cell: str) -> object:
    try:
        return float(cell) if "." in cell else int(cell)
    except ValueError:
        return cell  # the reader tells that it is no number


def _cost(node: Node, ours: Mapping[str, UnitCost]) -> UnitCost:
    amount = node.quantity("amount", required=True) or Quantity(Fraction(0))
    id = node.text("id", required=True)
    replaced = ours.get(id)
    unit, kind, currency = (replaced.unit, replaced.kind, replaced.currency) if replaced else USUAL
    cost = UnitCost(
        id=id,
        title=node.text("title") or (replaced.title if replaced else id),
        unit=node.text("unit", default=unit),
        kind=cast(CostKind, node.choice("kind", words(CostKind), kind)),
        currency=node.text("currency", default=currency),
        amount=_sourced(amount, node),
        payers=MappingProxyType(node.shares("payer")),
        price_year=node.year("price_year", required=True) or 0,
        since="",
        status="own",
    )
    if replaced and cost.unit != unit:
        node.problem("unit", f"is {cost.unit} where the paths count {unit}; give the cost of that")
    for problem in _wrong(cost):
        node.problem(*problem)
    if not node.has("payer"):
        node.problem("payer", f"is missing: who pays? {', '.join(PAYERS)}, with shares adding up to 1")
    node.done()
    return cost


def _sourced(amount: Quantity, node: Node) -> Quantity:
    source = node.text("source", required="source" not in node.raw)
    if not source and node.raw.get("source") is not None:
        node.problem("source", "is empty; say where the amount was read")
    return replace(amount, source=source)


def _wrong(cost: UnitCost) -> Iterator[tuple[str, str]]:
    if min(cost.amount.ends) < 0:
        yield "amount", "is below 0; a saving is told by the paths, not by a negative cost"
    if list(cost.amount.ends) != sorted(cost.amount.ends):
        yield "amount", "low, mode and high are not in rising order"
    unknown = [payer for payer in cost.payers if payer not in PAYERS]
    if unknown:
        yield "payer", f"unknown payer {', '.join(unknown)}; known: {', '.join(PAYERS)}"
    if cost.payers and (sum(cost.payers.values()) != 1 or min(cost.payers.values()) < 0):
        yield "payer", "the shares must be 0–1 and add up to 1 (write 0.20 for 20 %)"
