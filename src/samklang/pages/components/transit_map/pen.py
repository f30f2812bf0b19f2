"""The pen that draws the map: it mirrors x on right-to-left pages, and knows the sizes of its signs."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.components.drawing.marks import Anchor
from samklang.pages.components.drawing.paint import SWAPPED
from samklang.pages.components.drawing.svg import attribute, element
from samklang.pages.components.drawing.wrapping import width_of

Point = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """A pen over a drawing ``width`` wide. r: radius of a stop. grown: how much larger text is than on a screen."""

    width: float
    r: float
    rtl: bool = False
    grown: float = 1.0

    def x(self, x: float) -> float:
        """x on the paper."""
        return self.width - x if self.rtl else x

    def path(self, css: str, start: Point, *steps: tuple[float, float] | tuple[float, float, float, int]) -> str:
        """A path: a step is (x, y), straight, or (x, y, radius, turn), an arc to the right (1) or left (0)."""
        parts = [f"M{attribute(self.x(start[0]))} {attribute(start[1])}"]
        for step in steps:
            end = f"{attribute(self.x(step[0]))} {attribute(step[1])}"
            if len(step) == 4:
                turn = 1 - step[3] if self.rtl else step[3]
                parts.append(f"A{attribute(step[2])} {attribute(step[2])} 0 0 {turn} {end}")
            else:
                parts.append(f"L{end}")
        return element("path", class_=css, d="".join(parts))

    def circle(self, css: str, at: Point, r: float) -> str:
        """A circle."""
        return element("circle", class_=css, cx=float(self.x(at[0])), cy=float(at[1]), r=float(r))

    def box(self, css: str, middle: Point, width: float, height: float, radius: float) -> str:
        """A box around its middle."""
        x, y = self.x(middle[0]) - width / 2, middle[1] - height / 2
        return element("rect", class_=css, x=x, y=y, width=float(width), height=float(height), rx=float(radius))

    def text(self, css: str, at: Point, text: str, size: float, anchor: Anchor = "middle") -> str:
        """A line of text; one that would stick out at an edge is moved in."""
        x, anchor = self._inside(at[0], width_of(text, size * self.grown), anchor)
        side = SWAPPED[anchor] if self.rtl else anchor
        return element("text", text=text, class_=css, x=float(self.x(x)), y=float(at[1]), text_anchor=side)

    def two(self, at: Point, *texts: tuple[str, str]) -> str:
        """Texts after each other on one line from the start, each a style and its words."""
        shown = [pair for pair in texts if pair[1] and pair[1] != "…"]
        if self.rtl:
            # Drawings run left to right, so what is read last stands first.
            shown.reverse()
        # An em space holds them apart: writers of PDF place a shift of an end-anchored text wrongly.
        spans = "\u2003".join(element("tspan", text=text, class_=css) for css, text in shown)
        anchor = "end" if self.rtl else "start"
        return element("text", spans, x=float(self.x(at[0])), y=float(at[1]), text_anchor=anchor)

    def fitting(self, text: str, size: float, width: float) -> str:
        """The text, cut at a word with an ellipsis if it is wider than there is room for."""
        size *= self.grown
        if width_of(text, size) <= width:
            return text
        words = text.split(" ")
        while words and width_of(" ".join(words) + "…", size) > width:
            words.pop()
        return " ".join(words) + "…" if words else ""

    def _inside(self, x: float, width: float, anchor: Anchor) -> tuple[float, Anchor]:
        if anchor != "middle":
            return x, anchor
        if x + width / 2 > self.width:
            return self.width, "end"
        if x - width / 2 < 0:
            return 0.0, "start"
        return x, anchor
