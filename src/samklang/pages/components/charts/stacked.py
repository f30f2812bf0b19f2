"""Diverging Likert: answers stacked from the middle of the scale, low ones to the start, high ones to the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.utils.translation import gettext as _

from samklang.methods.disclosure.plan import DISTRIBUTION_FROM, EXACT_FROM
from samklang.pages.components.charts.base import Chart, check_floor
from samklang.pages.components.charts.scale import Scale
from samklang.pages.components.drawing.marks import Drawing, LegendItem, Line, Mark, Rect, Row, Text
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.table import Table, table

FULL, CLASSES = EXACT_FROM, DISTRIBUTION_FROM
# A part narrower than this has no room for its number inside.
ROOM = 0.038


@dataclass(frozen=True)
class StackRow:
    """A statement and the share of each answer, in the scale's order; they sum to 1 with ``no_answer``."""

    label: str
    shares: tuple[float, ...]
    no_answer: float = 0.0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class StackedDistribution(Chart):
    """Distributions on one scale from 100 % one way to 100 % the other.

    answers: the scale's words, lowest first. n: of the smallest shown set.
    Raises NotShowable under 100 people (three classes: under 30), ValueError for shares that don't sum to 1.
    """

    answers: tuple[str, ...]
    rows: tuple[StackRow, ...]
    n: int

    def __post_init__(self) -> None:
        super().__post_init__()
        check_floor(self.n, CLASSES if len(self.answers) <= 3 else FULL, _("A full distribution"))
        for row in self.rows:
            if len(row.shares) != len(self.answers) or abs(sum(row.shares) + row.no_answer - 1) > 0.005:
                raise ValueError(f"The shares of {row.label!r} don't sum to 1 over {len(self.answers)} answers")

    def _drawing(self) -> Drawing:
        scale = self._scale()
        rows = [Row(row.label, self._note(row), 46, self._marks(row, scale), self._said(row)) for row in self.rows]
        signs = zip(self.answers, self._colours(), strict=True)
        legend = [LegendItem(words, css, "bar") for words, css in signs]
        middle = Row(height=22, marks=self._ends(scale), kind="guide")
        return Drawing((*rows, middle), tuple(legend), (scale.at(0),))

    def _note(self, row: StackRow) -> str:
        if not row.no_answer:
            return row.note
        skipped = _("%(share)s did not answer") % {"share": percent(row.no_answer)}
        return f"{row.note}, {skipped}" if row.note else skipped

    def _scale(self) -> Scale:
        """As far as the longest arm needs, in whole quarters and the same both ways."""
        reach = max(max(-self._start(row), sum(row.shares) + self._start(row)) for row in self.rows)
        far = min(-(-reach // 0.25) * 0.25, 1.0)
        return Scale(-far, far)

    def _start(self, row: StackRow) -> float:
        """Where the row's first part begins: what lies under the middle, half of a middle answer with it."""
        half, odd = divmod(len(row.shares), 2)
        return -(sum(row.shares[:half]) + (row.shares[half] / 2 if odd else 0))

    def _colours(self) -> list[str]:
        """From the start: grey tones below the middle, the line's tones above; the strongest ends are solid."""
        half, odd = divmod(len(self.answers), 2)
        low = ["fill-quiet", *["soft-low"] * (half - 1)][:half]
        high = [*[f"soft-{self.line or 'ink'}"] * (half - 1), f"fill-{self.line}"][-half:] if half else []
        return [*low, *(["edge-hair"] if odd else []), *high]

    def _marks(self, row: StackRow, scale: Scale) -> tuple[Mark, ...]:
        middle = scale.at(0)
        marks: list[Mark] = [Line(middle, 4, middle, 40, "rule-strong")]
        edges = list(accumulate(row.shares, initial=self._start(row)))
        for share, css, left, right in zip(row.shares, self._colours(), edges, edges[1:], strict=False):
            start, end = scale.at(left), scale.at(right)
            marks.append(Rect(start, end, 10, 24, css))
            if end - start >= ROOM:
                ink = "t-on" if css.startswith("fill") else "t"
                marks.append(Text((start + end) / 2, 26.5, percent(share).rstrip("%\u00a0"), css=ink))
        return tuple(marks)

    def _ends(self, scale: Scale) -> tuple[Mark, ...]:
        far = percent(scale.high)
        zero = scale.at(0)
        return (
            Text(0, 15, far, "start", css="t-quiet"),
            Text(zero, 15, percent(0), css="t-quiet"),
            Text(1, 15, far, "end", css="t-quiet"),
        )

    def _said(self, row: StackRow) -> str:
        parts = (f"{words} {percent(share)}" for words, share in zip(self.answers, row.shares, strict=True))
        return f"{row.label}: {', '.join(parts)}"

    def _table(self) -> Table:
        skipped = any(row.no_answer for row in self.rows)
        head = (_("Statement"), *self.answers, *((_("no answer"),) if skipped else ()))
        rows = [self._cells(row, skipped) for row in self.rows]
        return table(self.title, head, rows)

    def _cells(self, row: StackRow, skipped: bool) -> tuple[str, ...]:
        return (row.label, *_percents(row.shares), *((percent(row.no_answer),) if skipped else ()))


def _percents(shares: Sequence[float]) -> list[str]:
    return [percent(share) for share in shares]
