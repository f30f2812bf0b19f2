"""Reads our own workbook back: every key of a value map, and where each cell stands that can't be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from samklang.methods.value.workbook.columns import IMPACT, PRESENT, WORKED_OUT, WRITTEN
from samklang.methods.value.workbook.grids import Cell, Grid
from samklang.methods.value.workbook.own_parts import (
    Reading,
    clean,
    heads_of,
    note_unused,
    read_about,
    read_inputs,
    read_ranges,
)
from samklang.methods.value.workbook.words import SHEETS

NEEDED = ("id", "stakeholder", "counterfactual.value")
NUMBERS = {"unit_value.amount": "unit_value", "change.mean": "change", "counterfactual.value": "counterfactual"}
SPLITS = ("partner_shares", "payer", "attribution_to_others.our_share_answers")
_PART = re.compile(r"\s*(.+):\s*([0-9.]+)\s*")


def own_sheets(grids: tuple[Grid, ...]) -> dict[str, Grid]:
    """Our sheets by their key, if the sheet of outcomes is among them; else nothing."""
    names = {word.casefold(): key for key, said in SHEETS.items() for word in said}
    found = {names[grid.name.casefold()]: grid for grid in grids if grid.name.casefold() in names}
    return found if "map" in found and heads_of(found["map"], WRITTEN, NEEDED)[0] else {}


def read_own(sheets: Mapping[str, Grid], reading: Reading) -> dict[str, Any]:
    """The map as plain data; what can't be read is noted and left out."""
    if "ranges" in sheets:
        read_ranges(sheets["ranges"], reading)
    made: dict[str, Any] = {"schema": "value-map/1"}
    if "about" in sheets:
        made |= read_about(sheets["about"], reading)
    if "inputs" in sheets:
        made["inputs"] = read_inputs(sheets["inputs"], reading)
    made["outcomes"] = _outcomes(sheets["map"], reading)
    if "ranges" in sheets:
        note_unused(sheets["ranges"], reading)
    return made


def _outcomes(grid: Grid, reading: Reading) -> list[dict[str, Any]]:
    head, columns = heads_of(grid, WRITTEN, NEEDED)
    _note_heads(grid, head, columns, reading)
    rows = []
    for row in range(head + 1, len(grid.rows) + 1):
        cells = {key: grid.cell(row, column) for key, column in columns.items()}
        if not all(cell.empty for cell in cells.values()):
            rows.append(_outcome(cells, reading))
    return rows


def _note_heads(grid: Grid, head: int, columns: Mapping[str, int], reading: Reading) -> None:
    """Columns that are not of the map, and figures typed where the sheet works them out."""
    worked_out = {word.casefold() for column in (*WORKED_OUT, IMPACT, PRESENT) for word in column.heads}
    for column in range(1, max(len(row) for row in grid.rows) + 1):
        below = [grid.cell(row, column) for row in range(head + 1, len(grid.rows) + 1)]
        filled = [cell for cell in below if not cell.empty]
        title = grid.cell(head, column)
        if column in columns.values() or not filled:
            continue
        if title.number is None and title.text.casefold() not in worked_out:
            reading.note(title, f"the head '{title.text}' is not one of a value map; the column is left out")
            continue
        typed = [cell for cell in filled if not cell.formula and cell.number is not None]
        if typed:
            reading.note(typed[0], f"{typed[0].text} is typed where the sheet works it out; it is not read")


def _outcome(cells: Mapping[str, Cell], reading: Reading) -> dict[str, Any]:
    name = cells["id"].text
    flat = {
        column.key: _value(column.key, column.kind, name, cells, reading) for column in WRITTEN if column.key in cells
    }
    made: dict[str, Any] = {}
    for key, value in flat.items():
        outer, _dot, inner = key.partition(".")
        if inner:
            made.setdefault(outer, {})[inner] = value
        else:
            made[outer] = value
    return clean(_in_form(made))


def _value(key: str, kind: str, name: str, cells: Mapping[str, Cell], reading: Reading) -> Any:
    cell = cells[key]
    if key in SPLITS:
        return _split(cell, reading)
    if kind == "word":
        return reading.word(cell, key)
    if kind == "text":
        return cell.text
    if key == "unit_value.amount" and "unit_value.relative_to" in cells and not cells["unit_value.relative_to"].empty:
        return None
    answers = cells.get("attribution_to_others.our_share_answers")
    if key == "attribution_to_others.share" and answers is not None and not answers.empty:
        return None
    return reading.quantity(cell, f"{name}.{NUMBERS.get(key, key.removesuffix('.share'))}")


def _split(cell: Cell, reading: Reading) -> dict[Any, Any] | None:
    """Föreningen: 0.5; Skolan: 0.25 as a mapping; numbers as names become numbers."""
    found: dict[Any, Any] = {}
    for part in cell.text.split(";") if cell.text else ():
        match = _PART.fullmatch(part)
        share = Cell(cell.sheet, cell.row, cell.column, match[2]).number if match else None
        if match is None or share is None:
            reading.note(
                cell, f"'{part.strip()}' is not written as name: share, with semicolons between; it is left out"
            )
            continue
        found[int(match[1]) if match[1].isdecimal() else match[1].strip()] = share
    return found or None


def _in_form(made: dict[str, Any]) -> dict[str, Any]:
    """The shape of a value map: a counterfactual by its mode, a bare drop-off, no value where there is none."""
    counterfactual = made.get("counterfactual", {})
    mode, value = counterfactual.pop("mode", None), counterfactual.pop("value", None)
    made["counterfactual"] = {mode or "share": value, **counterfactual}
    made["sign"] = int(made["sign"]) if made.get("sign") else None
    made["counted"] = False if made.get("counted") == "false" else None
    unit_value = made.get("unit_value", {})
    unit_value["transfer"] = True if unit_value.get("transfer") == "true" else None
    fading = made.get("drop_off", {})
    if not fading.get("source") and not fading.get("decision"):
        made["drop_off"] = fading.get("share")
    return made
