"""Well-being valuation: the income that would move life satisfaction as much as the change did."""

from __future__ import annotations

from fractions import Fraction
from math import exp, isfinite, log

from samklang.methods.kernel.findings import UnreadableInput

SCALE = 10  # of life satisfaction, 0–10
MOST_TIMES = 100  # e to this power times an income is no amount of money


def income_equivalent(effect: float, log_income_effect: float, income: float) -> float:
    """Compensating surplus, in the currency of the income, per person and year.

    income − exp(ln income − effect ÷ log_income_effect)

    effect: change in life satisfaction (0–10 scale points); log_income_effect: points per unit of ln(income), above
    0; income: yearly income at the outset, above 0. Raises UnreadableInput otherwise.
    Source: Fujiwara 2013, CEP Discussion Paper 1233.
    """
    if not (isfinite(effect) and isfinite(log_income_effect) and isfinite(income)):
        raise UnreadableInput(["well-being valuation: every number must be finite"])
    if log_income_effect <= 0 or income <= 0:
        raise UnreadableInput(["well-being valuation: the effect of income and the income must be above 0"])
    if abs(effect) > SCALE:
        told = f"a change of {effect:g} is more than the whole scale of life satisfaction, 0–{SCALE}"
        raise UnreadableInput([f"well-being valuation: {told}"])
    if -effect / log_income_effect > MOST_TIMES:
        raise UnreadableInput(["well-being valuation: the effect of income is too small to put a loss in money"])
    return income - exp(log(income) - effect / log_income_effect)


def wellby_value(points: Fraction, people: Fraction, years: Fraction, value_per_wellby: Fraction) -> Fraction:
    """Life-satisfaction points × people × years × the value of one point for one person in one year."""
    return points * people * years * value_per_wellby
