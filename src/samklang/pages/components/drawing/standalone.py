"""A drawing as one SVG that stands on its own: for PDF, for a file, for a reader without the page's style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samklang.pages.components.drawing.colours import standalone_css
from samklang.pages.components.drawing.legend import sign
from samklang.pages.components.drawing.marks import Drawing, LegendItem, Line, Row, Text
from samklang.pages.components.drawing.paint import Paper, paint
from samklang.pages.components.drawing.svg import element
from samklang.pages.components.drawing.wrapping import width_of, wrapped

WIDTH = 720
LABELS = 204
GAP = 16
EDGE = 16
NARROW = 460
PHONE = 328
# Words are 13 pixels, but a reader's own font may be wider than Noto Sans.
ROOMY = 14


@dataclass(frozen=True)
class Frame:
    """How wide the whole, the labels and the plot are, in pixels. Without a column, labels stand above their plot."""

    whole: int
    labels: int
    plot: int
    column: int = 0
    edge: int = 0

    def shift(self, rtl: bool) -> int:
        """Where the plot begins, from the left edge."""
        return self.whole - self.column - self.plot - self.edge if rtl else self.column + self.edge


def frame(drawing: Drawing, phone: bool) -> Frame:
    """The frame on paper, or on a phone 360 pixels wide, where the words keep their size."""
    if phone:
        return Frame(PHONE, PHONE - 2 * EDGE, PHONE - EDGE, edge=EDGE // 2)
    if drawing.labelled:
        column = LABELS + GAP
        return Frame(WIDTH, LABELS, NARROW if drawing.narrow else WIDTH - column - EDGE, column)
    whole = NARROW if drawing.narrow and not drawing.legend else WIDTH
    return Frame(whole, LABELS, NARROW if drawing.narrow else WIDTH)


def standalone(
    drawing: Drawing, title: str, description: str, lang: str, rtl: bool = False, name: str = "d", phone: bool = False
) -> str:
    """The drawing with title, description, legend, labels and its own colours.

    It is 720 pixels wide, 460 where it needs no more, so that its words stay large in a column, or 328 for a phone.
    """
    own = frame(drawing, phone)
    parts = list(_parts(drawing, rtl, name, own))
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
        viewBox=f"0 0 {own.whole} {height:g}",
        width=f"{own.whole}",
        height=f"{height:g}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        lang=lang,
        direction="ltr",
    )


def _parts(drawing: Drawing, rtl: bool, name: str, own: Frame) -> Iterator[tuple[float, str]]:
    """Each part's height and SVG, from the top."""
    if drawing.legend:
        yield _legend(drawing.legend, rtl, name, own.whole)
    for place, row in enumerate(drawing.rows):
        label, tall = _label(row, own.labels)
        # Beside its label a plot begins where the row does; under it, where the words end.
        above = 0 if own.column else max(tall - 8, 0)
        height = max(row.height + above, tall)
        under = height - above
        grid = tuple(Line(x, 0, x, under, "rule") for x in drawing.grid) if row.kind == "data" else ()
        paper = Paper(own.plot, under, rtl, f"{name}-{place}")
        moved = f"translate({own.shift(rtl):g} {above:g})"
        plot = element("g", paint((*grid, *row.marks), paper), transform=moved)
        rule = paint(_under(row, height, drawing.labelled), Paper(own.whole, height, rtl))
        yield height, rule + paint(label, Paper(own.whole, height, rtl)) + plot


def _under(row: Row, height: float, labelled: bool) -> tuple[Line, ...]:
    if not labelled or row.kind == "guide":
        return ()
    return (Line(0, height - 0.5, 1, height - 0.5, "rule-dash" if row.kind == "break" else "rule"),)


def _label(row: Row, width: float) -> tuple[tuple[Text, ...], float]:
    """The label's lines and how tall they are."""
    if not row.label:
        return (), 0
    lines = [(line, "t-strong" if row.strong else "t") for line in wrapped(row.label, width, 13)]
    lines += [(line, "t-quiet") for line in wrapped(row.note, width, 12)]
    texts = tuple(Text(0, 19 + 16 * place, line, "start", css=css) for place, (line, css) in enumerate(lines))
    return texts, 14 + 16 * len(lines)


def _legend(items: tuple[LegendItem, ...], rtl: bool, name: str, whole: int) -> tuple[float, str]:
    """The legend's height and SVG: signs with their words after each other, on as many lines as they need."""
    out, x, y = [], 0.0, 0
    for place, item in enumerate(items):
        wide = 30 + width_of(item.text, ROOMY)
        if x and x + wide > whole:
            x, y = 0.0, y + 24
        at = whole - x - 24 if rtl else x
        drawn = paint(sign(item), Paper(24, 16, rtl, f"{name}-l{place}"))
        out.append(element("g", drawn, transform=f"translate({at:g} {y + 2})"))
        words = Text((x + 30) / whole, y + 15, item.text, "start", css="t")
        out.append(paint([words], Paper(whole, 16, rtl)))
        x += wide + 24
    return 30 + y, "".join(out)
