"""Reads the smaller sheets of our own workbook: about the map, its resources and its ranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from samklang.methods.value.workbook.columns import INPUTS, RANGES, Column
from samklang.methods.value.workbook.grids import Cell, Grid
from samklang.methods.value.workbook.words import RATES, SETTINGS, TOLD, chosen

HEADS_WITHIN = 12  # rows from the top in which heads are looked for


@dataclass
class Reading:
    """notes: what could not be read, each with its sheet, row and column; ranges: by the number's identifier."""

    notes: list[str] = field(default_factory=list)
    ranges: dict[str, dict[str, Any]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def note(self, cell: Cell, text: str) -> None:
        """Note what is wrong with a cell."""
        self.notes.append(f"{cell.place}: {text}")

    def number(self, cell: Cell) -> int | float | None:
        """A cell's number; one that can't be read is noted and left out."""
        if cell.empty:
            return None
        if cell.formula and cell.value is None:
            self.note(
                cell, "a formula without a stored result; open the file in a spreadsheet program, save, try again"
            )
        elif cell.number is None:
            self.note(cell, f"'{cell.text}' is no number that can be read in one way only; it is left out")
        return cell.number

    def word(self, cell: Cell, key: str) -> str | None:
        """The value map's word for what was chosen from a list."""
        if cell.empty:
            return None
        found = chosen(key, cell.text)
        if found is None:
            self.note(cell, f"'{cell.text}' is none of the words this column knows; it is left out")
        return found

    def quantity(self, cell: Cell, number: str) -> Any:
        """A number, or the range it has by its identifier."""
        if number not in self.ranges:
            return self.number(cell)
        self.used.add(number)
        given = self.ranges[number]
        centre = given["mode"] if "mode" in given else given["k"] / given["n"] if given["n"] else 0
        if not cell.formula and cell.number is not None and abs(cell.number - centre) > 1e-9 * abs(centre):
            self.note(cell, f"{cell.text} stands where the sheet of ranges gives {centre:g}; the range is used")
        return given


def heads_of(grid: Grid, columns: tuple[Column, ...], needed: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """The row of heads and the column of each key; 0 and nothing where the needed heads don't stand in one row."""
    keys = {head.casefold(): column.key for column in columns for head in column.heads}
    for row in range(1, HEADS_WITHIN + 1):
        cells = grid.rows[row - 1] if row <= len(grid.rows) else ()
        found = {keys[cell.text.casefold()]: cell.column for cell in cells if cell.text.casefold() in keys}
        if all(key in found for key in needed):
            return row, found
    return 0, {}


def read_about(grid: Grid, reading: Reading) -> dict[str, Any]:
    """Title, kind, perspective, currency, price year and discount."""
    labels = {word.casefold(): key for key, said in SETTINGS.items() for word in said}
    found: dict[str, Any] = {}
    timing = "end"
    for row in range(1, len(grid.rows) + 1):
        key, cell = labels.get(grid.cell(row, 1).text.casefold()), grid.cell(row, 2)
        if key == "price_year":
            found[key] = reading.number(cell)
        elif key == "timing":
            timing = reading.word(cell, key) or timing
        elif key is not None:
            found[key] = reading.word(cell, key) if key == "kind" else cell.text
    rates = list(_rates(grid, reading))
    if rates:
        alone = len(rates) == 1 and rates[0][0] == 1
        found["discount"] = {"rate": rates[0][1] if alone else rates, "timing": timing}
    return {key: value for key, value in found.items() if value not in (None, "")}


def _rates(grid: Grid, reading: Reading) -> Iterator[list[Any]]:
    labels = {word.casefold() for word in RATES["years"]}
    head = next((row for row in range(1, len(grid.rows) + 1) if grid.cell(row, 1).text.casefold() in labels), None)
    for row in range((head or len(grid.rows)) + 1, len(grid.rows) + 1):
        place = row - (head or 0)
        years = reading.number(grid.cell(row, 1))
        rate = reading.quantity(grid.cell(row, 2), f"discount.rate.{place}" if place > 1 else "discount.rate")
        if years is not None and rate is not None:
            yield [years, rate]


def read_inputs(grid: Grid, reading: Reading) -> list[dict[str, Any]]:
    """One resource a row, down to the sum."""
    head, columns = heads_of(grid, INPUTS, ("stakeholder", "kind", "amount"))
    totals = {word.casefold() for word in TOLD["total"]}
    seen: Counter[str] = Counter()
    rows: list[dict[str, Any]] = []
    for row in range(head + 1, len(grid.rows) + 1) if head else ():
        cells = {key: grid.cell(row, column) for key, column in columns.items()}
        if cells["stakeholder"].text.casefold() in totals and cells["kind"].empty:
            break
        if all(cell.empty for cell in cells.values()):
            continue
        who, kind = cells["stakeholder"].text, reading.word(cells["kind"], "inputs.kind")
        seen[f"{who}.{kind}"] += 1
        again = seen[f"{who}.{kind}"]
        amount = reading.quantity(cells["amount"], f"inputs.{who}.{kind}" + (f".{again}" if again > 1 else ""))
        made = {"stakeholder": who, "kind": kind, "amount": amount}
        made |= {key: cells[key].text for key in ("source", "decision") if key in cells}
        rows.append({key: value for key, value in made.items() if value not in (None, "")})
    return rows


def read_ranges(grid: Grid, reading: Reading) -> None:
    """Low, mode and high or k and n of each number, kept in the reading."""
    head, columns = heads_of(grid, RANGES, ("number", "low", "high"))
    for row in range(head + 1, len(grid.rows) + 1) if head else ():
        cells = {key: grid.cell(row, column) for key, column in columns.items()}
        numbers = {key: reading.number(cell) for key, cell in cells.items() if key not in ("number", "stream")}
        given: dict[str, Any] = {key: number for key, number in numbers.items() if number is not None}
        if not given:
            continue
        if set(given) not in ({"low", "mode", "high"}, {"k", "n"}):
            reading.note(cells["number"], "needs low, mode and high, or k and n, and nothing else; it is left out")
            continue
        stream = cells["stream"].text if "stream" in cells else ""
        reading.ranges[cells["number"].text] = {**given, "stream": stream} if stream else given


def note_unused(grid: Grid, reading: Reading) -> None:
    """Ranges of numbers the map doesn't have."""
    for row in grid.rows:
        name = row[0].text if row else ""
        if name in reading.ranges and name not in reading.used:
            reading.note(row[0], f"no number of the map is called '{name}'; its range is left out")


def clean(made: Mapping[str, Any]) -> dict[str, Any]:
    """Without what isn't there, in depth."""
    parts = {key: clean(value) if isinstance(value, Mapping) else value for key, value in made.items()}
    return {key: value for key, value in parts.items() if value is not None and value != "" and value != {}}
