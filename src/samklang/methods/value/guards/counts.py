"""VE06 impossible counts; VW06 few answers; VW10 small groups; VW13 unanswered, with worst-case bounds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, stop, warn
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.quantity import Quantity

LEAST_RESPONSE_SHARE = Fraction(3, 5)
LEAST_ANSWERS = 30
LEAST_PUBLIC_GROUP = 12


def count_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on how many started, answered and improved."""
    for outcome in value_map.outcomes:
        impossible = list(_impossible(outcome))
        yield from impossible
        if not impossible:
            yield from _few(outcome)


def worst_case_share(outcome: Outcome) -> tuple[Fraction, Fraction] | None:
    """Shares improved if nobody, or everybody, of those without an answer improved (Manski 1989).

    (improved / started, (improved + started − answered) / started); None if unknown, or if all answered.
    """
    responded, improved = outcome.responded, _improved_share(outcome)
    if responded is None or improved is None or responded[0] == responded[1]:
        return None
    answered, started = responded
    low = improved * answered / started
    return low, low + (started - answered) / started


def _improved_share(outcome: Outcome) -> Fraction | None:
    share, improved = outcome.numbers.get("share_improved"), outcome.numbers.get("improved")
    if improved is not None:
        return improved.centre / outcome.numbers["answered"].centre
    return None if share is None else share.centre


def _impossible(outcome: Outcome) -> Iterator[Finding]:
    numbers = outcome.numbers
    for name, quantity in numbers.items():
        if quantity.n is not None and not (quantity.k is not None and 0 <= quantity.k <= quantity.n > 0):
            yield stop("VE06", place(outcome, name), "k must lie between 0 and n, and n above 0")
    answered = numbers.get("answered")
    if answered is None:
        return
    if min(answered.ends) <= 0:
        yield stop("VE06", place(outcome, "answered"), "must be above 0, also at its low end")
        return
    yield from _no_more(outcome, "improved", numbers.get("improved"), "answered", answered)
    yield from _no_more(outcome, "answered", answered, "started", numbers.get("started"))
    sample = numbers["share_improved"].n if "share_improved" in numbers else None
    if sample is not None:
        yield from _no_more(outcome, "share_improved", Quantity(sample), "answered", answered)


def _no_more(
    outcome: Outcome, name: str, many: Quantity | None, than: str, few: Quantity | None
) -> Iterator[Finding]:
    if many is not None and few is not None and max(many.ends) > min(few.ends):
        numbers = f"{plain(max(many.ends))} is more than {than}, {plain(min(few.ends))}"
        yield stop("VE06", place(outcome, name), f"{numbers}; answered: those with a known outcome, leavers included")


def _few(outcome: Outcome) -> Iterator[Finding]:
    people = outcome.numbers.get("answered", outcome.numbers.get("started"))
    if people is not None and people.centre < LEAST_PUBLIC_GROUP:
        yield warn("VW10", place(outcome), "a group under 12: leave this row out of anything public")
    if outcome.responded is None:
        if "share_improved" in outcome.numbers:
            yield warn("VW06", place(outcome, "answered"), "is not given: of how many is the share?")
        return
    answered, started = outcome.responded
    if answered < LEAST_RESPONSE_SHARE * started or answered < LEAST_ANSWERS:
        text = f"{plain(answered)} of {plain(started)} answered: few to build on (under 60 per cent or 30 people)"
        yield warn("VW06", place(outcome, "answered"), text)
    if answered < started:
        yield warn("VW13", place(outcome, "answered"), _bounds(outcome, started - answered))


def _bounds(outcome: Outcome, unknown: Fraction) -> str:
    bounds = worst_case_share(outcome)
    text = f"{plain(unknown)} who started have no known outcome"
    if bounds is None:
        return text + "; they are taken to be like the others"
    low, high = (f"{float(share) * 100:.1f}" for share in bounds)
    return f"{text}: the share improved lies between {low} and {high} per cent whatever became of them"
