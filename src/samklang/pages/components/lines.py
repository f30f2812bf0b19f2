"""A line of the map: number, name, shape and colour, which always go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StopState = Literal["not_begun", "under_way", "done", "reopened"]
Shape = Literal["circle", "square", "diamond"]
SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond")


@dataclass(frozen=True)
class LineMark:
    """How a line is recognised. Colour and shape repeat from line 4 on; the number never does.

    number: 1, 2, 3 …; 0 stands for the whole initiative.
    """

    number: int
    name: str
    about: str = ""

    @property
    def colour(self) -> int:
        """Which colour token: 1, 2 or 3; 0 is ink."""
        return (self.number - 1) % 3 + 1 if self.number > 0 else 0

    @property
    def shape(self) -> Shape:
        """Circle, square or diamond."""
        return SHAPES[(self.number - 1) % 3] if self.number > 0 else "circle"

    @property
    def css(self) -> str:
        """The class that gives a part the line's colour."""
        return f"line-{self.colour}"
