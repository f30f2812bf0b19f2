"""Two numbers moved at once: the ratio in every cell of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from samklang.methods.value.evaluate import reckon
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.outcome_value import centres


@dataclass(frozen=True)
class Grid:
    """Net value and ratio by row and column; a ratio is None where there is none."""

    row_parameter: str
    column_parameter: str
    rows: tuple[Fraction, ...]
    columns: tuple[Fraction, ...]
    net: tuple[tuple[Fraction | None, ...], ...]
    ratio: tuple[tuple[Fraction | None, ...], ...]


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
