"""``{% load components %}``: every shared part of a page, each from its own typed object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language, get_language_bidi

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.charts.on_page import on_page
from samklang.pages.components.drawing.numbers import number as written
from samklang.pages.components.lines import LineMark
from samklang.pages.components.table import Table
from samklang.pages.components.transit_map.data import TransitMap
from samklang.pages.components.transit_map.on_page import on_page as map_on_page
from samklang.pages.components.where import NextStep, Strip, ThenRow, Thread

register = template.Library()


@register.inclusion_tag("components/mark.html")
def mark(line: LineMark, spoken: bool = True) -> dict[str, Any]:
    """The mark of a line: shape, number, colour. ``spoken=False`` where the line's name stands beside."""
    return {"line": line, "spoken": spoken}


@register.simple_tag
def line_mark(number: int, name: str) -> LineMark:
    """A line's mark from its number and name, where a page has only those."""
    return LineMark(number, name)


@register.inclusion_tag("components/strip.html")
def strip(strip: Strip | None) -> dict[str, Any]:
    """Where am I: the line's stops."""
    return {"strip": strip}


@register.inclusion_tag("components/thread.html")
def thread(thread: Thread | None) -> dict[str, Any]:
    """What this builds on: need, decision, activity, answers, effect, value."""
    return {"thread": thread}


@register.inclusion_tag("components/next_step.html")
def next_step(step: NextStep | None, then: tuple[ThenRow, ...] = ()) -> dict[str, Any]:
    """The one primary action, and what comes after it."""
    return {"step": step, "then": then}


@register.inclusion_tag("components/table.html")
def table(table: Table, folds: bool = True, works: bool = False, titled: bool = False) -> dict[str, Any]:
    """A table that turns into lists on a phone, or with ``folds=False`` scrolls.

    works: it sorts and filters. titled: a heading above says what the caption says, which then is only spoken.
    """
    return {"table": table, "folds": folds, "works": works, "titled": titled}


@register.inclusion_tag("components/empty.html")
def empty(text: str, example: str = "", href: str = "", action: str = "") -> dict[str, Any]:
    """Nothing here yet: what belongs here, one example, and the way to make the first."""
    return {"text": text, "example": example, "href": href, "action": action}


@register.inclusion_tag("components/button.html")
def button(text: str, refusal: str = "", quiet: bool = False, name: str = "", value: str = "") -> dict[str, Any]:
    """A form's button. With a refusal it is disabled and the reason stands beside it."""
    return {"text": text, "refusal": refusal, "quiet": quiet, "name": name, "value": value}


@register.inclusion_tag("components/pips.html")
def pips(reached: int, of: int) -> dict[str, Any]:
    """Steps reached of all, as boxes and in words."""
    return {"reached": reached, "of": of, "boxes": [place < reached for place in range(of)]}


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context: template.Context, page: Any) -> dict[str, Any]:
    """The pages of a long list (a django.core.paginator.Page); the address's other parts stay."""
    return {"request": context.get("request"), "page": page}


@register.inclusion_tag("components/chart.html")
def chart(chart: Chart, level: int = 3) -> dict[str, Any]:
    """The sentence, the picture, who answered, and the table; ``level=2`` where no h2 stands above."""
    return {"chart": on_page(chart, get_language() or "sv", get_language_bidi()), "level": level}


@register.inclusion_tag("components/transit_map.html")
def transit_map(transit: TransitMap) -> dict[str, Any]:
    """The initiative as a line map: wide, narrow, and as a list."""
    return map_on_page(transit, get_language_bidi())


@register.filter
def number(value: float) -> str:
    """A number as it is written here: 1 522 with a no-break space."""
    return written(value)


@register.filter
def labelled(table: Mapping[str, Any]) -> list[list[tuple[str, str]]]:
    """A report table's rows with each cell's heading beside it, for the lists it turns into on a phone."""
    return [list(zip(table["head"], row, strict=True)) for row in table["rows"]]
