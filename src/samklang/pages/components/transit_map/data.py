"""What the map shows: shared stops, and lines with their loops of stops."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.components.lines import LineMark, StopState

DRAWN = 3


@dataclass(frozen=True)
class Stop:
    """A stop on a loop.

    id: 1–6. required, held: pieces of evidence; more held than required count as all.
    since: for example ``since 3 March 2025``.
    """

    id: str
    label: str
    state: StopState
    required: int = 0
    held: int = 0
    here: bool = False
    href: str = ""
    since: str = ""

    def __post_init__(self) -> None:
        if self.required < 0 or self.held < 0:
            raise ValueError(f"Stop {self.id} counts evidence below zero")

    @property
    def counted(self) -> int:
        """The evidence held, never more than is required."""
        return min(self.held, self.required)


@dataclass(frozen=True)
class TrunkStop:
    """A shared stop A–C. note: for example ``version 2, 2025``."""

    id: str
    label: str
    state: StopState
    note: str = ""
    here: bool = False
    href: str = ""


@dataclass(frozen=True)
class Line:
    """A line: its mark and its stops, in order."""

    mark: LineMark
    stops: tuple[Stop, ...]
    href: str = ""

    @property
    def here(self) -> Stop | None:
        """Where the work on the line stands."""
        return next((stop for stop in self.stops if stop.here), None)


@dataclass(frozen=True)
class TransitMap:
    """An initiative. The first three lines are drawn; further ones are listed."""

    name: str
    trunk: tuple[TrunkStop, ...]
    lines: tuple[Line, ...] = ()

    @property
    def drawn(self) -> tuple[Line, ...]:
        """The lines in the drawing."""
        return self.lines[:DRAWN]

    @property
    def listed(self) -> tuple[Line, ...]:
        """The lines that are only listed."""
        return self.lines[DRAWN:]
