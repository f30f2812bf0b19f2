"""The map as a page shows it: two drawings, the key to its signs, and the same as a list."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samklang.pages.components.drawing.svg import element
from samklang.pages.components.lines import StopState
from samklang.pages.components.transit_map.data import Stop, TransitMap
from samklang.pages.components.transit_map.draw import narrow_svg, wide_svg
from samklang.pages.components.transit_map.pen import Pen
from samklang.pages.components.transit_map.signs import stop_sign, train
from samklang.pages.components.transit_map.words import evidence_words, spoken_trunk, state_word


def on_page(transit: TransitMap, rtl: bool) -> dict[str, Any]:
    """What components/transit_map.html shows."""
    lines = [
        (line, [(stop, state_word(stop.state), evidence_words(stop)) for stop in line.stops])
        for line in transit.lines
    ]
    return {
        "map": transit,
        "wide": mark_safe(wide_svg(transit, rtl)),
        "narrow": mark_safe(narrow_svg(transit, rtl)),
        "key": _key(rtl),
        "trunk": [(stop, spoken_trunk(stop)) for stop in transit.trunk],
        "lines": lines,
    }


def _key(rtl: bool) -> list[tuple[SafeString, str]]:
    """What the signs mean."""
    states: list[tuple[StopState, str]] = [
        ("done", _("Done: all evidence is here")),
        ("under_way", _("Under way: a stroke for each piece of evidence")),
        ("reopened", _("Reopened: something has to be done again")),
        ("not_begun", _("Not begun")),
    ]
    pen = Pen(48, 13, rtl)
    rows = [
        (_sign(stop_sign(pen, (24, 17), Stop("", "", state, 5, 0 if state == "not_begun" else 3), 0)), words)
        for state, words in states
    ]
    return [*rows, (_sign(train(pen, (24, 17), 0.8)), _("Here the work stands now"))]


def _sign(inside: str) -> SafeString:
    return mark_safe(element("svg", inside, width="48", height="34", aria_hidden="true", focusable="false"))
