"""A logic model as the matrix a workshop fills in: four rows and four columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from samklang.methods.agenda.logic_model import Assumption, DataSource, Indicator, LogicModel, Output, Part, Resource

RowName = Literal["goals", "outcomes", "activities", "resources"]
Sourced = Indicator | Output | Resource
ROWS: tuple[RowName, ...] = ("goals", "outcomes", "activities", "resources")


@dataclass(frozen=True)
class MatrixRow:
    """One row. indicators: in the row of activities also the process measures; sources: those its own parts name.

    What belongs to nothing yet stands in the row of outcomes (a process measure: of activities), so that it is seen.
    """

    name: RowName
    logic: tuple[Part, ...]
    indicators: tuple[Indicator | Output, ...]
    sources: tuple[DataSource, ...]
    assumptions: tuple[Assumption, ...]


def matrix(model: LogicModel) -> tuple[MatrixRow, ...]:
    """The four rows, from the goal downwards. Every part stands in at least one of them."""
    row_of = {part.id: row for row in ROWS for part in model.kinds[row]}
    everything: tuple[Sourced, ...] = (*model.indicators, *model.outputs, *model.resources)
    named = {name for part in everything for name in part.sources}
    return tuple(_row(model, name, row_of, named) for name in ROWS)


def _row(model: LogicModel, name: RowName, row_of: dict[str, RowName], named: set[str]) -> MatrixRow:
    indicators = tuple(one for one in model.indicators if name in _rows(one.of, row_of))
    outputs = model.outputs if name == "activities" else ()
    users: tuple[Sourced, ...] = (*indicators, *outputs, *(model.resources if name == "resources" else ()))
    here = {source for part in users for source in part.sources}
    sources = tuple(one for one in model.sources if one.id in here or (name == "outcomes" and one.id not in named))
    assumptions = tuple(one for one in model.assumptions if name in _rows(one.of, row_of))
    return MatrixRow(name, model.kinds[name], (*indicators, *outputs), sources, assumptions)


def _rows(ids: Iterable[str], row_of: dict[str, RowName]) -> set[RowName]:
    return {row_of[each] for each in ids if each in row_of} or {"outcomes"}
