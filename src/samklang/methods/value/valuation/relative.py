"""Relative value: changes weighed against each other; with one of them anchored in money the others follow."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from samklang.methods.kernel.findings import UnreadableInput


def normalised(points: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Points given to changes as weights that add up to 1. Raises UnreadableInput for negative points or none."""
    total = sum(points.values(), start=Fraction(0))
    if total <= 0 or min(points.values()) < 0:
        raise UnreadableInput(["weights: give points of 0 or more, and some above 0"])
    return {name: value / total for name, value in points.items()}


def anchored(weights: Mapping[str, Fraction], anchor: str, amount: Fraction) -> dict[str, Fraction]:
    """Unit values in the proportion of the weights: amount × weight ÷ the anchor's weight.

    anchor: the change whose unit value is known; amount: that value. Raises UnreadableInput if it has no weight.
    """
    if not weights.get(anchor):
        raise UnreadableInput([f"weights: the anchor '{anchor}' has no weight above 0"])
    return {name: amount * weight / weights[anchor] for name, weight in weights.items()}
