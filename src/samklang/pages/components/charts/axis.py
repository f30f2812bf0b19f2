"""Axis rows, and labels of values that nearly meet."""

from __future__ import annotations

from collections.abc import Callable

from samklang.pages.components.charts.scale import Scale
from samklang.pages.components.drawing.marks import Anchor, Row, Text

NEAR = 0.14


def axis_row(scale: Scale, written: Callable[[float], str], about: int = 4) -> Row:
    """The scale's ticks in numbers, under the rows."""
    marks = tuple(
        Text(scale.at(tick), 16, written(tick), edge_anchor(scale.at(tick)), css="t-quiet")
        for tick in scale.ticks(about)
    )
    return Row(height=24, marks=marks, kind="guide")


def edge_anchor(x: float) -> Anchor:
    """Middle, but kept inside at the ends."""
    return "start" if x < 0.02 else "end" if x > 0.98 else "middle"


def apart(first: float, second: float) -> tuple[Anchor, Anchor]:
    """Anchors for two labels over x and y: pulled apart when they nearly meet."""
    if abs(first - second) >= NEAR:
        return edge_anchor(first), edge_anchor(second)
    return ("end", "start") if first <= second else ("start", "end")
