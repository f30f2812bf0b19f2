"""One indicator of a plan held against its frame: which waves, who is linked, and who took part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.frame import ANONYMOUS, Flags, Frame
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.linked import Linked, arm_column, linked
from samklang.methods.measurement.effect.plan import Plan


@dataclass(frozen=True)
class Inquiry:
    """What every design starts from. waves: those in which the indicator has answers, in order."""

    plan: Plan
    frame: Frame
    indicator: Indicator

    def against(self, counterfactual: Counterfactual) -> Inquiry:
        """The same question against another counterfactual; people are linked once where the arms are the same."""
        other = Inquiry(replace(self.plan, counterfactual=counterfactual), self.frame, self.indicator)
        alike = other.as_drawn == self.as_drawn or bool(self.frame.started.all())
        if counterfactual.assigned == self.plan.counterfactual.assigned and alike:
            other.__dict__["people"] = self.people
        return other

    @cached_property
    def waves(self) -> tuple[int, ...]:
        answered = np.isfinite(self.frame.numbers[self.indicator.id])
        return tuple(int(wave) for wave in np.unique(self.frame.wave[answered]))

    @cached_property
    def before(self) -> int | None:
        """The first wave compared, None where there is only one."""
        chosen = self.plan.before if self.plan.before is not None else next(iter(self.waves), None)
        return chosen if chosen in self.waves and chosen != self.after else None

    @cached_property
    def after(self) -> int | None:
        """The last wave compared, None where nobody answered."""
        chosen = self.plan.after if self.plan.after is not None else next(reversed(self.waves), None)
        return chosen if chosen in self.waves else None

    @property
    def as_drawn(self) -> bool:
        """Whether people are held to what the lot gave them, whoever then came."""
        return self.plan.counterfactual.kind == "lottery"

    @cached_property
    def people(self) -> Linked | None:
        """Everybody linked over the two waves, None where there are not two or nobody is told apart."""
        if self.before is None or self.after is None or not bool((self.frame.respondent != ANONYMOUS).any()):
            return None
        arm = self.plan.counterfactual.assigned
        waves = (self.before, self.after)
        return linked(self.frame, self.indicator.id, waves, arm, self.plan.adjust, self.as_drawn)

    @cached_property
    def has_arms(self) -> bool:
        """Whether some are known to have taken part and some not to."""
        arms = arm_column(self.frame, self.plan.counterfactual.assigned)
        return bool((arms == 1).any()) and bool((arms == 0).any())

    @cached_property
    def participants(self) -> Linked | None:
        """Those linked who took part, or everybody where there are no others."""
        if self.people is None or not self.has_arms:
            return self.people
        return self.people.arm(1)

    def asked(self, linked_people: Linked | None = None) -> int:
        """People asked in the first wave compared: the plan's figure where it is of all of them, or those who have a
        row."""
        wave = self.before if self.before is not None else self.after
        everybody = linked_people is None or len(linked_people.asked) > 1
        if linked_people is None or (everybody and wave in self.plan.asked):
            return self.asked_in(wave)
        return sum(linked_people.asked.values())

    def asked_among(self, wave: int | None, who: Flags) -> int:
        """Of those asked in one wave, the ones meant: all of them, or as many as have a row."""
        here: Flags = self.frame.wave == wave
        return self.asked_in(wave) if bool(who[here].all()) else int((here & who).sum())

    def asked_in(self, wave: int | None) -> int:
        """People asked in one wave."""
        rows = int((self.frame.wave == wave).sum())
        return rows if wave is None else self.plan.asked.get(wave, rows)

    def wave_name(self, wave: int | None) -> str:
        """The year of a wave where all its dates fall in one and the two waves differ, else its number."""
        years = {each: self._year(each) for each in (self.before, self.after) if each is not None}
        known = set(years.values())
        if wave is None or 0 in known or len(known) < len(years):
            return str(wave)
        return str(years.get(wave, wave))

    @cached_property
    def dated(self) -> bool:
        """Whether waves are called by their years."""
        return self.wave_name(self.after) != str(self.after)

    def _year(self, wave: int) -> int:
        days = self.frame.when[self.frame.wave == wave]
        days = days[days > 0]
        if not len(days):
            return 0
        first, last = date.fromordinal(int(days.min())), date.fromordinal(int(days.max()))
        return first.year if first.year == last.year else 0
