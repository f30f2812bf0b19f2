"""The net when one assumption at a time goes from low to high; hatched below zero."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.pages.components.charts.axis import axis_row
from samklang.pages.components.charts.base import Chart
from samklang.pages.components.charts.scale import Scale, around
from samklang.pages.components.drawing.marks import BOTTOM, Drawing, LegendItem, Line, Mark, Rect, Row, Text
from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.table import Table, table

# Nearer the line at zero than this, the number stands in the bar.
CLOSE = 0.14


@dataclass(frozen=True)
class Swing:
    """An assumption, and the net with it at its lowest and at its highest."""

    label: str
    low: float
    high: float
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Tornado(Chart):
    """Assumptions with the widest swing first; a dashed line at the net with the most likely ones."""

    swings: tuple[Swing, ...]
    base: float
    decimals: int = 0

    def _ordered(self) -> list[Swing]:
        return sorted(self.swings, key=lambda swing: -abs(swing.high - swing.low))

    def _drawing(self) -> Drawing:
        ends = [end for swing in self.swings for end in (swing.low, swing.high)]
        tight = around([*ends, self.base])
        room = 0.12 * (tight.high - tight.low)
        scale = around([min(min(ends) - room, 0), max(ends) + room])
        rows = [Row(s.label, s.note, 46, self._marks(s, scale), self._said(s)) for s in self._ordered()]
        legend = (
            LegendItem(_("net above zero"), f"fill-{self.line}", "bar"),
            LegendItem(_("net below zero"), "outline", "hatch"),
            LegendItem(self._base_words(), "rule-dash", "tick"),
        )
        axis = axis_row(scale, lambda tick: number(tick, self.decimals))
        return Drawing((*rows, axis), legend, tuple(scale.at(tick) for tick in scale.ticks()))

    def _marks(self, swing: Swing, scale: Scale) -> tuple[Mark, ...]:
        low, high = sorted((swing.low, swing.high))
        zero, base = scale.at(0), scale.at(self.base)
        bars: list[Mark] = []
        if high > 0:
            bars.append(Rect(scale.at(max(low, 0)), scale.at(high), 13, 18, f"fill-{self.line}"))
        if low < 0:
            bars.append(Rect(scale.at(low), scale.at(min(high, 0)), 13, 18, "outline", hatched=True))
        return (
            *bars,
            Line(zero, 0, zero, BOTTOM, "rule-strong"),
            Line(base, 0, base, BOTTOM, "rule-dash"),
            self._low_label(low, high, scale),
            Text(scale.at(high), 26.5, self._written(high), "start", 6),
        )

    def _base_words(self) -> str:
        return _("net with the most likely assumptions: %(net)s") % {"net": self._written(self.base)}

    def _low_label(self, low: float, high: float, scale: Scale) -> Text:
        """Before the bar, or in it where the line at zero would cross the number."""
        x, zero = scale.at(low), scale.at(0)
        if 0 <= x - zero < CLOSE and scale.at(high) - x > CLOSE:
            return Text(x, 26.5, self._written(low), "start", 6, "t-on")
        return Text(x, 26.5, self._written(low), "end", -6)

    def _written(self, value: float) -> str:
        return number(value, self.decimals, signed=True)

    def _said(self, swing: Swing) -> str:
        low, high = sorted((swing.low, swing.high))
        return f"{swing.label}: {self._written(low)}, {self._written(high)}"

    def _table(self) -> Table:
        rows = [
            (s.label, s.note, self._written(min(s.low, s.high)), self._written(max(s.low, s.high)))
            for s in self._ordered()
        ]
        return table(self.title, (_("Assumption"), _("From low to high"), _("Lowest net"), _("Highest net")), rows)
