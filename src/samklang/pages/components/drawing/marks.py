"""The marks a drawing is made of: x in shares of the width (0–1, from the reading edge), y in pixels from the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Shape = Literal["circle", "square", "diamond", "half", "tick"]
BOTTOM = -1.0
"""As a y: the bottom of the row, however tall its label makes it."""


@dataclass(frozen=True)
class Rect:
    """A bar from x0 to x1. Hatched bars are harm or below zero."""

    x0: float
    x1: float
    y: float
    height: float
    css: str
    radius: float = 0
    hatched: bool = False


@dataclass(frozen=True)
class Dot:
    """A sign of its own size."""

    x: float
    y: float
    r: float
    css: str
    shape: Shape = "circle"


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    css: str


@dataclass(frozen=True)
class Text:
    """A short text; dx moves it in pixels along the reading direction."""

    x: float
    y: float
    text: str
    anchor: Anchor = "middle"
    dx: float = 0
    css: str = "t"


@dataclass(frozen=True)
class Ribbon:
    """A band that flows from one span at the start edge to another at the end edge."""

    x0: float
    top0: float
    x1: float
    top1: float
    height: float
    css: str


Mark = Rect | Dot | Line | Text | Ribbon


@dataclass(frozen=True)
class Row:
    """A row of a drawing: a label and marks beside it; without a label the marks take the whole width.

    kind: ``data`` has its spoken sentence; ``guide`` is an axis or words above, for the eye only;
    ``break`` stands over a dashed rule.
    """

    label: str = ""
    note: str = ""
    height: float = 40
    marks: tuple[Mark, ...] = ()
    spoken: str = ""
    kind: Literal["data", "guide", "break"] = "data"
    strong: bool = False


@dataclass(frozen=True)
class LegendItem:
    """What a sign means."""

    text: str
    css: str
    shape: Shape | Literal["bar", "hatch", "band", "point"] = "circle"


@dataclass(frozen=True)
class Drawing:
    """Rows under each other. ``labelled`` keeps a column for labels; grid lines run through all data rows."""

    rows: tuple[Row, ...]
    legend: tuple[LegendItem, ...] = ()
    grid: tuple[float, ...] = ()
    labelled: bool = True
    scrolls: bool = False
    """Whether the drawing scrolls on a phone instead of shrinking."""
    narrow: bool = False
    """Whether the drawing stays narrow on a wide page."""
