"""A report as plain text, for the command line: the sentence first, then the rows, then all that must be said."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.value.display import Display
from samklang.methods.value.evaluate import OutcomeValue, Result
from samklang.methods.value.explain import Step, Working
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.number_text import number_text, per_cent_text, point_text
from samklang.methods.value.report import Report
from samklang.methods.value.rounding import Exact, figures
from samklang.methods.value.uncertainty.break_even import BreakEven, NoSolution

SIGNS = {"start": "", "times": "× ", "divide": "÷ ", "minus_level": "− people × ", "times_rest": "× 1 − "}


def report_text(answer: Report, with_working: bool = False) -> str:
    """The report, line by line. with_working: also every step and every break-even."""
    return "\n".join(_lines(answer, with_working)) + "\n"


def _lines(answer: Report, with_working: bool) -> Iterator[str]:
    yield from _head(answer.value_map)
    if answer.result is None or answer.display is None:
        yield "Refused: no totals until the errors below are mended."
    else:
        yield from _totals(answer, answer.display)
        yield from _rows(answer.value_map, answer.result)
        if with_working:
            for working in answer.working:
                yield from _working(working)
            yield from _break_evens(answer.break_even)
    yield ""
    for finding in answer.findings:
        yield f"{finding.code} {finding.severity}, {finding.where}: {finding.text}"


def _head(value_map: ValueMap) -> Iterator[str]:
    yield f"{value_map.title} ({value_map.kind}, perspective: {value_map.perspective})"
    if value_map.monetary:
        rates = ", then ".join(per_rate(rate.centre) for _, rate in value_map.discount.rates)
        timing = f"at the {value_map.discount.timing} of each year"
        yield f"{value_map.currency}, prices of {value_map.price_year}, discounted by {rates} {timing}"


def per_rate(rate: Exact) -> str:
    """A discount rate as per cents with its decimals: 3,5 %."""
    return f"{number_text(rate * 100)} %"


def _totals(answer: Report, shown: Display) -> Iterator[str]:
    if shown.point is None:
        yield "A map without unit values: what changed and its weight, no kronor and no ratio."
        return
    yield f"Total value about {shown.point} (band {shown.band}) against resources of {shown.inputs}; net {shown.net}"
    yield f"Ratio {shown.ratio}" if shown.ratio else "No ratio: no resources are counted, or the value is not above 0"
    summary = answer.uncertainty
    if summary is not None and shown.interval is not None:
        yield f"Eight of ten of {summary.draws} draws (seed {summary.seed}) lie within {shown.interval}"
        if summary.probability_ratio_at_least_1 is not None:
            reached = per_cent_text(summary.probability_ratio_at_least_1)
            yield f"The value reaches the resources in {reached} of the draws"


def _rows(value_map: ValueMap, result: Result) -> Iterator[str]:
    yield ""
    for row in result.outcomes:
        yield f"  {row.id} ({row.stakeholder}): {_worth(row, value_map)}"


def _worth(row: OutcomeValue, value_map: ValueMap) -> str:
    many = f"{number_text(row.quantity)} changed, {per_cent_text(row.retained_share)} retained"
    if row.present_value is not None:
        return f"{many}, present value about {point_text(row.present_value)} {value_map.currency}"
    return many if row.weight is None else f"{many}, weight {number_text(row.weight)}"


def _working(working: Working) -> Iterator[str]:
    yield ""
    yield f"  Working of {working.outcome}"
    for step in working.steps:
        factor = f"{SIGNS[step.operation]}{number_text(step.number)} {step.key}"
        yield f"    {factor} = {number_text(step.running)}{_origin(step)}"
    for year in working.years:
        factors = f"left {number_text(year.left_share)} × part {number_text(year.part)}"
        discounted = f"× discount factor {number_text(year.discount_factor)} = {number_text(year.present_value)}"
        yield f"    year {year.year}: {number_text(year.impact)} × {factors} {discounted}"


def _origin(step: Step) -> str:
    told = [part for part in (step.unit, step.basis, step.source, step.decision) if part]
    return f"  [{'; '.join(told)}]" if told else ""


def _break_evens(rows: tuple[BreakEven, ...]) -> Iterator[str]:
    if rows:
        yield ""
        yield "  Where the ratio would be 1:1, one number moved at a time"
    for row in rows:
        if isinstance(row.value, NoSolution):
            yield f"    {row.parameter}: no solution, {row.value.reason}"
        else:
            value, now = number_text(figures(row.value, 3)), number_text(row.central)
            yield f"    {row.parameter}: {value} (now {now}); the value falls short {row.worse} it"
