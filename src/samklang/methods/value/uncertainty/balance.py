"""Value less target × inputs, with one number moving and the rest reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from samklang.methods.value.chain import Amount
from samklang.methods.value.evaluate import outcome_present_value, total_inputs
from samklang.methods.value.map.entities import Outcome, Parameter, ValueMap
from samklang.methods.value.map.followers import follows
from samklang.methods.value.outcome_value import Numbers, centres

Gap: TypeAlias = Callable[[Amount], Amount]


@dataclass(frozen=True)
class Balance:
    """A map at its centres, all exact or all floats. worth: present value by valued outcome; target: wanted ratio."""

    value_map: ValueMap
    numbers: Numbers
    worth: Mapping[str, Amount]
    target: Amount

    @classmethod
    def of(cls, value_map: ValueMap, target: Fraction) -> Balance:
        """The balance in exact numbers."""
        return cls._at(value_map, centres(value_map), target)

    def in_floats(self) -> Balance:
        """The same in floats."""
        floats = {name: float(value) for name, value in self.numbers.items()}
        return self._at(self.value_map, floats, float(self.target))

    @classmethod
    def _at(cls, value_map: ValueMap, numbers: Numbers, target: Amount) -> Balance:
        valued = [outcome for outcome in value_map.outcomes if outcome.valued]
        worth = {outcome.id: outcome_present_value(outcome, value_map, numbers) for outcome in valued}
        return cls(value_map, numbers, worth, target)

    def gap(self, number: Parameter) -> Gap:
        """Value less target × inputs as a function of one number; what follows it moves with it."""
        followers = self._followers(number)
        moving = [
            row for row in self._valued() if number.outcome is None or row.id in (number.outcome.id, *followers)
        ]
        rest = sum(self.worth.values(), start=0) - sum((self.worth[row.id] for row in moving), start=0)

        def gap(value: Amount) -> Amount:
            along = {f"{name}.unit_value": value * up / down for name, (up, down) in followers.items()}
            moved = {**self.numbers, number.id: value, **along}
            worth = sum((outcome_present_value(row, self.value_map, moved) for row in moving), start=0)
            return rest + worth - self.target * total_inputs(self.value_map, moved)

        return gap

    def _valued(self) -> list[Outcome]:
        return [row for row in self.value_map.outcomes if row.id in self.worth]

    def _followers(self, number: Parameter) -> dict[str, tuple[int, int]]:
        """Outcomes whose unit value follows this number, with their proportion as two whole numbers."""
        anchor = number.outcome
        if anchor is None or number.name != "unit_value" or not anchor.weight:
            return {}
        shares = {
            row.id: (row.weight or Fraction(0)) / anchor.weight for row in self._valued() if follows(row) == anchor.id
        }
        return {name: (share.numerator, share.denominator) for name, share in shares.items()}
