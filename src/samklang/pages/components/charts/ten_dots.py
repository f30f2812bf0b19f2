"""About six of ten: ten dots for a whole area. A dot is a tenth, never a person."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.methods.disclosure.plan import EXACT_FROM
from samklang.pages.components.charts.base import Chart, check_floor
from samklang.pages.components.drawing.marks import Dot, Drawing, Mark, Row
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.table import Table, table

FLOOR = EXACT_FROM


@dataclass(frozen=True)
class TenRow:
    """A statement and the share it holds for, with its interval if there is one."""

    label: str
    share: float
    low: float | None = None
    high: float | None = None
    note: str = ""

    @property
    def tenths(self) -> int:
        """The share in tenths, half rounded up."""
        return int(self.share * 10 + 0.5)


@dataclass(frozen=True, kw_only=True)
class TenDots(Chart):
    """Rows of ten dots. Raises NotShowable under 100 people."""

    rows: tuple[TenRow, ...]
    n: int

    def __post_init__(self) -> None:
        super().__post_init__()
        check_floor(self.n, FLOOR, _("A picture in tenths"))

    def _drawing(self) -> Drawing:
        return Drawing(tuple(Row(row.label, row.note, 44, self._dots(row), self._said(row)) for row in self.rows))

    def _dots(self, row: TenRow) -> tuple[Mark, ...]:
        full, hollow = f"fill-{self.line}", f"edge-{self.line}"
        return tuple(
            Dot(0.035 + place * 0.062, 20, 8 if place < row.tenths else 7, full if place < row.tenths else hollow)
            for place in range(10)
        )

    def _said(self, row: TenRow) -> str:
        return _("%(label)s: about %(tenths)s of 10") % {"label": row.label, "tenths": row.tenths}

    def _table(self) -> Table:
        rows = []
        for row in self.rows:
            known = row.low is not None and row.high is not None
            interval = f"{percent(row.low or 0)}–{percent(row.high or 0)}" if known else ""
            about = _("about %(tenths)s of 10") % {"tenths": row.tenths}
            rows.append((row.label, about, percent(row.share), interval))
        return table(self.title, (_("Statement"), _("How many"), _("Share"), _("probably between")), rows)
