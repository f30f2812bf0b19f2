"""What is looked at before anything is claimed: the same question, the same way, the same season, room on the scale.

A fault takes the result one step down the ladder; a caveat has to be said with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from samklang.methods.measurement.effect.evidence import Fault
from samklang.methods.measurement.effect.frame import Category, Flags
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import Check

MODE_SHIFT = 0.20
SAME_SEASON = 0.80
END_OF_SCALE = 0.25
MISSING = 0.20
SMALL_MISSING = 0.05
DIFFERENTIAL = 0.10
UNLIKE = 0.25
EFFECTIVE = 0.5


@dataclass
class Noted:
    """Checks, faults and caveats gathered on the way."""

    checks: list[Check] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    caveats: list[str] = field(default_factory=list)

    def check(
        self, name: str, ok: bool, value: float | None = None, limit: float | None = None, caveat: str = ""
    ) -> bool:
        """Note a check, and a caveat where it fails."""
        self.checks.append(Check(name, bool(ok), None if value is None else float(value), limit))
        if not ok and caveat:
            self.caveats.append(caveat)
        return ok

    def fault(self, name: Fault, ok: bool, value: float | None = None, limit: float | None = None) -> None:
        """Note a check whose failure takes the result a step down."""
        if not self.check(name, ok, value, limit, caveat=name):
            self.faults.append(name)


def look_at_choice(inquiry: Inquiry) -> Noted:
    """What concerns every design: whether the outcome was chosen before anybody knew the answers."""
    noted = Noted()
    chosen = inquiry.plan.outcomes_chosen
    noted.fault("outcome_chosen_after_data", chosen != "after_data")
    if chosen == "not_stated":
        noted.caveats.append("choice_not_stated")
    return noted


def look(inquiry: Inquiry) -> Noted:
    """What concerns all designs over two waves."""
    noted = look_at_choice(inquiry)
    frame = inquiry.frame
    if inquiry.before is None or inquiry.after is None:
        return noted
    first, second = frame.wave == inquiry.before, frame.wave == inquiry.after
    if frame.wording is not None:
        noted.fault("wording_changed", _words(frame.wording, first) == _words(frame.wording, second))
    if frame.mode is not None:
        shift = _shift(frame.mode, first, second)
        noted.fault("mode_changed", shift <= MODE_SHIFT, shift, MODE_SHIFT)
    _season(noted, inquiry, first, second)
    _ends(noted, inquiry, first)
    return noted


def _words(column: Category, rows: Flags) -> set[int]:
    return {int(code) for code in np.unique(column.codes[rows]) if code >= 0}


def _shift(column: Category, first: Flags, second: Flags) -> float:
    """Half the sum of |share before − share after|: how many answered another way."""
    size = len(column.labels)
    shares = [np.bincount(column.codes[rows][column.codes[rows] >= 0], minlength=size) for rows in (first, second)]
    parts = [share / share.sum() if share.sum() else np.zeros(size) for share in shares]
    return float(np.abs(parts[0] - parts[1]).sum() / 2)


def _season(noted: Noted, inquiry: Inquiry, first: Flags, second: Flags) -> None:
    days = [inquiry.frame.when[rows & (inquiry.frame.when > 0)] for rows in (first, second)]
    if not len(days[0]) or not len(days[1]):
        return
    shares = [np.bincount(_seasons(each), minlength=4) / len(each) for each in days]
    same = float(np.minimum(shares[0], shares[1]).sum())
    noted.check("same_season", same >= SAME_SEASON, same, SAME_SEASON, caveat="season_differs")


def _seasons(days: np.ndarray) -> np.ndarray:
    """0 winter (December–February) … 3 autumn."""
    known, place = np.unique(days, return_inverse=True)
    months = np.array([date.fromordinal(int(day)).month % 12 // 3 for day in known])
    seasons: np.ndarray = months[place]
    return seasons


def _ends(noted: Noted, inquiry: Inquiry, first: Flags) -> None:
    answers = inquiry.frame.numbers[inquiry.indicator.id][first]
    answers = answers[np.isfinite(answers)]
    if not len(answers):
        return
    for name, end in (("floor", inquiry.indicator.low), ("ceiling", inquiry.indicator.high)):
        share = float((answers == end).mean())
        noted.check(name, share <= END_OF_SCALE, share, END_OF_SCALE, caveat=f"{name}_hides_change")
