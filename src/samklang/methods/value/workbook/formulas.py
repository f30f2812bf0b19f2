"""The steps of the value chain as a spreadsheet's formulas: the same as `chain` and `outcome_value`, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samklang.methods.value.number_text import Language
from samklang.methods.value.workbook.cells import at, quoted
from samklang.methods.value.workbook.words import choice


@dataclass(frozen=True)
class RowFormulas:
    """The formulas of one outcome. row: its row; columns: column number by key; language: of the words in cells."""

    row: int
    columns: Mapping[str, int]
    language: Language

    def cell(self, key: str) -> str:
        """The reference to one of the outcome's cells."""
        return at(self.row, self.columns[key])

    def says(self, key: str, value: str) -> str:
        """Whether a word stands in a cell."""
        return f"{self.cell(key)}={quoted(choice(key, value, self.language))}"

    def per_person(self) -> str:
        """Improved ÷ answered, the share or the mean change; less the level; or the difference itself."""
        counterfactual = self.cell("counterfactual.value")
        change = (
            f"IF(ISNUMBER({self.cell('improved')}),{self.cell('improved')}/{self.cell('answered')},"
            f"IF(ISNUMBER({self.cell('share_improved')}),{self.cell('share_improved')},"
            f"IF(ISNUMBER({self.cell('change.mean')}),{self.cell('change.mean')},1)))"
        )
        level = f"IF({self.says('counterfactual.mode', 'level')},{counterfactual},0)"
        return f"=IF({self.says('counterfactual.mode', 'difference')},{counterfactual},{change}-{level})"

    def changed(self) -> str:
        """People × change per person."""
        people = f"IF(ISNUMBER({self.cell('quantity')}),{self.cell('quantity')},{self.cell('started')})"
        return f"={people}*{self.cell('per_person')}"

    def retained(self) -> str:
        """Π (1 − share)."""
        share = self.says("counterfactual.mode", "share")
        counterfactual = f"(1-IF({share},{self.cell('counterfactual.value')},0))"
        others = (
            f"(1-{self.cell(f'{name}.share')})" for name in ("displacement", "attribution_to_others", "closeness")
        )
        return "=" + "*".join((counterfactual, *others))

    def impact(self) -> str:
        """How many changed × unit value × share retained, below 0 for a harm; 0 where it isn't counted or valued."""
        amount = self.cell("unit_value.amount")
        worth = f"{self.cell('changed')}*{amount}*{self.cell('retained')}"
        left_out = f"OR({self.says('counted', 'false')},NOT(ISNUMBER({amount})))"
        return f"=IF({left_out},0,IF({self.says('sign', '-1')},-1,1)*{worth})"

    def year(self, head: str) -> str:
        """Impact × what is left after drop-off × part of the year within the duration. head: the year's number."""
        before = f"({head}-1-IF({self.says('starts', 'after')},1,0))"
        left = f"IF({before}=0,1,(1-{self.cell('drop_off.share')})^{before})"
        part = f"MAX(0,MIN(1,{self.cell('duration_years')}-{before}))"
        return f"=IF({before}<0,0,{self.cell('impact')}*{left}*{part})"

    def following(self, anchor: RowFormulas) -> str:
        """The anchor's unit value × weight ÷ the anchor's weight."""
        return f"={anchor.cell('unit_value.amount')}*{self.cell('weight')}/{anchor.cell('weight')}"


def factor(place: int, rates: tuple[str, str], before: str, timing: str, end: str) -> str:
    """The discount factor of a year: the one before ÷ (1 + rate), of this year at its end, of the last at its start.

    place: the year; rates: cells of the last year's rate and of this one's; before: cell of the factor before.
    """
    at_end = f"{before or '1'}/(1+{rates[1]})"
    at_start = "1" if place == 1 else f"{before}/(1+{rates[0]})"
    return f"=IF({timing}={quoted(end)},{at_end},{at_start})"
