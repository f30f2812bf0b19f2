"""How organisations ranked proposals: a dot for an organisation, never for a person, and how far they agree."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.drawing.marks import BOTTOM, Dot, Drawing, Line, Mark, Row, Text
from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.table import Table, table

ACROSS = 6


@dataclass(frozen=True)
class Ranked:
    """A proposal and how many put it first, second … last."""

    label: str
    counts: tuple[int, ...]
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class RankingAgreement(Chart):
    """Proposals against places. agreement: Kendall's W, 0–1.

    Raises ValueError unless each proposal was ranked by the same number of organisations.
    """

    rows: tuple[Ranked, ...]
    agreement: float | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if len({(sum(row.counts), len(row.counts)) for row in self.rows}) != 1:
            raise ValueError("Each proposal needs a rank from the same number of organisations")

    @property
    def _places(self) -> int:
        return len(self.rows[0].counts)

    def _drawing(self) -> Drawing:
        width = 1 / self._places
        marks = tuple(
            Text(place * width, 14, self._word(place), "start", 6, "t-quiet") for place in range(self._places)
        )
        head = Row(height=22, marks=marks, kind="guide")
        rows = [
            Row(row.label, "", self._tall(row), self._dots(row), self._said(row), strong=row.strong)
            for row in self.rows
        ]
        return Drawing((head, *rows, *self._agreement()), scrolls=self._places > 4)

    def _tall(self, row: Ranked) -> float:
        return 18 + 18 * max(-(-count // ACROSS) or 1 for count in row.counts)

    def _dots(self, row: Ranked) -> tuple[Mark, ...]:
        width = 1 / self._places
        css = f"fill-{self.line}" if row.strong else "edge-grey"
        marks: list[Mark] = [
            Line(place * width, 0, place * width, BOTTOM, "rule") for place in range(self._places + 1)
        ]
        for place, count in enumerate(row.counts):
            for dot in range(count):
                x = width * (place + (dot % ACROSS + 0.75) / (ACROSS + 0.5))
                marks.append(Dot(x, 18 + 18 * (dot // ACROSS), 5 if row.strong else 4.5, css))
        return tuple(marks)

    def _agreement(self) -> tuple[Row, ...]:
        """Agreement on its full scale, from none to all."""
        if self.agreement is None:
            return ()
        w = self.agreement
        marks = (
            Line(0, 26, 1, 26, "rule-grey"),
            Dot(0, 26, 5, "rule-grey", "tick"),
            Dot(1, 26, 5, "rule-grey", "tick"),
            Dot(w, 26, 6, f"fill-{self.line}"),
            Text(w, 15, number(w, 2), css="t-strong"),
            Text(0, 44, _("0 no agreement"), "start", css="t-quiet"),
            Text(1, 44, _("1 all alike"), "end", css="t-quiet"),
        )
        label = _("Agreement (Kendall's W)")
        return (Row(label, "", 52, marks, f"{label}: {number(w, 2)}"),)

    def _word(self, place: int) -> str:
        if place == self._places - 1:
            return _("last")
        words = {0: _("first"), 1: _("second"), 2: _("third")}
        return words.get(place, str(place + 1))

    def _said(self, row: Ranked) -> str:
        return f"{row.label}: " + ", ".join(f"{self._word(place)} {count}" for place, count in enumerate(row.counts))

    def _table(self) -> Table:
        head = (_("Proposal"), *(self._word(place) for place in range(self._places)))
        rows = [(row.label, *(str(count) for count in row.counts)) for row in self.rows]
        if self.agreement is not None:
            blank = ("",) * (self._places - 1)
            rows.append((_("Agreement (Kendall's W)"), number(self.agreement, 2), *blank))
        return table(self.title, head, rows)
