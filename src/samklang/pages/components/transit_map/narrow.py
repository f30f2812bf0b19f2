"""The narrow map, 340 units: lines run down the start edge, line 1 innermost, so that nothing crosses."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.pages.components.drawing.wrapping import wrapped
from samklang.pages.components.transit_map.data import Line, Stop, TransitMap, TrunkStop
from samklang.pages.components.transit_map.linked import linked, listed
from samklang.pages.components.transit_map.pen import Pen
from samklang.pages.components.transit_map.signs import hub, line_mark, stop_sign, train
from samklang.pages.components.transit_map.words import evidence_words, spoken_stop, spoken_trunk

WIDTH = 340
RAIL = 11
INNERMOST = 39
TRUNK_PITCH = 50
FIRST = 28
LOOP_START, LOOP_END, LOOP_R = 76, 304, 28
STOP_X = (96, 192, 288)
LABEL = 90
WORDS = 13.5
ROW = 16


def trunk_height(transit: TransitMap) -> float:
    """How far down the shared stops reach."""
    return FIRST + TRUNK_PITCH * max(len(transit.trunk), 1)


def tops(transit: TransitMap) -> list[float]:
    """The y of each loop's upper track: under what stands above it, its own words with it."""
    found, y = [], trunk_height(transit)
    for line in transit.drawn:
        y += _rows(line.stops[:3]) * ROW + 22
        found.append(y)
        y += 2 * LOOP_R + _rows(line.stops[3:6]) * ROW + 26
    return found


def height(transit: TransitMap) -> float:
    """How tall the drawing is."""
    places = tops(transit)
    if not places:
        return trunk_height(transit)
    last = transit.drawn[-1]
    return places[-1] + 2 * LOOP_R + _rows(last.stops[3:6]) * ROW + 26


def narrow(transit: TransitMap, pen: Pen) -> str:
    """The drawing's inside."""
    places = tops(transit)
    loops = list(enumerate(zip(places, transit.drawn, strict=True)))
    rails = [_rail(pen, place, top, line) for place, (top, line) in loops]
    if not loops:
        rails = [pen.path("rule-strong", (_rail_x(1), 0), (_rail_x(1), trunk_height(transit) - 20))]
    trunk = [_trunk_stop(pen, place, stop) for place, stop in enumerate(transit.trunk)]
    parts = [*rails, listed(trunk, _("Shared stops"))]
    parts += [_loop(pen, top, line) for _place, (top, line) in loops]
    return "".join(parts)


def _rail_x(place: int) -> float:
    return INNERMOST - RAIL * place


def _rail(pen: Pen, place: int, top: float, line: Line) -> str:
    x, low = _rail_x(place), top + 2 * LOOP_R
    turn = 24
    return pen.path(
        f"map-rail-{line.mark.colour}",
        (x, 0),
        (x, top - turn),
        (x + turn, top, turn, 0),
        (LOOP_END, top),
        (LOOP_END, low, LOOP_R, 1),
        (LOOP_START, low),
        (LOOP_START, top, LOOP_R, 1),
    )


def _trunk_stop(pen: Pen, place: int, stop: TrunkStop) -> str:
    y = FIRST + TRUNK_PITCH * place
    css = "map-label-here" if stop.here else "map-label"
    label_y = y - 2 if stop.note else y + 5
    parts = [hub(pen, (_rail_x(1), y), stop, 54, 30), pen.text(css, (68, label_y), stop.label, WORDS, "start")]
    if stop.note:
        parts.append(pen.text("map-sub", (68, y + 14), stop.note, 13, "start"))
    if stop.here:
        parts.append(train(pen, (310, y), 0.75))
    return linked("".join(parts), spoken_trunk(stop), stop.href)


def _loop(pen: Pen, top: float, line: Line) -> str:
    y = top + LOOP_R
    name = pen.fitting(line.mark.name, 15.5, LOOP_END - 98)
    head = line_mark(pen, (82, y), line.mark, 10) + pen.text("map-name", (100, y + 5), name, 15.5, "start")
    stops = [_stop(pen, top, place, line, stop) for place, stop in enumerate(line.stops[:6])]
    return head + listed(stops, f"{line.mark.number} {line.mark.name}")


def _lines(stop: Stop) -> list[tuple[str, str]]:
    """The stop's words, row by row, each with its style."""
    css = "map-label-here" if stop.here else "map-label-later" if stop.state == "not_begun" else "map-label"
    rows = [(row, css) for row in wrapped(stop.label, LABEL, WORDS)]
    if stop.here and stop.required:
        rows.append((evidence_words(stop), "map-sub"))
    return rows


def _rows(stops: tuple[Stop, ...]) -> int:
    return max((len(_lines(stop)) for stop in stops), default=0)


def _stop(pen: Pen, top: float, place: int, line: Line, stop: Stop) -> str:
    above = place < 3
    x = STOP_X[place] if above else STOP_X[5 - place]
    y = top if above else top + 2 * LOOP_R
    rows = _lines(stop)
    first = y - 21 - ROW * (len(rows) - 1) if above else y + 30
    words = (pen.text(css, (x, first + ROW * row), text, WORDS) for row, (text, css) in enumerate(rows))
    parts = [stop_sign(pen, (x, y), stop, line.mark.colour), *words]
    if stop.here:
        parts.insert(0, train(pen, (x - 34 if above else x + 34, y), 0.72))
    return linked("".join(parts), spoken_stop(line, stop), stop.href)
