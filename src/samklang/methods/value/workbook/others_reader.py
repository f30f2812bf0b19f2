"""Reads a value map made by others, as far as its heads can be recognised; what can't be is noted with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.workbook.grids import Cell, Grid
from samklang.methods.value.workbook.others_heads import Heads, are_percents, find_heads, is_percent, share_of
from samklang.methods.value.workbook.own_parts import Reading, clean

SHARES = ("counterfactual", "attribution_to_others", "displacement", "closeness", "drop_off")
NO_PLACE = {"outputs": "outputs", "indicator": "indicators", "sample": "samples", "change": "words for a change"}
NO_PLACE |= {"group_size": "the size of a group that nobody followed up"}
TOTALS = re.compile(r"^(sub-?)?totals?\b|^summa\b|^i alt\b|^sum\b", re.I)
TIME = re.compile(r"\b(time|hours?|volunt\w*|tid|timmar|timer|ideell\w*|frivillig\w*)\b", re.I)
RATE = re.compile(r"discount rate|diskonteringsränta|diskonteringsrente|kalkylränta", re.I)
NEAR = 0.005  # an impact further off than this share was not worked out from the numbers that were read


@dataclass
class _Sheet:
    grid: Grid
    heads: Heads
    reading: Reading
    percents: dict[str, bool]

    def cell(self, row: int, key: str) -> Cell:
        """A row's cell by what it holds; an empty one where no column does."""
        column = self.heads.columns.get(key)
        return self.grid.cell(row, column) if column else Cell(self.grid.name, row, 0)

    def source(self, row: int, *keys: str) -> str:
        """What stands in the column of sources after one of some columns."""
        columns = [self.heads.sources[key] for key in keys if key in self.heads.sources]
        return self.grid.cell(row, columns[0]).text if columns else ""

    def below(self, key: str) -> Iterator[Cell]:
        """Every cell under a head."""
        return (self.cell(row, key) for row in range(self.heads.below, len(self.grid.rows) + 1))


def read_others(grids: tuple[Grid, ...], reading: Reading, where: str) -> dict[str, Any]:
    """The map as plain data. Raises UnreadableInput where no sheet has the heads of a value map."""
    found = [(grid, heads) for grid in grids if (heads := find_heads(grid)) is not None]
    if not found:
        told = "no sheet has the heads of a value map (stakeholders, outcomes, quantity, proxy, value, deadweight …)"
        raise UnreadableInput([f"{where}: {told}"])
    grid, heads = found[0]
    for other, _heads in found[1:]:
        reading.notes.append(f"sheet '{other.name}': looks like another value map; only '{grid.name}' is read")
    sheet = _Sheet(grid, heads, reading, {})
    sheet.percents.update({key: are_percents(sheet.below(key)) for key in SHARES})
    _note_columns(sheet)
    inputs, outcomes = _rows(sheet)
    made = {"schema": "value-map/1", "discount": _discount(grids, reading), "inputs": inputs, "outcomes": outcomes}
    return clean(made) | {"outcomes": outcomes}


def _note_columns(sheet: _Sheet) -> None:
    for head in sheet.heads.unknown:
        if any(not cell.empty for cell in _under(sheet, head)):
            what = f"the head '{head.text[:80]}' is not known here" if head.row < sheet.heads.below else "has no head"
            sheet.reading.note(head, f"{what}; the column is left out")
    for key in SHARES:
        if key not in sheet.heads.columns:
            sheet.reading.notes.append(
                f"sheet '{sheet.grid.name}': no column is called {key}; add it to each outcome"
            )
    for key, what in NO_PLACE.items():
        head = sheet.cell(sheet.heads.below - 1, key)
        if any(not cell.empty for cell in sheet.below(key)):
            sheet.reading.note(head, f"a value map has no place for {what}; the column is left out")


def _under(sheet: _Sheet, head: Cell) -> Iterator[Cell]:
    return (sheet.grid.cell(row, head.column) for row in range(sheet.heads.below, len(sheet.grid.rows) + 1))


def _rows(sheet: _Sheet) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    inputs: list[dict[str, Any]] = []
    outcomes: list[dict[str, Any]] = []
    who = ""
    names: Counter[str] = Counter()
    for row in range(sheet.heads.below, len(sheet.grid.rows) + 1):
        first = next((cell.text for cell in sheet.grid.rows[row - 1] if not cell.empty), "")
        if TOTALS.search(first):
            continue
        who = sheet.cell(row, "stakeholder").text or who
        if not sheet.cell(row, "inputs").empty or sheet.cell(row, "input_value").number:
            inputs.append(_input(sheet, row, who))
        if _is_outcome(sheet, row):
            outcomes.append(_outcome(sheet, row, who, names))
    return inputs, outcomes


def _is_outcome(sheet: _Sheet, row: int) -> bool:
    """A row with an outcome: a quantity or value above 0, or words; templates come with rows of nought."""
    numbers = (sheet.cell(row, key).number for key in ("quantity", "unit_value"))
    return not sheet.cell(row, "phenomenon").empty or any(numbers)


def _input(sheet: _Sheet, row: int, who: str) -> dict[str, Any]:
    given, amount = sheet.cell(row, "inputs"), sheet.cell(row, "input_value")
    kind = "time" if TIME.search(given.text) else "money"
    sheet.reading.note(given, f"taken as kind: {kind}; mend it if it is another (money, time, subsidy)")
    return clean({"stakeholder": who, "kind": kind, "amount": sheet.reading.number(amount), "source": given.text})


def _outcome(sheet: _Sheet, row: int, who: str, names: Counter[str]) -> dict[str, Any]:
    told = sheet.cell(row, "phenomenon").text
    made = {
        "id": _name(told, row, names),
        "stakeholder": who,
        "phenomenon": told,
        "quantity": sheet.reading.number(sheet.cell(row, "quantity")),
        "duration_years": sheet.reading.number(sheet.cell(row, "duration")),
        "starts": _starts(sheet, row),
        **_value(sheet, row),
        **{key: _share(sheet, row, key) for key in SHARES if key in sheet.heads.columns},
    }
    if not isinstance(made.get("drop_off"), dict) or not made["drop_off"].get("source"):
        made["drop_off"] = (made.get("drop_off") or {}).get("share")
    _check_impact(sheet, row, made)
    return clean(made)


def _name(told: str, row: int, names: Counter[str]) -> str:
    """An identifier from the outcome's words, or from its row."""
    slug = re.sub(r"[^\w]+", "-", told.casefold()).strip("-")[:40].strip("-") or f"row-{row}"
    names[slug] += 1
    return slug if names[slug] == 1 else f"{slug}-{names[slug]}"


def _starts(sheet: _Sheet, row: int) -> str | None:
    cell = sheet.cell(row, "starts")
    if cell.empty:
        return None
    if cell.number not in (1, 2):
        sheet.reading.note(cell, f"'{cell.text}' is neither 1 (during) nor 2 (after); it is left out")
    return {1: "during", 2: "after"}.get(int(cell.number or 0))


def _value(sheet: _Sheet, row: int) -> dict[str, Any]:
    amount = sheet.reading.number(sheet.cell(row, "unit_value"))
    sign = 1 if amount is None or amount >= 0 else -1
    if sign < 0:
        sheet.reading.note(sheet.cell(row, "unit_value"), "below 0: read as a harm (sign: -1)")
    said = [sheet.cell(row, "proxy").text, sheet.source(row, "unit_value", "proxy")]
    source = ": ".join(text for text in said if text)
    value = {"amount": None if amount is None else abs(amount), "source": source}
    return {"unit_value": value, "sign": sign if sign < 0 else None}


def _share(sheet: _Sheet, row: int, key: str) -> dict[str, Any] | None:
    cell = sheet.cell(row, key)
    sheet.reading.number(cell)
    if cell.number == 1 and not is_percent(cell) and not sheet.percents[key]:
        sheet.reading.note(cell, "1 may be one per cent or all of it; read as all of it")
    if sheet.percents[key] and cell.number is not None and 0 < cell.number < 1 and not is_percent(cell):
        sheet.reading.note(cell, f"{cell.text} stands among per cents; read as {cell.text} per cent")
    share = share_of(cell, sheet.percents[key])
    return None if share is None else {"share": share, "source": sheet.source(row, key)}


def _check_impact(sheet: _Sheet, row: int, made: dict[str, Any]) -> None:
    """What the sheet says the impact is, against what was read: a column taken for another would show here."""
    cell = sheet.cell(row, "impact")
    factors = [made["quantity"], made["unit_value"]["amount"]]
    if cell.number is None or any(number is None for number in factors):
        return
    ours = float(factors[0] * factors[1] * (made["sign"] or 1))
    for key in ("counterfactual", "attribution_to_others", "displacement", "closeness"):
        ours *= 1 - ((made.get(key) or {}).get("share") or 0)
    if abs(ours - cell.number) > NEAR * max(abs(ours), abs(cell.number)):
        sheet.reading.note(cell, f"the sheet says {cell.number:g}, but what was read of the row comes to {ours:g}")


def _discount(grids: tuple[Grid, ...], reading: Reading) -> dict[str, Any] | None:
    """The rate beside the words for it, anywhere in the workbook."""
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                if isinstance(cell.value, str) and RATE.search(cell.value):
                    beside = [grid.cell(cell.row, cell.column + step) for step in (1, 2, 3)]
                    found = next((one for one in beside if one.number is not None), None)
                    if found is not None:
                        reading.note(found, "the discount rate; read as at the end of each year (timing: end)")
                        return {"rate": share_of(found, are_percents(iter([found]))), "timing": "end"}
    return None
