"""A calculator's answer as plain text: the sentence first, then horizons, break-even, costs and findings."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.value.exclusion.avoided import BreakEven, Spared
from samklang.methods.value.exclusion.report import ExclusionReport
from samklang.methods.value.exclusion.sentence import exclusion_sentence
from samklang.methods.value.number_text import Language, amount_text, point_text, rate_text
from samklang.methods.value.rounding import outward


def exclusion_text(answer: ExclusionReport, language: Language = "sv") -> str:
    """The report, line by line, with numbers written as in a language."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: ExclusionReport, language: Language) -> Iterator[str]:
    chosen, asked = answer.calculator, answer.question
    yield f"{chosen.title} ({chosen.group})"
    rates = ", then ".join(rate_text(rate, language) for _years, rate in asked.rates)
    discounted = f"discounted by {rates} at the {asked.timing} of each year"
    yield f"{chosen.currency} per person, prices of {chosen.price_year}, {discounted}"
    if answer.refused:
        yield "Refused: no figures until the errors below are mended."
    else:
        yield exclusion_sentence(answer, language)
        yield from _horizons(answer, language)
        yield ""
        yield from (f"  {_break_even(row)}" for row in answer.break_even)
    yield ""
    for cost in answer.unit_costs:
        amount = amount_text(cost.amount.centre, language)
        yield f"  {cost.title}: {amount} {cost.unit}, {cost.status} [{cost.amount.source}]"
    yield ""
    for finding in answer.findings:
        yield f"{finding.code} {finding.severity}, {finding.where}: {finding.text}"


def _horizons(answer: ExclusionReport, language: Language) -> Iterator[str]:
    for row in answer.avoided:
        yield ""
        yield f"  Spared within {row.horizon_years} year{'' if row.horizon_years == 1 else 's'}"
        yield f"    society, transfers left out: {_spared(row.society, language)}"
        for payer, spared in row.payers.items():
            yield f"    {payer}: {_spared(spared, language)}"


def _spared(spared: Spared, language: Language) -> str:
    central = point_text(spared.central, language)
    if spared.low == spared.high:
        return central
    low, high = (amount_text(end, language) for end in outward(spared.low, spared.high))
    return f"{central} ({low} … {high})"


def _break_even(row: BreakEven) -> str:
    when = f"from year {row.year} on" if row.year is not None else "not within the horizon"
    people = f"; people who make up for the further cost: {row.people}" if row.people is not None else ""
    return f"{row.who} breaks even {when}{people}"
