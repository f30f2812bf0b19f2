"""From gross to net: sums solid, deductions outlined, harm hatched, resources grey; a zero has its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.charts.scale import Scale
from samklang.pages.components.drawing.marks import BOTTOM, Dot, Drawing, LegendItem, Line, Mark, Rect, Row, Text
from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.table import Table, table

StepKind = Literal["sum", "gain", "deduction", "harm", "resource"]
INSIDE = 0.2
# Nearer the axis than this, the number stands after the bar.
CLOSE = 0.14


@dataclass(frozen=True)
class Step:
    """A sum (the level itself) or a change from the level above it, which is subtracted if below zero.

    note: what the step rests on; a zero must have one.
    """

    kind: StepKind
    label: str
    amount: float
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Waterfall(Chart):
    """Steps from gross to net, in the unit the axis says.

    Raises ValueError if a sum isn't what the steps above it give, or a zero has no source.
    """

    steps: tuple[Step, ...]
    decimals: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        for step, before, after in self._levels():
            # Each amount is rounded for itself, so a sum may miss by half a unit a step.
            if step.kind == "sum" and before and abs(before - after) > 0.5 * len(self.steps) / 10**self.decimals:
                raise ValueError(f"The sum {step.label!r} is {after}, but the steps above it give {before}")
            if step.amount == 0 and not step.note:
                raise ValueError(f"A zero needs a source: {step.label!r}")

    def _levels(self) -> Iterator[tuple[Step, float, float]]:
        """Each step with the level before and after it."""
        level = 0.0
        for step in self.steps:
            before = level
            level = step.amount if step.kind == "sum" else level + step.amount
            yield step, before, level

    def _drawing(self) -> Drawing:
        ends = [end for _step, before, after in self._levels() for end in (before, after)]
        room = 0.1 * (max(*ends, 0) - min(*ends, 0) or 1)
        scale = Scale(min(*ends, 0) - (room if min(ends) < 0 else 0), max(*ends, 0) + room)
        levels = list(self._levels())
        rows = [self._row(scale, level, place, len(levels)) for place, level in enumerate(levels)]
        return Drawing(tuple(rows), self._legend())

    def _row(self, scale: Scale, level: tuple[Step, float, float], place: int, count: int) -> Row:
        step, before, after = level
        zero = scale.at(0)
        marks: list[Mark] = [Line(zero, 0, zero, BOTTOM, "rule-strong")]
        if place:
            marks.append(Line(scale.at(before), 0, scale.at(before), 13, "rule-dash"))
        if place < count - 1:
            marks.append(Line(scale.at(after), 31, scale.at(after), BOTTOM, "rule-dash"))
        marks += self._bar(scale, step, before, after)
        said = f"{step.label}: {self._written(step)}"
        return Row(step.label, step.note, 46, tuple(marks), said, strong=step.kind == "sum")

    def _bar(self, scale: Scale, step: Step, before: float, after: float) -> list[Mark]:
        start, end = sorted((scale.at(0) if step.kind == "sum" else scale.at(before), scale.at(after)))
        if step.amount == 0:
            zero: list[Mark] = [Dot(end, 22, 9, "rule-strong", "tick"), Text(end, 26.5, "0", "end", -9)]
            return zero
        css = {
            "sum": f"fill-{self.line}",
            "gain": f"fill-{self.line}",
            "deduction": f"edge-{self.line}",
            "harm": "outline",
            "resource": "fill-grey",
        }
        bar = Rect(start, end, 13, 18, css[step.kind], hatched=step.kind == "harm")
        if step.kind == "sum":
            if end - start > INSIDE:
                return [bar, Text(end, 26.5, self._written(step), "end", -8, "t-on")]
            return [bar, Text(end, 26.5, self._written(step), "start", 8, "t-strong")]
        if start - scale.at(0) < CLOSE:
            return [bar, Text(end, 26.5, self._written(step), "start", 6)]
        return [bar, Text(start, 26.5, self._written(step), "end", -6)]

    def _written(self, step: Step) -> str:
        return number(step.amount, self.decimals)

    def _legend(self) -> tuple[LegendItem, ...]:
        words = {
            "sum": (_("sum"), f"fill-{self.line}", "bar"),
            "gain": (_("value"), f"fill-{self.line}", "bar"),
            "deduction": (_("deduction"), f"edge-{self.line}", "bar"),
            "harm": (_("harm"), "outline", "hatch"),
            "resource": (_("resources"), "fill-grey", "bar"),
        }
        used = [kind for kind in words if any(step.kind == kind for step in self.steps)]
        return tuple(LegendItem(*words[kind]) for kind in used)  # type: ignore[arg-type]

    def _table(self) -> Table:
        rows = [(step.label, self._written(step), step.note) for step in self.steps]
        return table(self.title, (_("Step"), _("Amount"), _("What it rests on")), rows)
