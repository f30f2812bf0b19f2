"""Paints marks as SVG. Mirroring for right-to-left pages happens here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samklang.pages.components.drawing.marks import BOTTOM, Anchor, Dot, Line, Mark, Rect, Ribbon, Text
from samklang.pages.components.drawing.svg import attribute, element

SWAPPED: dict[Anchor, Anchor] = {"start": "end", "end": "start", "middle": "middle"}


@dataclass(frozen=True)
class Paper:
    """What is painted on.

    width: pixels, or None for paper that stretches with the page (x is then written in per cent).
    height: pixels; what BOTTOM means, where the width is fixed.
    """

    width: float | None
    height: float
    rtl: bool = False
    name: str = "d"

    def share(self, x: float) -> float:
        """The share of the width from the left edge."""
        return 1 - x if self.rtl else x

    def x(self, x: float) -> str:
        """A place along the width, from the left edge."""
        share = self.share(x)
        return f"{attribute(share * 100)}%" if self.width is None else attribute(share * self.width)

    def y(self, y: float) -> str:
        """A place down the height."""
        if y != BOTTOM:
            return attribute(y)
        return "100%" if self.width is None else attribute(self.height)


def paint(marks: Iterable[Mark], paper: Paper) -> str:
    """The marks as SVG elements, in the order given."""
    marks = tuple(marks)
    hatch = _hatch(paper) if any(isinstance(mark, Rect) and mark.hatched for mark in marks) else ""
    return hatch + "".join(_painted(mark, paper) for mark in marks)


def _painted(mark: Mark, paper: Paper) -> str:
    if isinstance(mark, Rect):
        return _rect(mark, paper)
    if isinstance(mark, Dot):
        return _dot(mark, paper)
    if isinstance(mark, Ribbon):
        return _ribbon(mark, paper)
    if isinstance(mark, Line):
        ends = {"x1": paper.x(mark.x0), "y1": paper.y(mark.y0), "x2": paper.x(mark.x1), "y2": paper.y(mark.y1)}
        return element("line", class_=mark.css, **ends)
    return _text(mark, paper)


def _rect(mark: Rect, paper: Paper) -> str:
    left, right = sorted((paper.share(mark.x0), paper.share(mark.x1)))
    scale = 100 if paper.width is None else paper.width
    unit = "%" if paper.width is None else ""
    fill = f"url(#{paper.name}-hatch)" if mark.hatched else None
    place = {"x": f"{attribute(left * scale)}{unit}", "width": f"{attribute((right - left) * scale)}{unit}"}
    size = {"y": paper.y(mark.y), "height": attribute(mark.height)}
    return element("rect", class_=mark.css, fill=fill, **place, **size, rx=mark.radius or None)


def _text(mark: Text, paper: Paper) -> str:
    anchor = SWAPPED[mark.anchor] if paper.rtl else mark.anchor
    dx = -mark.dx if paper.rtl else mark.dx
    place = {"x": paper.x(mark.x), "y": paper.y(mark.y), "text_anchor": anchor}
    return element("text", text=mark.text, class_=mark.css, **place, dx=attribute(dx) if dx else None)


def _dot(mark: Dot, paper: Paper) -> str:
    if mark.shape == "circle":
        return element("circle", class_=mark.css, cx=paper.x(mark.x), cy=paper.y(mark.y), r=attribute(mark.r))
    r = attribute(mark.r)
    paths = {
        "square": f"M-{r} -{r}H{r}V{r}H-{r}z",
        "diamond": f"M0 -{r}L{r} 0L0 {r}L-{r} 0z",
        "half": f"M0 -{r}A{r} {r} 0 0 {1 if paper.rtl else 0} 0 {r}z",
        "tick": f"M0 -{r}V{r}",
    }
    path = element("path", class_=mark.css, d=paths[mark.shape])
    if paper.width is None:
        return element("svg", path, x=paper.x(mark.x), y=paper.y(mark.y), overflow="visible")
    return element("g", path, transform=f"translate({paper.x(mark.x)} {paper.y(mark.y)})")


def _ribbon(mark: Ribbon, paper: Paper) -> str:
    width = 100 if paper.width is None else paper.width
    x0, x1 = paper.share(mark.x0) * width, paper.share(mark.x1) * width
    middle = (x0 + x1) / 2
    top0, top1 = mark.top0, mark.top1
    low0, low1 = top0 + mark.height, top1 + mark.height
    over = f"M{x0:.2f} {top0:.2f}C{middle:.2f} {top0:.2f} {middle:.2f} {top1:.2f} {x1:.2f} {top1:.2f}"
    back = f"V{low1:.2f}C{middle:.2f} {low1:.2f} {middle:.2f} {low0:.2f} {x0:.2f} {low0:.2f}z"
    path = element("path", class_=mark.css, d=over + back)
    if paper.width is not None:
        return path
    box = f"0 0 100 {attribute(paper.height)}"
    size = {"width": "100%", "height": attribute(paper.height)}
    return element("svg", path, viewBox=box, preserveAspectRatio="none", **size)


def _hatch(paper: Paper) -> str:
    stroke = element("path", class_="hatch", d="M0 0V6")
    paper_under = element("rect", class_="fill-surface", width="6", height="6")
    pattern = element(
        "pattern",
        paper_under,
        stroke,
        id=f"{paper.name}-hatch",
        width="6",
        height="6",
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)
