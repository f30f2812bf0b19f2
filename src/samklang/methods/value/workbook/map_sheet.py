"""The sheet of outcomes: what was written, then every step worked out, year by year, with the totals below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.entities import Outcome
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.workbook.about_sheet import Discounting
from samklang.methods.value.workbook.cells import BOLD, at, put_formula, put_number, put_text, quoted, widths
from samklang.methods.value.workbook.columns import IMPACT, PRESENT, WORKED_OUT, WRITTEN, YEAR
from samklang.methods.value.workbook.formulas import RowFormulas, factor
from samklang.methods.value.workbook.pages import Pages
from samklang.methods.value.workbook.words import CHOICES, TOLD, choice, say

RATE_ROW, FACTOR_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4
NUMBERS = {"unit_value.amount": "unit_value", "change.mean": "change", "counterfactual.value": "counterfactual"}


@dataclass
class MapSheet:
    """The sheet under writing. columns: column number by key; years: column numbers of year 1, 2 …"""

    sheet: Worksheet
    pages: Pages
    columns: Mapping[str, int]
    years: range

    def row(self, place: int) -> RowFormulas:
        """The formulas of the outcome at a place."""
        return RowFormulas(FIRST_ROW + place, self.columns, self.pages.language)


def write_map(sheet: Worksheet, pages: Pages, years: int, discounting: Discounting) -> str:
    """One outcome a row; the reference to the total of their present values, empty for a map of weights."""
    columns = {column.key: place for place, column in enumerate((*WRITTEN, *WORKED_OUT), 1)}
    after = len(columns) + 1
    if pages.value_map.monetary:
        columns |= {IMPACT.key: after, PRESENT.key: after + 1 + years}
    made = MapSheet(sheet, pages, columns, range(after + 1, after + 1 + years))
    pages.heads(sheet, HEAD_ROW, (*WRITTEN, *WORKED_OUT))
    for place, outcome in enumerate(pages.value_map.outcomes):
        _written(made, place, outcome)
        _worked_out(made, place)
    _lists(made)
    sheet.freeze_panes = at(FIRST_ROW, 4).replace("$", "")
    widths(sheet, len(columns) + years, 16)
    return _money(made, discounting) if pages.value_map.monetary else ""


def _written(made: MapSheet, place: int, outcome: Outcome) -> None:
    texts = _texts(outcome, made.pages.raw["outcomes"][place])
    row, sheet, pages = FIRST_ROW + place, made.sheet, made.pages
    for column in WRITTEN:
        at_place = (row, made.columns[column.key])
        number = NUMBERS.get(column.key, column.key.removesuffix(".share"))
        if column.key == "unit_value.amount" and outcome.unit_value is not None and outcome.unit_value.relative_to:
            anchor = [other.id for other in pages.value_map.outcomes].index(outcome.unit_value.relative_to)
            put_formula(sheet, *at_place, made.row(place).following(made.row(anchor)), column.kind)
        elif column.kind in ("number", "share", "amount"):
            quantity = outcome.numbers.get(number) or _plain(outcome, column.key)
            if quantity is not None:
                pages.quantity(
                    sheet, at_place, f"{outcome.id}.{number}", quantity, _format(outcome, column.kind, number)
                )
        elif column.kind == "word" and texts.get(column.key):
            put_text(sheet, *at_place, choice(column.key, texts[column.key], pages.language), column.key)
        else:
            put_text(sheet, *at_place, texts.get(column.key, ""), f"outcomes[{place}].{column.key}")


def _format(outcome: Outcome, kind: str, number: str) -> str:
    """A level or difference beside a mean change is in points of a scale, no per cent."""
    return "number" if number == "counterfactual" and "change" in outcome.numbers else kind


def _plain(outcome: Outcome, key: str) -> Quantity | None:
    """Numbers that no range can have."""
    price_year = None if outcome.unit_value is None else outcome.unit_value.price_year
    found: Mapping[str, Fraction | int | None] = {
        "weight": outcome.weight,
        "follow_up_years": outcome.follow_up_years,
        "unit_value.price_year": price_year,
    }
    number = found.get(key)
    return None if number is None else Quantity(Fraction(number))


def _texts(outcome: Outcome, raw: Mapping[str, Any]) -> dict[str, str]:
    """Every text and word of an outcome by its column's key."""
    value = outcome.unit_value
    told = {f"{name}.source": quantity.source for name, quantity in outcome.numbers.items()}
    told |= {f"{name}.decision": quantity.decision for name, quantity in outcome.numbers.items()}
    told |= {
        "id": outcome.id,
        "stakeholder": outcome.stakeholder,
        "phenomenon": outcome.phenomenon,
        "sign": str(outcome.sign),
        "starts": outcome.starts,
        "counted": str(outcome.counted).lower(),
        "overlap_group": outcome.overlap_group,
        "upstream_of": outcome.upstream_of,
        "decision": outcome.decision,
        "counterfactual.mode": outcome.counterfactual_mode or "",
        "counterfactual.basis": outcome.basis or "",
        "change.unit": str(raw.get("change", {}).get("unit", "")),
        "change.source": str(raw.get("change", {}).get("source", "")),
        "partner_shares": _split(outcome.partner_shares, "partner_shares"),
        "payer": _split(outcome.payers, "payer"),
        "attribution_to_others.our_share_answers": _split(
            raw.get("attribution_to_others", {}).get("our_share_answers"), "our_share_answers"
        ),
    }
    if value is not None:
        told |= {
            "unit_value.unit": value.unit,
            "unit_value.method": value.method or "",
            "unit_value.perspective": value.perspective,
            "unit_value.transfer": str(value.transfer).lower(),
            "unit_value.relative_to": value.relative_to,
        }
    return told


def _split(shares: Mapping[Any, Fraction | float] | None, where: str) -> str:
    """Föreningen: 0.5; Skolan: 0.25. Raises UnreadableInput for a name with a semicolon in it."""
    if any(";" in str(name) for name in shares or {}):
        raise UnreadableInput([f"{where}: a name with a semicolon can't be held in a cell; write it without"])
    return "; ".join(f"{name}: {_number(share)}" for name, share in (shares or {}).items())


def _number(share: Fraction | float) -> str:
    return f"{Fraction(str(share)).numerator}" if Fraction(str(share)).denominator == 1 else repr(float(share))


def _worked_out(made: MapSheet, place: int) -> None:
    row = made.row(place)
    for column, formula in zip(WORKED_OUT, (row.per_person(), row.changed(), row.retained()), strict=True):
        kind = "share" if column.key == "retained" else "number"
        put_formula(made.sheet, row.row, made.columns[column.key], formula, kind)


def _money(made: MapSheet, discounting: Discounting) -> str:
    sheet, language = made.sheet, made.pages.language
    put_text(sheet, HEAD_ROW, made.columns[IMPACT.key], IMPACT.head(language), IMPACT.key, bold=True)
    put_text(sheet, HEAD_ROW, made.columns[PRESENT.key], PRESENT.head(language), PRESENT.key, bold=True)
    _year_heads(made, discounting)
    for place in range(len(made.pages.value_map.outcomes)):
        row = made.row(place)
        put_formula(sheet, row.row, made.columns[IMPACT.key], row.impact(), "amount")
        for column in made.years:
            put_formula(sheet, row.row, column, row.year(at(HEAD_ROW, column)), "amount")
        yearly = f"{at(row.row, made.years[0])}:{at(row.row, made.years[-1])}"
        factors = f"{at(FACTOR_ROW, made.years[0])}:{at(FACTOR_ROW, made.years[-1])}"
        put_formula(sheet, row.row, made.columns[PRESENT.key], f"=SUMPRODUCT({yearly},{factors})", "amount")
    return _totals(made)


def _year_heads(made: MapSheet, discounting: Discounting) -> None:
    """The year's number as its head, its rate and its factor above it."""
    sheet, language = made.sheet, made.pages.language
    put_text(sheet, RATE_ROW, made.columns[IMPACT.key], say(TOLD["rate_of_year"], language), "rate", bold=True)
    put_text(sheet, FACTOR_ROW, made.columns[IMPACT.key], say(TOLD["factor"], language), "factor", bold=True)
    end = choice("timing", "end", language)
    for year, column in enumerate(made.years, 1):
        put_number(sheet, HEAD_ROW, column, Fraction(year), f"{quoted(YEAR.head(language))}0")
        sheet.cell(HEAD_ROW, column).font = BOLD
        rate = f"=LOOKUP({at(HEAD_ROW, column)},{discounting.first_years},{discounting.rates})"
        put_formula(sheet, RATE_ROW, column, rate, "0.00%")
        before = at(FACTOR_ROW, column - 1) if year > 1 else ""
        rates = (at(RATE_ROW, column - 1), at(RATE_ROW, column))
        put_formula(sheet, FACTOR_ROW, column, factor(year, rates, before, discounting.timing, end), "factor")


def _totals(made: MapSheet) -> str:
    """Below the rows: the sum of each year, and of the present values unless a benefit runs past the last column."""
    sheet, language = made.sheet, made.pages.language
    last = FIRST_ROW + len(made.pages.value_map.outcomes) - 1
    below = last + 2
    put_text(sheet, below, made.columns["retained"], say(TOLD["total"], language), "total", bold=True)

    def down(column: int) -> str:
        return f"{at(FIRST_ROW, column)}:{at(last + 1, column)}"

    for column in (made.columns[IMPACT.key], *made.years):
        put_formula(sheet, below, column, f"=SUM({down(column)})", "amount")
    later = quoted(choice("starts", "after", language))
    longest = f"SUMPRODUCT(MAX({down(made.columns['duration_years'])}+({down(made.columns['starts'])}={later})))"
    more = quoted(say(TOLD["more_years"], language))
    total = f"=IF({longest}>{len(made.years)},{more},SUM({down(made.columns[PRESENT.key])}))"
    put_formula(sheet, below, made.columns[PRESENT.key], total, "amount")
    return at(below, made.columns[PRESENT.key], made.pages.name("map"))


def _lists(made: MapSheet) -> None:
    """In every column of words, the words to choose from."""
    for column in WRITTEN:
        if column.kind == "word":
            words = ",".join(choice(column.key, value, made.pages.language) for value in CHOICES[column.key])
            rule = DataValidation(type="list", formula1=quoted(words), allow_blank=True)
            letter = get_column_letter(made.columns[column.key])
            rule.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + len(made.pages.value_map.outcomes) - 1}")
            made.sheet.add_data_validation(rule)
