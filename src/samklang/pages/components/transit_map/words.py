"""What a stop is called aloud and what stands under it, in the active language."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samklang.pages.components.lines import StopState
from samklang.pages.components.transit_map.data import Line, Stop, TransitMap, TrunkStop


def state_word(state: StopState) -> str:
    """The state of a stop."""
    words = {
        "done": pgettext("stop", "done"),
        "under_way": pgettext("stop", "under way"),
        "reopened": pgettext("stop", "reopened"),
        "not_begun": pgettext("stop", "not begun"),
    }
    return words[state]


def evidence_words(stop: Stop) -> str:
    """How much evidence is there, or nothing if the stop asks for none."""
    if not stop.required:
        return ""
    return _("%(held)s of %(required)s in place") % {"held": stop.counted, "required": stop.required}


def under(stop: Stop) -> str:
    """What stands under a stop's name: evidence where the work is under way, and since when it stands there."""
    if stop.state in {"not_begun", "done"} and not stop.here:
        return ""
    return ", ".join(part for part in (evidence_words(stop), stop.since if stop.here else "") if part)


def spoken_stop(line: Line, stop: Stop) -> str:
    """The stop's link, aloud: line, stop, state."""
    where = _("the work stands here") if stop.here else state_word(stop.state)
    evidence = under(stop)
    name = _("Line %(line)s, stop %(stop)s, %(label)s") % {
        "line": line.mark.number,
        "stop": stop.id,
        "label": stop.label,
    }
    return f"{name}: {where}, {evidence}" if evidence else f"{name}: {where}"


def spoken_trunk(stop: TrunkStop) -> str:
    """A shared stop's link, aloud."""
    where = _("the work stands here") if stop.here else state_word(stop.state)
    name = _("Stop %(stop)s, %(label)s") % {"stop": stop.id, "label": stop.label}
    return ", ".join(part for part in (f"{name}: {where}", stop.note) if part)


def title(transit: TransitMap) -> str:
    """The map's title, aloud."""
    told = {"name": transit.name, "trunk": len(transit.trunk), "lines": len(transit.drawn)}
    return _("Line map of %(name)s: %(trunk)s shared stops and %(lines)s lines") % told


def description(transit: TransitMap) -> str:
    """The whole map in words."""
    stops = [spoken_trunk(stop) for stop in transit.trunk]
    stops += [spoken_stop(line, stop) for line in transit.lines for stop in line.stops]
    return ". ".join(stops) + "."
