"""The sign of a legend, 24 × 16 pixels."""

from __future__ import annotations

from samklang.pages.components.drawing.marks import Dot, LegendItem, Mark, Rect

WIDTH, HEIGHT = 24, 16


def sign(item: LegendItem) -> tuple[Mark, ...]:
    """The marks of an item's sign."""
    if item.shape == "bar":
        return (Rect(0.04, 0.96, 3, 10, item.css),)
    if item.shape == "hatch":
        return (Rect(0.04, 0.96, 3, 10, "outline", hatched=True),)
    if item.shape == "band":
        return (Rect(0, 1, 5, 6, item.css),)
    if item.shape == "point":
        return (Dot(0.5, 8, 2, item.css),)
    if item.shape == "half":
        return (Dot(0.5, 8, 6, "edge-grey"), Dot(0.5, 8, 6, item.css, "half"))
    return (Dot(0.5, 8, 5.5, item.css, item.shape),)
