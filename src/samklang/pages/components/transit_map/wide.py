"""The wide map, 1200 units: shared stops to the start, three loops to the end."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.pages.components.drawing.wrapping import width_of
from samklang.pages.components.transit_map.data import Line, Stop, TransitMap, TrunkStop
from samklang.pages.components.transit_map.linked import linked, listed
from samklang.pages.components.transit_map.pen import Pen, Point
from samklang.pages.components.transit_map.signs import hub, line_mark, stop_sign, train
from samklang.pages.components.transit_map.words import spoken_stop, spoken_trunk, under

WIDTH = 1200
RAIL = 11
LEAVES = 352
TURN = 40
TANGENT = 16.57
SLANT = 11.72
LOOP_START, LOOP_END, LOOP_R = 578, 1126, 38
STOP_X = (614, 852, 1090)
TRUNK_X = (50, 174, 298)


def height(transit: TransitMap, grown: float = 1.0) -> int:
    """572 with three lines, less with fewer, more where text has grown."""
    last = 2 if len(transit.drawn) > 2 else 1
    return round(_top(last, grown) + 2 * LOOP_R + 58 * grown)


def wide(transit: TransitMap, pen: Pen) -> str:
    """The drawing's inside: rails at the bottom, then stops in reading order."""
    slots = list(zip(_slots(transit), transit.drawn, strict=True))
    rails = [_rail(pen, slot, line.mark.colour) for slot, line in reversed(slots)]
    if not slots:
        trunk_y = _trunk_y(pen.grown)
        rails = [pen.path("rule-strong", (0, trunk_y), (LEAVES, trunk_y))]
    trunk = [_trunk_stop(pen, place, stop) for place, stop in enumerate(transit.trunk)]
    parts = [*rails, listed(trunk, _("Shared stops"))]
    parts += [_loop(pen, slot, line) for slot, line in slots]
    return "".join(parts)


def _slots(transit: TransitMap) -> tuple[int, ...]:
    """Which of the three tracks each line takes: one line goes straight on."""
    return {0: (), 1: (1,), 2: (0, 1)}.get(len(transit.drawn), (0, 1, 2))


def _rail(pen: Pen, slot: int, colour: int) -> str:
    """From the start along the trunk, by two 45° arcs to the top track, round the loop and back in."""
    y, top = _trunk_y(pen.grown) + RAIL * (slot - 1), _top(slot, pen.grown)
    low = top + 2 * LOOP_R
    way: list[tuple[float, float] | tuple[float, float, float, int]] = []
    if slot != 1:
        down = 1 if slot == 2 else -1
        corner = LEAVES + abs(top - y)
        first = 1 if slot == 2 else 0
        way += [
            (LEAVES - TANGENT, y),
            (LEAVES + SLANT, y + down * SLANT, TURN, first),
            (corner - SLANT, top - down * SLANT),
            (corner + TANGENT, top, TURN, 1 - first),
        ]
    loop = [(LOOP_END, top), (LOOP_END, low, LOOP_R, 1), (LOOP_START, low), (LOOP_START, top, LOOP_R, 1)]
    return pen.path(f"map-rail-{colour}", (0, y), *way, *loop)  # type: ignore[arg-type]


def _trunk_y(grown: float) -> float:
    return 252 + 100 * (grown - 1)


def _top(slot: int, grown: float) -> float:
    """The y of a line's upper track; the tracks part where words have grown."""
    return _trunk_y(grown) + (186 + 75 * (grown - 1)) * (slot - 1)


def _trunk_stop(pen: Pen, place: int, stop: TrunkStop) -> str:
    x, y = TRUNK_X[min(place, len(TRUNK_X) - 1)], _trunk_y(pen.grown)
    css = "map-label-here" if stop.here else "map-label"
    label_y = y + 38 + 14 * pen.grown
    parts = [hub(pen, (x, y), stop, 30, 56), pen.text(css, (x, label_y), stop.label, 14.5)]
    if stop.note:
        parts.append(pen.text("map-sub", (x, label_y + 18 * pen.grown), stop.note, 12.5))
    if stop.here:
        parts.append(train(pen, (x - 46, y)))
    return linked("".join(parts), spoken_trunk(stop), stop.href)


def _loop(pen: Pen, slot: int, line: Line) -> str:
    top = _top(slot, pen.grown)
    name = _name(pen, top + LOOP_R, line)
    stops = [_stop(pen, top, place, line, stop) for place, stop in enumerate(line.stops[:6])]
    return name + _ways(pen, top) + listed(stops, f"{line.mark.number} {line.mark.name}")


def _name(pen: Pen, y: float, line: Line) -> str:
    room = LOOP_END - 600
    shown = pen.fitting(line.mark.name, 18, room)
    about = pen.fitting(line.mark.about, 14, room - width_of(shown, 18 * pen.grown) - 20)
    return line_mark(pen, (574, y), line.mark, 13) + pen.two((600, y + 6), ("map-name", shown), ("map-about", about))


def _ways(pen: Pen, top: float) -> str:
    """Chevrons between the stops: which way the loop goes."""
    low = top + 2 * LOOP_R
    marks = [pen.path("map-way", (x - 2, top - 3), (x + 2, top), (x - 2, top + 3)) for x in (733, 971)]
    marks += [pen.path("map-way", (x + 2, low - 3), (x - 2, low), (x + 2, low + 3)) for x in (733, 971)]
    return "".join(marks)


def _stop(pen: Pen, top: float, place: int, line: Line, stop: Stop) -> str:
    """A stop with its words outside the loop: 1–3 above going on, 4–6 below coming back."""
    above = place < 3
    x = STOP_X[place] if above else STOP_X[5 - place]
    y = top if above else top + 2 * LOOP_R
    parts = [stop_sign(pen, (x, y), stop, line.mark.colour), _words(pen, (x, y), above, stop)]
    if stop.here:
        parts.insert(0, train(pen, (x - 46 if above else x + 46, y)))
    return linked("".join(parts), spoken_stop(line, stop), stop.href)


def _words(pen: Pen, at: Point, above: bool, stop: Stop) -> str:
    x, y = at
    small = under(stop)
    css = "map-label-here" if stop.here else "map-label-later" if stop.state == "not_begun" else "map-label"
    step = 19 * pen.grown
    if above:
        name_y, small_y = (y - 25 - step if small else y - 25), y - 26
    else:
        name_y = y + 20 + 14 * pen.grown
        small_y = name_y + step
    words = pen.text(css, (x, name_y), pen.fitting(stop.label, 14.5, 236), 14.5)
    return words + (pen.text("map-sub", (x, small_y), small, 12.5) if small else "")
