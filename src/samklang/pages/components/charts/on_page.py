"""A chart as a page shows it: each row a label in HTML and a picture that stretches with the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.drawing import legend
from samklang.pages.components.drawing.marks import BOTTOM, Drawing, LegendItem, Line, Row
from samklang.pages.components.drawing.paint import Paper, paint
from samklang.pages.components.drawing.svg import attribute, clean, element
from samklang.pages.components.table import Table


@dataclass(frozen=True)
class RowOnPage:
    """A row's words and its picture."""

    label: str
    note: str
    kind: str
    strong: bool
    plot: SafeString


@dataclass(frozen=True)
class ChartOnPage:
    """Everything components/chart.html shows. ``below`` holds people and source."""

    name: str
    title: str
    unit: str
    line: int
    legend: tuple[tuple[SafeString, str], ...]
    rows: tuple[RowOnPage, ...]
    labelled: bool
    scrolls: bool
    narrow: bool
    below: str
    table: Table


def on_page(chart: Chart, lang: str, rtl: bool) -> ChartOnPage:
    """The chart for a page in the language and writing direction."""
    drawing = chart.drawing(lang)
    return ChartOnPage(
        name=chart.name,
        title=clean(chart.title),
        unit=clean(chart.unit),
        line=chart.line,
        legend=tuple(
            (_sign(item, rtl, f"{chart.name}-l{place}"), item.text) for place, item in enumerate(drawing.legend)
        ),
        rows=tuple(_row(row, drawing, rtl, f"{chart.name}-{place}") for place, row in enumerate(drawing.rows)),
        labelled=drawing.labelled,
        scrolls=drawing.scrolls,
        narrow=drawing.narrow,
        below=chart.below,
        table=chart.table(lang),
    )


def _sign(item: LegendItem, rtl: bool, name: str) -> SafeString:
    inside = paint(legend.sign(item), Paper(legend.WIDTH, legend.HEIGHT, rtl, name))
    size = {"width": f"{legend.WIDTH}", "height": f"{legend.HEIGHT}"}
    return mark_safe(element("svg", inside, aria_hidden="true", focusable="false", **size))


def _row(row: Row, drawing: Drawing, rtl: bool, name: str) -> RowOnPage:
    grid = tuple(Line(x, 0, x, BOTTOM, "rule") for x in drawing.grid) if row.kind == "data" else ()
    inside = paint((*grid, *row.marks), Paper(None, row.height, rtl, name))
    plot = element(
        "svg",
        element("title", text=row.spoken) if row.spoken else "",
        inside,
        class_="plot",
        width="100%",
        height=attribute(row.height),
        role="img" if row.spoken else None,
        aria_hidden=None if row.spoken else "true",
        focusable="false",
    )
    return RowOnPage(clean(row.label), clean(row.note), row.kind, row.strong, mark_safe(plot))
