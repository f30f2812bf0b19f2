"""The evidence ladder E0–E5: the design sets the highest step, faults lower it, and no number of answers raises it.

| Level | What is there |
| E0 delivered | counts, attendance, one wave |
| E1 reported | asked only afterwards; judgements |
| E2 changed | the same people or the same area before and after |
| E3 compared | against others or statistics, baseline measured, overlap shown, two ways agree |
| E4 tested | a lottery, a waiting list by lot, a cut-off |
| E5 repeated | E4, or several E3, at more sites, computed by somebody else |

After Nesta's Standards of Evidence and the Maryland Scientific Methods Scale; the steps down are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Design = Literal[
    "lottery",
    "comparison_linked",
    "comparison_unlinked",
    "generic_control",
    "paired_change",
    "panel_slopes",
    "repeated_cross_sections",
    "then_test",
    "self_attribution",
    "shadow_control",
    "description",
    "reliable_change",
    "dose",
    "small_groups",
    "subgroups",
    "random_pair",
]
Fault = Literal["differential_dropout", "no_overlap", "wording_changed", "mode_changed", "outcome_chosen_after_data"]
FAULTS: tuple[Fault, ...] = (
    "differential_dropout",
    "no_overlap",
    "wording_changed",
    "mode_changed",
    "outcome_chosen_after_data",
)


class Level(IntEnum):
    """A step of the ladder, in order."""

    DELIVERED = 0
    REPORTED = 1
    CHANGED = 2
    COMPARED = 3
    TESTED = 4
    REPEATED = 5

    @property
    def code(self) -> str:
        """E0 … E5."""
        return f"E{self.value}"


CAPS: dict[Design, Level] = {
    "lottery": Level.TESTED,
    "comparison_linked": Level.COMPARED,
    "comparison_unlinked": Level.COMPARED,
    "generic_control": Level.COMPARED,
    "paired_change": Level.CHANGED,
    "panel_slopes": Level.CHANGED,
    "repeated_cross_sections": Level.CHANGED,
    "then_test": Level.REPORTED,
    "self_attribution": Level.REPORTED,
    "shadow_control": Level.REPORTED,
    "description": Level.DELIVERED,
    "reliable_change": Level.CHANGED,
    "dose": Level.CHANGED,
    "small_groups": Level.CHANGED,
    "subgroups": Level.COMPARED,
    "random_pair": Level.DELIVERED,
}


def level_of(
    design: Design, faults: Iterable[Fault], cap: Level | None = None, ceiling: Level | None = None
) -> Level:
    """The design's step, one down for each fault, never under E1 where something was asked.

    cap: a lower step that these data start from; ceiling: the highest step of this answer, whatever the faults.
    Neither n nor p is an argument: more answers make a wrong answer surer, not right.
    """
    top = CAPS[design] if cap is None else min(CAPS[design], cap)
    lowest = min(top, Level.REPORTED)
    reached = max(lowest, top - len(set(faults)))
    return Level(reached if ceiling is None else min(reached, ceiling))


@dataclass(frozen=True)
class Site:
    """One site's result. agrees: whether it points the way that is claimed, with an interval clear of zero."""

    name: str
    level: Level
    agrees: bool


def repeated(sites: Sequence[Site], computed_by_others: bool) -> Level:
    """The level of several sites together: E5 where two E4, or three E3, agree and somebody else did the sums.

    Otherwise the lowest of the sites that agree; one site that disagrees bars E5. Raises ValueError for no sites.
    """
    if not sites:
        raise ValueError("no sites: give at least one result")
    names = {site.name for site in sites if site.agrees}
    tested = {site.name for site in sites if site.agrees and site.level >= Level.TESTED}
    compared = {site.name for site in sites if site.agrees and site.level >= Level.COMPARED}
    everywhere = len(names) == len({site.name for site in sites}) == len(sites)
    if computed_by_others and everywhere and (len(tested) >= 2 or len(compared) >= 3):
        return Level.REPEATED
    return min(site.level for site in sites)
