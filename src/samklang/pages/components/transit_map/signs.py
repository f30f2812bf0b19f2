"""The signs of the map: a stop in its state, the train, a line's mark, a shared stop."""

from __future__ import annotations

from math import degrees, pi

from samklang.pages.components.drawing.svg import attribute, element
from samklang.pages.components.lines import LineMark
from samklang.pages.components.transit_map.data import Stop, TrunkStop
from samklang.pages.components.transit_map.pen import Pen, Point

# More pieces of evidence than this are drawn as so many parts of the ring.
MOST_PARTS = 12
GAP = 2.2


def stop_sign(pen: Pen, at: Point, stop: Stop, colour: int) -> str:
    """A stop: a ring not begun, a ring in parts under way, a disc done; a dashed ring around it once reopened."""
    parts = [pen.circle("map-halo", at, pen.r + 3)]
    digit = "map-digit"
    if stop.state == "done":
        parts.append(pen.circle(f"fill-{colour}", at, pen.r))
        digit = "map-digit-on"
    elif stop.state == "not_begun":
        parts.append(pen.circle(f"edge-{colour}", at, pen.r - 1))
        digit = "map-digit-later"
    else:
        parts.append(_ring_in_parts(pen, at, stop, colour))
    if stop.state == "reopened":
        parts.append(pen.circle("map-again", at, pen.r + 3.5))
    parts.append(pen.text(digit, (at[0], at[1] + pen.r * 0.31), stop.id, pen.r * 0.88))
    return "".join(parts)


def _ring_in_parts(pen: Pen, at: Point, stop: Stop, colour: int) -> str:
    """One arc for each required piece of evidence: thick what is here, thin what is missing."""
    r = pen.r - 2.5
    parts = min(max(stop.required, 1), MOST_PARTS)
    held = stop.counted * parts // max(stop.required, 1)
    # In real lengths: writers of PDF know no pathLength.
    share = 2 * pi * r / parts
    gap = GAP if parts > 1 else 0.0
    thin = element("circle", class_=f"map-part-{colour}", r=r, stroke_dasharray=_dashes([share - gap, gap]))
    thick = ""
    if held:
        dashes = [share - gap, gap] * held + [0.0, share * parts]
        thick = element("circle", class_=f"map-held-{colour}", r=r, stroke_dasharray=_dashes(dashes))
    mirrored = " scale(-1 1)" if pen.rtl else ""
    start = attribute(degrees(gap / 2 / r) - 90)
    turned = f"translate({attribute(pen.x(at[0]))} {attribute(at[1])}){mirrored} rotate({start})"
    return pen.circle("map-halo", at, pen.r) + element("g", thin, thick, transform=turned)


def _dashes(lengths: list[float]) -> str:
    return " ".join(attribute(length) for length in lengths)


def train(pen: Pen, at: Point, size: float = 1.0) -> str:
    """The train: a capsule with three windows."""
    body = pen.box("map-train", at, 48 * size, 23 * size, 8 * size)
    windows = (
        pen.box("map-window", (at[0] + step * 12.3 * size, at[1]), 8 * size, 8.4 * size, 1.6 * size)
        for step in (-1, 0, 1)
    )
    return element("g", body, *windows, aria_hidden="true")


def line_mark(pen: Pen, at: Point, mark: LineMark, size: float) -> str:
    """A line's shape with its number."""
    fill = f"fill-{mark.colour}"
    x, y = pen.x(at[0]), at[1]
    if mark.shape == "circle":
        shape = pen.circle(fill, at, size)
    elif mark.shape == "square":
        shape = pen.box(fill, at, size * 1.84, size * 1.84, 2)
    else:
        r = size * 1.22
        shape = element("path", class_=fill, d=f"M{x:g} {y - r:g}L{x + r:g} {y:g}L{x:g} {y + r:g}L{x - r:g} {y:g}z")
    return shape + pen.text("map-digit-on", (at[0], y + size * 0.4), str(mark.number), 15)


def hub(pen: Pen, at: Point, stop: TrunkStop, width: float, height: float) -> str:
    """A shared stop: a capsule across the lines; dashed under way, thin not begun."""
    css = {"done": "map-hub", "under_way": "map-hub-begun", "reopened": "map-hub-begun"}.get(
        stop.state, "map-hub-open"
    )
    capsule = pen.box(css, at, width, height, min(width, height) / 2)
    return capsule + pen.text("map-digit", (at[0], at[1] + 5.5), stop.id, 15)
