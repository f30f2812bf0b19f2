"""The survey asks how much of a change is due to *us*; the chain deducts what is due to *others*. Turned once, here.

How each step of the answer scale is read (1: 0–25 % … 5: 75–100 %) stands with the question and comes back with the
result, so that it is shown wherever the share is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity, exactly

Band = tuple[Fraction, Fraction]
Steps = Mapping[int, Band]


def steps_of(options: Iterable[Mapping[str, Any]]) -> Steps:
    """How a question's answers are read: code → (low, high) share due to us, from its options' `share_window`."""
    return {
        option["code"]: (exactly(option["share_window"][0]), exactly(option["share_window"][1])) for option in options
    }


@dataclass(frozen=True)
class DueToOthers:
    """Share of a change due to others, from answers about our share. n: answers; steps: how each answer was read."""

    low: Fraction
    centre: Fraction
    high: Fraction
    n: int
    steps: Steps

    def quantity(self, source: str) -> Quantity:
        """As a number of a value map."""
        return Quantity(self.centre, low=self.low, high=self.high, source=source)


def due_to_others(answers: Sequence[int], steps: Steps) -> DueToOthers:
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
