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
    """Shares improved if nobody, or everybody, of those without an answer improved (Manski 1989); None if unknown.

    (improved / started, (improved + started − answered) / started)
    """
    responded, improved = outcome.responded, _improved_share(outcome)
    if responded is None or improved is None or responded[1] == 0:
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
    answered, started, improved = (numbers.get(name) for name in ("answered", "started", "improved"))
    for name, quantity in numbers.items():
        if quantity.n is not None and not (quantity.k is not None and 0 <= quantity.k <= quantity.n > 0):
            yield stop("VE06", place(outcome, name), "k must lie between 0 and n, and n above 0")
    if answered is not None and min(answered.ends) <= 0:
        yield stop("VE06", place(outcome, "answered"), "must be above 0, also at its low end")
        return
    if answered is None:
        return
    if improved is not None and max(improved.ends) > min(answered.ends):
        yield stop(
            "VE06", place(outcome, "improved"), _more("improved", improved.ends[-1], "answered", answered.ends[0])
        )
    if started is not None and max(answered.ends) > min(started.ends):
        yield stop(
            "VE06", place(outcome, "answered"), _more("answered", answered.ends[-1], "started", started.ends[0])
        )
    share = numbers.get("share_improved")
    if share is not None and share.n is not None and share.n > answered.centre:
        yield stop("VE06", place(outcome, "share_improved"), _more("n", share.n, "answered", answered.centre))


def _more(what: str, many: Quantity, than: str, few: Quantity) -> str:
    return (
        f"{what} {plain(many)} is more than {than} {plain(few)}; count those with a known outcome, leavers included"
    )


def _few(outcome: Outcome) -> Iterator[Finding]:
    if outcome.responded is None:
        return
    answered, started = outcome.responded
    if answered < LEAST_RESPONSE_SHARE * started or answered < LEAST_ANSWERS:
        text = (
            f"{plain(answered)} of {plain(started)} answered: few to build on (under 60 per cent or 30 people)"
        )
        yield warn("VW06", place(outcome, "answered"), text)
    if answered < started:
        yield warn("VW13", place(outcome, "answered"), _bounds(outcome, started - answered))
    if answered < LEAST_PUBLIC_GROUP:
        yield warn("VW10", place(outcome), "a group under 12: leave this row out of anything public")


def _bounds(outcome: Outcome, unknown: Fraction) -> str:
    bounds = worst_case_share(outcome)
    text = f"{plain(unknown)} who started have no known outcome"
    if bounds is None:
        return text + "; they are taken to be like the others"
    low, high = (f"{float(share) * 100:.1f}" for share in bounds)
    return f"{text}: the share improved lies between {low} and {high} per cent whatever became of them"
