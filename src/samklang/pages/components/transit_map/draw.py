"""The finished drawings: wide and narrow for the page, and one that stands on its own."""

from __future__ import annotations

from django.utils import translation

from samklang.pages.components.drawing.colours import standalone_css
from samklang.pages.components.drawing.svg import attribute, element
from samklang.pages.components.transit_map import narrow, wide
from samklang.pages.components.transit_map.data import TransitMap
from samklang.pages.components.transit_map.pen import Pen
from samklang.pages.components.transit_map.words import description, title

ON_PAPER = 1.24
NARROW_CSS = (
    f".map-label, .map-label-here, .map-label-later {{ font-size: {narrow.WORDS}px }} "
    ".map-sub { font-size: 13px } .map-name { font-size: 15.5px } "
)
# On paper the drawing shrinks to the page's width, so its words are larger.
PAPER_CSS = (
    ".map-label, .map-label-here, .map-label-later { font-size: 18px } .map-sub { font-size: 14.5px } "
    ".map-name { font-size: 22.5px } .map-about { font-size: 17.5px } "
)


def wide_svg(transit: TransitMap, rtl: bool = False) -> str:
    """The wide map for a page, in the active language."""
    inside = wide.wide(transit, Pen(wide.WIDTH, 17, rtl))
    return _svg("wide", wide.WIDTH, wide.height(transit), inside, title(transit))


def narrow_svg(transit: TransitMap, rtl: bool = False) -> str:
    """The narrow map for a page, in the active language."""
    inside = narrow.narrow(transit, Pen(narrow.WIDTH, 13, rtl))
    return _svg("narrow", narrow.WIDTH, narrow.height(transit), inside, title(transit))


def standalone_svg(transit: TransitMap, lang: str, rtl: bool = False, scheme: str = "light") -> str:
    """The wide map with its own colours, for PDF and paper."""
    with translation.override(lang):
        inside = wide.wide(transit, Pen(wide.WIDTH, 17, rtl, ON_PAPER))
        return _alone(transit, inside, wide.WIDTH, wide.height(transit, ON_PAPER), lang, scheme, PAPER_CSS)


def standalone_wide_svg(transit: TransitMap, lang: str, rtl: bool = False, scheme: str = "light") -> str:
    """The wide map as a screen shows it, with its own colours, for a cover."""
    with translation.override(lang):
        inside = wide.wide(transit, Pen(wide.WIDTH, 17, rtl))
        return _alone(transit, inside, wide.WIDTH, wide.height(transit), lang, scheme, "")


def standalone_narrow_svg(transit: TransitMap, lang: str, rtl: bool = False, scheme: str = "light") -> str:
    """The narrow map with its own colours, for a cover on a phone."""
    with translation.override(lang):
        inside = narrow.narrow(transit, Pen(narrow.WIDTH, 13, rtl))
        return _alone(transit, inside, narrow.WIDTH, narrow.height(transit), lang, scheme, NARROW_CSS)


def _alone(
    transit: TransitMap, inside: str, wide_by: float, tall: float, lang: str, scheme: str, more_css: str
) -> str:
    named = title(transit)
    return element(
        "svg",
        element("title", text=named),
        element("desc", text=description(transit)),
        element("style", standalone_css(scheme) + " " + more_css),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {attribute(wide_by)} {attribute(tall)}",
        width=attribute(wide_by),
        height=attribute(tall),
        role="img",
        aria_label=named,
        lang=lang,
        direction="ltr",
    )


def _svg(kind: str, width: float, height: float, inside: str, name: str) -> str:
    box = f"0 0 {attribute(width)} {attribute(height)}"
    return element("svg", inside, class_=f"transit-map {kind}", viewBox=box, role="group", aria_label=name)
