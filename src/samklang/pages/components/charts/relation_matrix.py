"""How partners work together, pair by pair: no contact, know of each other, now and then, always."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.drawing.marks import Dot, Drawing, LegendItem, Mark, Rect, Row, Text
from samklang.pages.components.table import Table, table


@dataclass(frozen=True, kw_only=True)
class RelationMatrix(Chart):
    """Partners against each other; numbered, so that headings stay short.

    levels: from (row, column), places in ``partners``, to 0–3; a pair that isn't there wasn't asked.
    Raises ValueError for another level or an unknown partner.
    """

    partners: tuple[str, ...]
    levels: Mapping[tuple[int, int], int]

    def __post_init__(self) -> None:
        super().__post_init__()
        known = range(len(self.partners))
        wrong = [pair for pair, level in self.levels.items() if not set(pair) <= set(known) or level not in range(4)]
        if wrong:
            raise ValueError(f"Not pairs of partners with a level 0–3: {wrong}")

    def _drawing(self) -> Drawing:
        width = 1 / len(self.partners)
        numbers = tuple(
            Text((place + 0.5) * width, 14, str(place + 1), css="t-quiet") for place in range(len(self.partners))
        )
        rows = [
            Row(f"{place + 1}. {name}", "", 44, self._marks(place), self._said(place))
            for place, name in enumerate(self.partners)
        ]
        head = Row(height=22, marks=numbers, kind="guide")
        return Drawing((head, *rows), self._legend(), scrolls=len(self.partners) > 8)

    def _marks(self, row: int) -> tuple[Mark, ...]:
        width = 1 / len(self.partners)
        marks: list[Mark] = []
        for column in range(len(self.partners)):
            x = (column + 0.5) * width
            if column == row:
                marks.append(Rect(x - 0.35 * width, x + 0.35 * width, 12, 20, "fill-sunken", radius=4))
            elif (row, column) in self.levels:
                marks += self._sign(x, self.levels[row, column])
            else:
                marks.append(Text(x, 26, "?", css="t-quiet"))
        return tuple(marks)

    def _sign(self, x: float, level: int) -> list[Mark]:
        full = f"fill-{self.line}"
        if level == 0:
            return [Dot(x, 22, 1.8, "fill-grey")]
        if level == 1:
            return [Dot(x, 22, 7, "edge-grey")]
        if level == 2:
            return [Dot(x, 22, 7, f"edge-{self.line}"), Dot(x, 22, 7, full, "half")]
        return [Dot(x, 22, 8, full)]

    def _words(self) -> tuple[str, ...]:
        return (_("no contact"), _("know of each other"), _("work together now and then"), _("work together always"))

    def _legend(self) -> tuple[LegendItem, ...]:
        none, know, some, always = self._words()
        full = f"fill-{self.line}"
        return (
            LegendItem(none, "fill-grey", "point"),
            LegendItem(know, "edge-grey"),
            LegendItem(some, full, "half"),
            LegendItem(always, full),
        )

    def _said(self, row: int) -> str:
        words = self._words()
        told = (
            f"{name} {words[self.levels[row, place]]}"
            for place, name in enumerate(self.partners)
            if (row, place) in self.levels and place != row
        )
        return f"{self.partners[row]}: {', '.join(told)}"

    def _table(self) -> Table:
        words = self._words()
        rows = []
        for row, name in enumerate(self.partners):
            cells = []
            for column in range(len(self.partners)):
                level = self.levels.get((row, column))
                cells.append("–" if column == row else words[level] if level is not None else _("not asked"))
            rows.append((f"{row + 1}. {name}", *cells))
        head = (_("Partner"), *(str(place + 1) for place in range(len(self.partners))))
        return table(self.title, head, rows)
