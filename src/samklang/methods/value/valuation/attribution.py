"""The survey asks how much of a change is due to *us*; the chain deducts what is due to *others*. Turned once, here.

On a scale of 1–5 the ends are given by the question (1: 0–25 %, 5: 75–100 %); the steps between share the rest
evenly, which is our choice and is shown with the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity

Band = tuple[Fraction, Fraction]
STEPS: Mapping[int, Band] = MappingProxyType(
    {
        1: (Fraction(0), Fraction(1, 4)),
        2: (Fraction(1, 4), Fraction(5, 12)),
        3: (Fraction(5, 12), Fraction(7, 12)),
        4: (Fraction(7, 12), Fraction(3, 4)),
        5: (Fraction(3, 4), Fraction(1)),
    }
)


@dataclass(frozen=True)
class DueToOthers:
    """Share of a change due to others, from answers about our share. n: answers; steps: how each answer was read."""

    low: Fraction
    centre: Fraction
    high: Fraction
    n: int
    steps: Mapping[int, Band]

    def quantity(self, source: str) -> Quantity:
        """As a number of a value map."""
        return Quantity(self.centre, low=self.low, high=self.high, source=source)


def due_to_others(answers: Sequence[int], steps: Mapping[int, Band] = STEPS) -> DueToOthers:
    """1 − the mean of the bands answered: low ends give the high share of others, and the other way round.

    answers: one step per respondent who noticed a change. Raises UnreadableInput for none, or for an unknown step.
    """
    unknown = sorted({answer for answer in answers if answer not in steps})
    if unknown or not answers:
        told = f"unknown answers {unknown}; known: {sorted(steps)}" if answers else "no answers"
        raise UnreadableInput([f"contribution question: {told}"])
    ours_low = sum((steps[answer][0] for answer in answers), start=Fraction(0)) / len(answers)
    ours_high = sum((steps[answer][1] for answer in answers), start=Fraction(0)) / len(answers)
    return DueToOthers(1 - ours_high, 1 - (ours_low + ours_high) / 2, 1 - ours_low, len(answers), dict(steps))
