"""A report as plain text, for the command line: the sentence first, then the rows, then all that must be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samklang.methods.value.display import Display
from samklang.methods.value.evaluate import OutcomeValue
from samklang.methods.value.explain import Step, Working
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.quantity import exactly
from samklang.methods.value.number_text import Language, number_text, per_cent_text, point_text, rate_text, ratio_text
from samklang.methods.value.report import Report
from samklang.methods.value.rounding import Exact, figures
from samklang.methods.value.sensitivity import Sensitivity
from samklang.methods.value.sentences import break_even_sentence, value_sentence
from samklang.methods.value.uncertainty.break_even import BreakEven
from samklang.methods.value.uncertainty.grid import Grid

SIGNS = {"start": "", "times": "× ", "divide": "÷ ", "minus_level": "− people × ", "times_rest": "× 1 − "}


def report_text(answer: Report, with_working: bool = False, language: Language = "sv") -> str:
    """The report, line by line. with_working: also every step and every break-even; language: of the sentences and of
    how numbers are written."""
    return "\n".join(_lines(answer, with_working, language)) + "\n"


def _lines(answer: Report, with_working: bool, language: Language) -> Iterator[str]:
    yield from _head(answer.value_map, language)
    if answer.result is None or answer.display is None:
        yield "Refused: no totals until the errors below are mended."
    else:
        yield value_sentence(answer, language)
        yield from _totals(answer, answer.display, language)
        yield ""
        for row in answer.result.outcomes:
            yield f"  {row.id} ({row.stakeholder}): {_worth(row, answer.value_map, language)}"
            yield from _warned(answer, row.id)
        if with_working:
            for working in answer.working:
                yield from _working(working, language)
            yield from _break_evens(answer.break_even, language)
        yield from _sensitivity(answer.sensitivity, language)
    yield ""
    for finding in answer.findings:
        yield f"{finding.code} {finding.severity}, {finding.where}: {finding.text}"


def _head(value_map: ValueMap, language: Language) -> Iterator[str]:
    yield f"{value_map.title} ({value_map.kind}, perspective: {value_map.perspective})"
    if value_map.monetary:
        rates = ", then ".join(rate_text(rate.centre, language) for _, rate in value_map.discount.rates)
        timing = f"at the {value_map.discount.timing} of each year"
        yield f"{value_map.currency}, prices of {value_map.price_year}, discounted by {rates} {timing}"


def _totals(answer: Report, shown: Display, language: Language) -> Iterator[str]:
    if shown.point is None:
        return
    yield f"Total value about {shown.point} (band {shown.band}) against resources of {shown.inputs}; net {shown.net}"
    yield f"Ratio {shown.ratio}" if shown.ratio else "No ratio: no resources are counted, or the value is not above 0"
    summary = answer.uncertainty
    if summary is not None and summary.drawn:
        yield f"Drawn {summary.draws} times with seed {summary.seed}: {len(summary.drawn)} uncertain numbers"
    if len({row.total_value for row in answer.other_rates}) > 1:
        told = (
            f"{point_text(row.total_value, language)} at {rate_text(row.rate, language)}"
            for row in answer.other_rates
        )
        yield f"At other discount rates: {'; '.join(told)}"


def _warned(answer: Report, name: str) -> Iterator[str]:
    """Beside a row's figures, the codes of what must be read with them; the texts stand at the end."""
    names = [outcome.id for outcome in answer.value_map.outcomes]
    codes = dict.fromkeys(one.code for one in answer.findings if _row_of(one.where, names) == name)
    if codes:
        yield f"    to be read with {', '.join(codes)} below"


def _row_of(where: str, names: Sequence[str]) -> str:
    """The outcome whose place it is: of names that begin alike (calm, calm.later), the longest."""
    return max((name for name in names if f"{where}.".startswith(f"outcomes.{name}.")), key=len, default="")


def _worth(row: OutcomeValue, value_map: ValueMap, language: Language) -> str:
    many = f"{number_text(row.quantity, language)} changed, {per_cent_text(row.retained_share, language)} retained"
    if row.present_value is not None:
        return f"{many}, present value about {point_text(row.present_value, language)} {value_map.currency}"
    return many if row.weight is None else f"{many}, weight {number_text(row.weight, language)}"


def _working(working: Working, language: Language) -> Iterator[str]:
    def told(number: Exact) -> str:
        return number_text(number, language)

    yield ""
    yield f"  Working of {working.outcome}"
    for step in working.steps:
        yield f"    {SIGNS[step.operation]}{told(step.number)} {step.key} = {told(step.running)}{_origin(step)}"
    for year in working.years:
        factors = (
            f"left {told(year.left_share)} × part {told(year.part)} × discount factor {told(year.discount_factor)}"
        )
        yield f"    year {year.year}: {told(year.impact)} × {factors} = {told(year.present_value)}"


def _origin(step: Step) -> str:
    told = [part for part in (step.unit, step.basis, step.source, step.decision) if part]
    return f"  [{'; '.join(told)}]" if told else ""


def _break_evens(rows: tuple[BreakEven, ...], language: Language) -> Iterator[str]:
    if rows:
        yield ""
        yield "  Where the ratio would be 1:1, one number moved at a time"
    for row in rows:
        yield f"    {break_even_sentence(row, language)}"


def _sensitivity(found: Sensitivity | None, language: Language) -> Iterator[str]:
    if found is None or not found.swings:
        return
    yield ""
    yield "  Which numbers decide: net value at each number's tenth and ninetieth percentile"
    for swing in found.swings:
        ends = (point_text(exactly(net), language) for net in (swing.net_at_p10, swing.net_at_p90))
        yield f"    {swing.parameter}: {' … '.join(ends)}"
    if found.everything is not None:
        yield "  What it would be worth to know before deciding to go on"
        yield f"    everything: {point_text(exactly(found.everything.worth), language)}"
        for number in found.numbers:
            yield f"    {number.parameter}: {point_text(exactly(number.worth), language)}"


def grid_text(table: Grid, language: Language = "sv") -> str:
    """The ratio at every pair of values, tab-separated: rows down, columns across; a dash where there is none."""
    head = [
        f"{table.row_parameter} \\ {table.column_parameter}",
        *(_level(value, language) for value in table.columns),
    ]
    lines = [
        [_level(value, language), *(ratio_text(cell, language) or "–" for cell in cells)]
        for value, cells in zip(table.rows, table.ratio, strict=True)
    ]
    return "\n" + "".join("\t".join(line) + "\n" for line in [head, *lines])


def _level(value: Exact, language: Language) -> str:
    return number_text(figures(value, 3), language)
