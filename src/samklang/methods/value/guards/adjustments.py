"""VE02 a deduction missing or 0 without a source, VE09 lasting past what was followed, and warnings on both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, stop, warn
from samklang.methods.value.map.entities import DEDUCTIONS, Outcome, ValueMap
from samklang.methods.value.outcome_value import centres, deductions_of, numbers_of, retained_of

COMPARED = ("trial", "matched")  # a comparison group's level already holds what is due to others
# What published reports that state a factor seldom go under: the tenth percentile of 383 reports
# (jcmunozmora/sroi-meta-analysis, read by a language model, so indicative).
OUTSIDE_VIEW_P10 = {
    "counterfactual": Fraction(5, 100),
    "attribution_to_others": Fraction(10, 100),
    "drop_off": Fraction(10, 100),
}
USUAL_RATE_P10 = Fraction(35, 1000)


def adjustment_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on what is deducted and on how long the benefit lasts."""
    for outcome in value_map.outcomes:
        yield from _compulsory(outcome)
        yield from _lasting(outcome)
        yield from _too_little(outcome)
    yield from _discounted_too_little(value_map)
    yield from _harms(value_map)


def _compulsory(outcome: Outcome) -> Iterator[Finding]:
    for name in DEDUCTIONS:
        quantity = outcome.numbers.get(name)
        if quantity is None:
            yield stop("VE02", place(outcome, name), "is missing; 0 is allowed where a source says why")
        elif quantity.source:
            continue
        elif quantity.centre == 0 and not (name == "counterfactual" and outcome.counterfactual_mode == "difference"):
            yield stop("VE02", place(outcome, name), "is 0 without a source; say what shows it")
        else:
            yield warn("VW15", place(outcome, name), "has no source")


def _lasting(outcome: Outcome) -> Iterator[Finding]:
    duration, drop_off = outcome.numbers["duration_years"], outcome.numbers["drop_off"]
    longest = duration.ends[-1]
    if longest <= 1 or drop_off.centre > 0 or outcome.decision or drop_off.decision:
        return
    if outcome.follow_up_years is None:
        text = f"no drop-off over {plain(longest)} years, and no follow_up_years to say how long they were followed"
        yield warn("VW17", place(outcome, "drop_off"), text)
    elif longest > outcome.follow_up_years:
        followed = plain(outcome.follow_up_years)
        text = f"{plain(longest)} years is past the {followed} followed; give a drop-off or a decision"
        yield stop("VE09", place(outcome, "duration_years"), text)


def _too_little(outcome: Outcome) -> Iterator[Finding]:
    shares = [outcome.numbers[name].centre for name in deductions_of(outcome)]
    if outcome.counterfactual_mode == "share" and not any(shares):
        yield warn("VW01", place(outcome), "nothing at all is deducted: the whole change is claimed")
    if outcome.counterfactual_mode is not None and outcome.basis in (None, "self_report", "assumed"):
        basis = (outcome.basis or "nothing stated").replace("_", "-")
        yield warn("VW03", place(outcome, "counterfactual"), f"the counterfactual rests on: {basis}")
    for name, usual in OUTSIDE_VIEW_P10.items():
        if name in outcome.numbers and _applies(outcome, name) and outcome.numbers[name].centre < usual:
            given = plain(outcome.numbers[name].centre)
            text = f"{given} is less than nine of ten published reports that state it deduct ({plain(usual)} or more)"
            yield warn("VW04", place(outcome, name), text)


def _discounted_too_little(value_map: ValueMap) -> Iterator[Finding]:
    if not any(outcome.valued and _past_first_year(outcome) for outcome in value_map.outcomes):
        return
    for parameter in value_map.parameters():
        rate = parameter.quantity.centre
        if parameter.name == "rate" and rate < USUAL_RATE_P10:
            text = f"{plain(rate)} is less than nine of ten published reports discount by ({plain(USUAL_RATE_P10)})"
            yield warn("VW04", parameter.id, text)


def _past_first_year(outcome: Outcome) -> bool:
    return outcome.numbers["duration_years"].ends[-1] + outcome.empty_years > 1


def _applies(outcome: Outcome, name: str) -> bool:
    if name == "drop_off":
        return outcome.numbers["duration_years"].ends[-1] > 1
    by_share = outcome.counterfactual_mode == "share"
    return by_share if name == "counterfactual" else by_share and outcome.basis not in COMPARED


def _harms(value_map: ValueMap) -> Iterator[Finding]:
    kept: dict[int, list[tuple[Outcome, Fraction]]] = {1: [], -1: []}
    for outcome in value_map.outcomes:
        share = Fraction(retained_of(outcome, numbers_of(outcome, centres(value_map))))
        kept[outcome.sign].append((outcome, share))
    if not kept[1]:
        return
    usual = sum((share for _, share in kept[1]), start=Fraction(0)) / len(kept[1])
    for outcome, share in kept[-1]:
        if share < usual:
            text = f"a harm keeps {plain(share)} of itself, the benefits {plain(usual)}: harms are deducted harder"
            yield warn("VW11", place(outcome), text)
