"""Effects of several programmes or studies on one scale, by name and never by size."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.pages.components.charts.axis import axis_row
from samklang.pages.components.charts.base import Chart, check_floor
from samklang.pages.components.charts.dot_and_interval import FLOOR, Estimate
from samklang.pages.components.charts.scale import Scale, around
from samklang.pages.components.drawing.marks import BOTTOM, Dot, Drawing, Line, Mark, Row, Text
from samklang.pages.components.drawing.numbers import number, span
from samklang.pages.components.table import Table, table


@dataclass(frozen=True)
class ForestRow:
    """An estimate with its interval; ``note`` says design and evidence level."""

    label: str
    estimate: Estimate
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Forest(Chart):
    """Rows in the order of their names, an overall row last as a diamond, a line at no difference.

    smallest_n: people in the smallest arm. Raises NotShowable under 30.
    """

    rows: tuple[ForestRow, ...]
    smallest_n: int | None
    overall: ForestRow | None = None
    decimals: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        check_floor(self.smallest_n, FLOOR, _("A model's estimate"))

    def _ordered(self) -> list[ForestRow]:
        return sorted(self.rows, key=lambda row: row.label.casefold())

    def _drawing(self) -> Drawing:
        scale = self._scale()
        rows = [self._row(row, scale) for row in self._ordered()]
        if self.overall:
            rows.append(self._row(self.overall, scale, overall=True))
        decimals = 0 if all(tick == round(tick) for tick in scale.ticks()) else self.decimals
        axis = axis_row(scale, lambda tick: number(tick, decimals, signed=True))
        return Drawing((*rows, axis), (), tuple(scale.at(tick) for tick in scale.ticks()))

    def _scale(self) -> Scale:
        every = [row.estimate for row in (*self.rows, *([self.overall] if self.overall else []))]
        return around([end for estimate in every for end in (estimate.low, estimate.high)])

    def _row(self, row: ForestRow, scale: Scale, overall: bool = False) -> Row:
        estimate, zero = row.estimate, scale.at(0)
        low, x, high = scale.at(estimate.low), scale.at(estimate.value), scale.at(estimate.high)
        marks: tuple[Mark, ...] = (
            Line(zero, 0, zero, BOTTOM, "rule-strong"),
            Line(low, 30, high, 30, f"way-{self.line}"),
            Line(low, 26, low, 34, f"way-{self.line}"),
            Line(high, 26, high, 34, f"way-{self.line}"),
            Dot(x, 30, 8 if overall else 5.5, f"fill-{self.line}", "diamond" if overall else "square"),
            Text(x, 17, self._written(estimate.value), css="t-strong"),
        )
        said = f"{row.label}: {self._written(estimate.value)} ({self._interval(estimate)})"
        return Row(row.label, row.note, 46, marks, said, strong=overall)

    def _written(self, value: float) -> str:
        return number(value, self.decimals, signed=True)

    def _interval(self, estimate: Estimate) -> str:
        low, high = self._written(estimate.low), self._written(estimate.high)
        return _("%(low)s to %(high)s") % {"low": low, "high": high} if estimate.low < 0 else span(low, high)

    def _table(self) -> Table:
        rows = [*self._ordered(), *([self.overall] if self.overall else [])]
        cells = [(r.label, self._written(r.estimate.value), self._interval(r.estimate), r.note) for r in rows]
        return table(self.title, (_("Name"), _("Difference"), _("probably between"), _("How we know")), cells)
