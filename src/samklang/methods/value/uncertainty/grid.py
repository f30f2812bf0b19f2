"""Two numbers moved at once: the ratio in every cell of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samklang.methods.value.evaluate import reckon
from samklang.methods.value.map.entities import Parameter, ValueMap
from samklang.methods.value.number_text import plain
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.uncertainty.break_even import domain

SHARE = (Fraction(0), Fraction(1))
PERCENTILES = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass(frozen=True)
class Grid:
    """Net value and ratio by row and column; a ratio is None where there is none."""

    row_parameter: str
    column_parameter: str
    rows: tuple[Fraction, ...]
    columns: tuple[Fraction, ...]
    net: tuple[tuple[Fraction | None, ...], ...]
    ratio: tuple[tuple[Fraction | None, ...], ...]

    def as_row(self) -> dict[str, Any]:
        """The table as plain data, for JSON."""
        return {
            "rows": {"parameter": self.row_parameter, "values": [plain(value) for value in self.rows]},
            "columns": {"parameter": self.column_parameter, "values": [plain(value) for value in self.columns]},
            "net": [[plain(cell) for cell in line] for line in self.net],
            "ratio": [[plain(cell) for cell in line] for line in self.ratio],
        }


def levels(number: Parameter) -> tuple[Fraction, ...]:
    """Five values to try: percentiles of an uncertain number, quarters of a share, else half to one and a half."""
    if number.quantity.uncertain:
        return tuple(Fraction(float(value)) for value in number.quantity.quantile(PERCENTILES))
    quarters = [Fraction(step, 4) for step in range(5)]
    if domain(number) == SHARE:
        return tuple(quarters)
    return tuple(number.quantity.centre * (Fraction(1, 2) + quarter) for quarter in quarters)


def grid_of(value_map: ValueMap, row_parameter: str, column_parameter: str) -> Grid:
    """The map at five values of each of two parameters. Raises KeyError for a parameter the map doesn't have."""
    known = {number.id: number for number in value_map.parameters()}
    rows, columns = levels(known[row_parameter]), levels(known[column_parameter])
    return grid(value_map, row_parameter, rows, column_parameter, columns)


def grid(
    value_map: ValueMap,
    row_parameter: str,
    rows: Sequence[Fraction],
    column_parameter: str,
    columns: Sequence[Fraction],
) -> Grid:
    """The map at every pair of values of two parameters. Raises KeyError for a parameter the map doesn't have."""
    numbers = centres(value_map)
    for name in (row_parameter, column_parameter):
        if name not in numbers:
            raise KeyError(name)
    cells = [
        [reckon(value_map, {**numbers, row_parameter: row, column_parameter: column}) for column in columns]
        for row in rows
    ]
    return Grid(
        row_parameter,
        column_parameter,
        tuple(rows),
        tuple(columns),
        tuple(tuple(cell.net for cell in line) for line in cells),
        tuple(tuple(cell.ratio for cell in line) for line in cells),
    )
