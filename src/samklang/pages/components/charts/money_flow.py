"""Who pays what: bands from those who pay to what is paid for, as thick as the money."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.drawing.marks import Anchor, Drawing, Mark, Rect, Ribbon, Row, Text
from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.drawing.wrapping import wrapped
from samklang.pages.components.table import Table, table

TALL = 260.0
LEAST = 54.0
AIR = 8.0
LABEL_WIDTH = 128


@dataclass(frozen=True)
class Flow:
    """Money from one to another, above zero."""

    payer: str
    use: str
    amount: float


@dataclass(frozen=True, kw_only=True)
class MoneyFlow(Chart):
    """Flows from payers to uses, both in the order they are given. Raises ValueError for an amount not above zero."""

    flows: tuple[Flow, ...]
    decimals: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        wrong = [flow.payer for flow in self.flows if not flow.amount > 0]
        if wrong or not self.flows:
            raise ValueError(f"A flow of money is above zero: {', '.join(wrong)}")

    def _drawing(self) -> Drawing:
        payers, uses = self._ends("payer"), self._ends("use")
        scale = TALL / sum(flow.amount for flow in self.flows)
        payer_tops, use_tops = _tops(payers, scale), _tops(uses, scale)
        height = max(_bottom(payers, payer_tops, scale), _bottom(uses, use_tops, scale)) + 4
        marks = (
            *self._ribbons(dict(payer_tops), dict(use_tops), scale),
            *self._nodes(payers, payer_tops, scale, 0.0),
            *self._nodes(uses, use_tops, scale, 1.0),
        )
        return Drawing((Row(height=height, marks=marks, spoken=self._said()),), labelled=False)

    def _ends(self, end: str) -> dict[str, float]:
        """Payers or uses with their sums, in the order they first come."""
        sums: dict[str, float] = {}
        for flow in self.flows:
            name = getattr(flow, end)
            sums[name] = sums.get(name, 0) + flow.amount
        return sums

    def _ribbons(self, starts: dict[str, float], ends: dict[str, float], scale: float) -> list[Mark]:
        marks: list[Mark] = []
        for flow in self.flows:
            thick = flow.amount * scale
            marks.append(Ribbon(0.01, starts[flow.payer], 0.99, ends[flow.use], thick, f"tint-{self.line} flow"))
            starts[flow.payer] += thick
            ends[flow.use] += thick
        return marks

    def _nodes(self, sums: dict[str, float], tops: dict[str, float], scale: float, x: float) -> list[Mark]:
        marks: list[Mark] = []
        css = "fill-grey" if x == 0 else f"fill-{self.line}"
        anchor: Anchor = "start" if x == 0 else "end"
        for name, amount in sums.items():
            top, tall = tops[name], amount * scale
            marks.append(Rect(abs(x - 0.012) if x else 0, x if x else 0.012, top, tall, css))
            lines = wrapped(name, LABEL_WIDTH, 13)[:2]
            texts = [(line, "t-strong") for line in lines] + [(number(amount, self.decimals), "t")]
            for place, (text, style) in enumerate(texts):
                marks.append(Text(x, top + 15 + 15 * place, text, anchor, 14 if x == 0 else -14, style))
        return marks

    def _said(self) -> str:
        parts = (f"{flow.payer} → {flow.use} {number(flow.amount, self.decimals)}" for flow in self.flows)
        return f"{self.title}: {'; '.join(parts)}"

    def _table(self) -> Table:
        rows = [(flow.payer, flow.use, number(flow.amount, self.decimals)) for flow in self.flows]
        rows.append((_("Sum"), "", number(sum(flow.amount for flow in self.flows), self.decimals)))
        return table(self.title, (_("Who pays"), _("For what"), _("Amount")), rows, ends_with_sum=True)


def _tops(sums: dict[str, float], scale: float) -> dict[str, float]:
    """Where each end begins: under the one above, with room for its label."""
    tops, y = {}, 2.0
    for name, amount in sums.items():
        tops[name] = y
        lines = min(len(wrapped(name, LABEL_WIDTH, 13)), 2)
        y += max(amount * scale, LEAST - 15 * (2 - lines)) + AIR
    return tops


def _bottom(sums: dict[str, float], tops: dict[str, float], scale: float) -> float:
    return max(tops[name] + max(amount * scale, LEAST) for name, amount in sums.items())
