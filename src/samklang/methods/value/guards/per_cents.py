"""VW21: a number that may be a per cent typed as a share: exactly 1 where a share stands, or a dear discount.

1 is both "all of it" and what somebody types for one per cent, and only the reader of the source can tell which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, warn
from samklang.methods.value.map.entities import Outcome, ValueMap

# Published reports discount by 3.5 to 4.4 per cent (P10 and P90): from 20 on it is rather a slip of the pen.
DEAR_RATE = Fraction(1, 5)
MEANINGS = {
    "share_improved": "everybody improved",
    "counterfactual": "all of it would have happened anyway",
    "attribution_to_others": "all of it is due to others",
    "closeness": "all of it was already within reach",
    "displacement": "all of it was moved to someone else",
    "drop_off": "nothing is left after the first year",
}


def per_cent_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on numbers that read otherwise as per cents."""
    for outcome in value_map.outcomes:
        yield from _ones(outcome)
    for parameter in value_map.parameters():
        if parameter.name == "rate":
            yield from dear_rate(parameter.id, parameter.quantity.ends)


def dear_rate(where: str, rates: Sequence[Fraction]) -> Iterator[Finding]:
    """VW21 where the highest of some discount rates is 20 per cent or more; 100 and more are an error elsewhere."""
    highest = max(rates)
    if DEAR_RATE <= highest < 1:
        text = f"{plain(highest)} discounts by {plain(highest * 100)} per cent a year; for {plain(highest)} per cent "
        yield warn("VW21", where, f"{text}write {plain(highest / 100)}")


def _ones(outcome: Outcome) -> Iterator[Finding]:
    for name, meaning in MEANINGS.items():
        quantity = outcome.numbers.get(name)
        if quantity is not None and quantity.centre == 1 and quantity.n is None and _is_share(outcome, name):
            yield warn("VW21", place(outcome, name), f"is 1: {meaning}; for 1 per cent write 0.01")


def _is_share(outcome: Outcome, name: str) -> bool:
    """A level or difference beside a mean change is in points of a scale, where 1 is nothing odd."""
    if name != "counterfactual":
        return True
    return outcome.counterfactual_mode == "share" or "change" not in outcome.numbers
