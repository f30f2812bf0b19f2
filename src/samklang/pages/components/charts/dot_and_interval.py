"""Before as a hollow grey dot, now as a filled one, each on the pale band where the value probably lies."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.methods.disclosure.plan import DISTRIBUTION_FROM
from samklang.pages.components.charts.axis import apart, axis_row, edge_anchor
from samklang.pages.components.charts.base import Chart, check_floor
from samklang.pages.components.charts.scale import Scale
from samklang.pages.components.drawing.marks import Dot, Drawing, LegendItem, Mark, Rect, Row, Text
from samklang.pages.components.drawing.numbers import number, percent, span
from samklang.pages.components.table import Table, table

FLOOR = DISTRIBUTION_FROM
SHARES = Scale(0, 1)
# The bands lie beside each other, so that one never hides the other.
NOW_Y, BEFORE_Y = 28, 34


@dataclass(frozen=True)
class Estimate:
    """A value with its interval, in the scale's unit. Raises ValueError unless low ≤ value ≤ high."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"The interval {self.low} to {self.high} doesn't hold {self.value}")


@dataclass(frozen=True)
class DotRow:
    """A measure now, and before if it was measured then."""

    label: str
    now: Estimate
    before: Estimate | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DotAndInterval(Chart):
    """Rows on one full scale, ``shares`` 0–1 or a scale of points.

    smallest_n: of the shown sets (a band's lower end under 100); None for official statistics.
    Raises NotShowable under 30.
    """

    rows: tuple[DotRow, ...]
    smallest_n: int | None
    scale: Scale = SHARES
    shares: bool = True
    decimals: int = 0
    now_label: str = ""
    before_label: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_floor(self.smallest_n, FLOOR, _("A picture with intervals"))

    def _drawing(self) -> Drawing:
        rows = [Row(row.label, row.note, 46, self._marks(row), self._said(row)) for row in self.rows]
        grid = tuple(self.scale.at(tick) for tick in self.scale.ticks())
        return Drawing((*rows, axis_row(self.scale, self._tick)), self._legend(), grid)

    def _marks(self, row: DotRow) -> tuple[Mark, ...]:
        now, before = row.now, row.before
        x = self.scale.at(now.value)
        marks: list[Mark] = []
        first, second = edge_anchor(x), edge_anchor(x)
        if before:
            old = self.scale.at(before.value)
            first, second = apart(old, x)
            marks.append(self._band(before, BEFORE_Y, "soft-0"))
        marks.append(self._band(now, NOW_Y, self._soft()))
        if before:
            marks += [
                Dot(old, BEFORE_Y, 5, "edge-grey"),
                Text(old, 17, self._written(before.value), first, css="t-quiet"),
            ]
        marks += [
            Dot(x, NOW_Y, 6, f"fill-{self.line}"),
            Text(x, 17, self._written(now.value), second, css="t-strong"),
        ]
        return tuple(marks)

    def _band(self, estimate: Estimate, y: float, css: str) -> Rect:
        return Rect(self.scale.at(estimate.low), self.scale.at(estimate.high), y - 2.5, 5, css)

    def _soft(self) -> str:
        return f"soft-{self.line or 'ink'}"

    def _legend(self) -> tuple[LegendItem, ...]:
        band = LegendItem(_("where the value probably lies (95%)"), self._soft(), "band")
        items = [LegendItem(self._now(), f"fill-{self.line}"), band]
        if any(row.before for row in self.rows):
            items.insert(0, LegendItem(self._before(), "edge-grey"))
        return tuple(items)

    def _now(self) -> str:
        return self.now_label or _("now")

    def _before(self) -> str:
        return self.before_label or _("before")

    def _tick(self, value: float) -> str:
        return percent(value) if self.shares else number(value)

    def _written(self, value: float) -> str:
        return percent(value, self.decimals) if self.shares else number(value, self.decimals)

    def _said(self, row: DotRow) -> str:
        old = f"{self._before()} {self._written(row.before.value)}, " if row.before else ""
        return f"{row.label}: {old}{self._now()} {self._written(row.now.value)} ({self._interval(row.now)})"

    def _interval(self, estimate: Estimate | None) -> str:
        return span(self._written(estimate.low), self._written(estimate.high)) if estimate else ""

    def _table(self) -> Table:
        with_before = any(row.before for row in self.rows)
        interval = _("probably between")
        head = (_("Measure"), *((self._before(), interval) if with_before else ()), self._now(), interval)
        rows = []
        for row in self.rows:
            old = (self._written(row.before.value) if row.before else "", self._interval(row.before))
            rows.append(
                (row.label, *(old if with_before else ()), self._written(row.now.value), self._interval(row.now))
            )
        return table(self.title, head, rows)
