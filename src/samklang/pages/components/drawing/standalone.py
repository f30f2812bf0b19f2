"""A drawing as one SVG that stands on its own: for PDF, for a file, for a reader without the page's style."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.pages.components.drawing.colours import standalone_css
from samklang.pages.components.drawing.legend import sign
from samklang.pages.components.drawing.marks import Drawing, LegendItem, Line, Row, Text
from samklang.pages.components.drawing.paint import Paper, paint
from samklang.pages.components.drawing.svg import element
from samklang.pages.components.drawing.wrapping import width_of, wrapped

WIDTH = 720
LABELS = 204
GAP = 16
NARROW = 460


def standalone(drawing: Drawing, title: str, description: str, lang: str, rtl: bool = False, name: str = "d") -> str:
    """The drawing with title, description, legend, labels and its own colours.

    It is 720 pixels wide, or 460 where it needs no more, so that its words stay large in a column.
    """
    whole = NARROW if drawing.narrow and not drawing.labelled and not drawing.legend else WIDTH
    parts = list(_parts(drawing, rtl, name, whole))
    height = sum(tall for tall, _ in parts)
    inside, top = [], 0.0
    for tall, part in parts:
        inside.append(element("g", part, transform=f"translate(0 {top:g})"))
        top += tall
    described = element("title", text=title, id=f"{name}-t") + element("desc", text=description, id=f"{name}-d")
    style = element("style", standalone_css())
    return element(
        "svg",
        described,
        style,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {whole} {height:g}",
        width=f"{whole}",
        height=f"{height:g}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        lang=lang,
        direction="ltr",
    )


def _parts(drawing: Drawing, rtl: bool, name: str, whole: int) -> Iterator[tuple[float, str]]:
    """Each part's height and SVG, from the top."""
    if drawing.legend:
        yield 30, _legend(drawing.legend, rtl, name)
    column = LABELS + GAP if drawing.labelled else 0
    plot_width = NARROW if drawing.narrow else WIDTH - column - (16 if drawing.labelled else 0)
    for place, row in enumerate(drawing.rows):
        label, tall = _label(row)
        height = max(row.height, tall)
        grid = tuple(Line(x, 0, x, height, "rule") for x in drawing.grid) if row.kind == "data" else ()
        paper = Paper(plot_width, height, rtl, f"{name}-{place}")
        shift = whole - column - plot_width if rtl else column
        plot = element("g", paint((*grid, *row.marks), paper), transform=f"translate({shift:g} 0)")
        rule = paint(_under(row, height, drawing.labelled), Paper(whole, height, rtl))
        yield height, rule + paint(label, Paper(whole, height, rtl)) + plot


def _under(row: Row, height: float, labelled: bool) -> tuple[Line, ...]:
    if not labelled or row.kind == "guide":
        return ()
    return (Line(0, height - 0.5, 1, height - 0.5, "rule-dash" if row.kind == "break" else "rule"),)


def _label(row: Row) -> tuple[tuple[Text, ...], float]:
    """The label's lines and how tall they are."""
    if not row.label:
        return (), 0
    lines = [(line, "t-strong" if row.strong else "t") for line in wrapped(row.label, LABELS, 13)]
    lines += [(line, "t-quiet") for line in wrapped(row.note, LABELS, 12)]
    texts = tuple(Text(0, 19 + 16 * place, line, "start", css=css) for place, (line, css) in enumerate(lines))
    return texts, 14 + 16 * len(lines)


def _legend(items: tuple[LegendItem, ...], rtl: bool, name: str) -> str:
    out, x = [], 0.0
    for place, item in enumerate(items):
        paper = Paper(24, 16, rtl, f"{name}-l{place}")
        at = WIDTH - x - 24 if rtl else x
        out.append(element("g", paint(sign(item), paper), transform=f"translate({at:g} 2)"))
        words = Text((x + 30) / WIDTH, 15, item.text, "start", css="t")
        out.append(paint([words], Paper(WIDTH, 16, rtl)))
        x += 30 + width_of(item.text, 13) + 24
    return "".join(out)
