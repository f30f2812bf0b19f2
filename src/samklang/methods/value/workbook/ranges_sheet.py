"""The sheet of ranges: low, mode and high, or k and n, of every number that has them; elsewhere it is referred to."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.entities import Parameter
from samklang.methods.value.workbook.cells import at, put_number, put_text, widths
from samklang.methods.value.workbook.columns import RANGES
from samklang.methods.value.workbook.pages import Pages


def write_ranges(pages: Pages) -> None:
    """One number a row. Raises UnreadableInput for a number drawn from a bootstrap, which no cell can hold."""
    sheet, name = pages.sheet("ranges"), pages.name("ranges")
    pages.heads(sheet, 1, RANGES)
    for row, number in enumerate(_ranged(pages), 2):
        quantity = number.quantity
        put_text(sheet, row, 1, number.id, number.id)
        if quantity.n is not None and quantity.k is not None:
            put_number(sheet, row, 5, quantity.k)
            put_number(sheet, row, 6, quantity.n)
            pages.ranged[number.id] = f"={at(row, 5, name)}/{at(row, 6, name)}"
        else:
            for column, end in enumerate(quantity.ends, 2):
                put_number(sheet, row, column, end)
            pages.ranged[number.id] = f"={at(row, 3, name)}"
        put_text(sheet, row, 7, quantity.stream, number.id)
    widths(sheet, len(RANGES), 18)


def _ranged(pages: Pages) -> Iterator[Parameter]:
    """But for ranges that follow from something else in the workbook: answers on our share, a value that follows."""
    following = set(_following(pages))
    for number in pages.value_map.parameters():
        if number.quantity.sample:
            raise UnreadableInput([f"{number.id}: is drawn from people's own answers, which a workbook can't hold"])
        if (number.quantity.low is not None or number.quantity.n is not None) and number.id not in following:
            yield number


def _following(pages: Pages) -> Iterator[str]:
    for outcome, raw in zip(pages.value_map.outcomes, pages.raw["outcomes"], strict=True):
        if "our_share_answers" in raw.get("attribution_to_others", {}):
            yield f"{outcome.id}.attribution_to_others"
        if outcome.unit_value is not None and outcome.unit_value.relative_to:
            yield f"{outcome.id}.unit_value"
