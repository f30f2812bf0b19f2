"""What a calculator says, in a sentence, in Swedish, English and Danish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from samklang.methods.kernel.languages import in_language
from samklang.methods.value.exclusion.report import ExclusionReport
from samklang.methods.value.number_text import Language, amount_text, span_text
from samklang.methods.value.rounding import outward
from samklang.methods.value.sentence_words import WORDS


@dataclass(frozen=True)
class _Said:
    """The sentences of one language: the whole range saves, the whole range costs, or it may go either way."""

    saved: str
    costs: str
    either: str
    year: tuple[str, str]
    made_up: str


_SAID: Mapping[Language, _Said] = {
    "sv": _Said(
        saved="Om stödet gör så mycket som antas sparar samhället {amount} {currency} per person på {years}.",
        costs="Även om stödet gör så mycket som antas kostar det samhället {amount} {currency} mer per person på "
        "{years} än det sparar.",
        either="Om stödet gör så mycket som antas hamnar samhället på {years} mellan en kostnad på {cost} och en "
        "besparing på {saving} {currency} per person.",
        year=("år", "år"),
        made_up="Påhittat exempel, inte för beslut. ",
    ),
    "en": _Said(
        saved="If support does as much as is assumed, society saves {amount} {currency} per person over {years}.",
        costs="Even if support does as much as is assumed, it costs society {amount} {currency} more per person over "
        "{years} than it saves.",
        either="If support does as much as is assumed, society ends over {years} between a cost of {cost} and a "
        "saving of {saving} {currency} per person.",
        year=("year", "years"),
        made_up="A made-up example, not to decide by. ",
    ),
    "da": _Said(
        saved="Hvis støtten gør så meget som antaget, sparer samfundet {amount} {currency} pr. person på {years}.",
        costs="Selv om støtten gør så meget som antaget, koster den samfundet {amount} {currency} mere pr. person på "
        "{years}, end den sparer.",
        either="Hvis støtten gør så meget som antaget, ender samfundet på {years} mellem en udgift på {cost} og en "
        "besparelse på {saving} {currency} pr. person.",
        year=("år", "år"),
        made_up="Opdigtet eksempel, ikke til beslutninger. ",
    ),
}


def exclusion_sentence(answer: ExclusionReport, language: Language = "sv") -> str:
    """What society saves within the longest horizon, as a range rounded outward; empty where it is refused.

    Raises UnknownLanguage.
    """
    said = in_language(_SAID, language)
    if answer.refused:
        return ""
    longest = max(answer.avoided, key=lambda row: row.horizon_years)
    code = answer.calculator.currency
    told = _range(said, *outward(longest.society.low, longest.society.high), language).format(
        currency=WORDS[language].currency.get(code, code),
        years=f"{longest.horizon_years} {said.year[longest.horizon_years != 1]}",
    )
    made_up = answer.calculator.fictitious or any(cost.status == "fictitious" for cost in answer.unit_costs)
    return (said.made_up if made_up else "") + told


def _range(said: _Said, low: Fraction, high: Fraction, language: Language) -> str:
    """The sentence for a range with its amounts put in; what is left to fill in are currency and years."""
    left = {"currency": "{currency}", "years": "{years}"}
    if low < 0 < high:
        cost, saving = amount_text(-low, language), amount_text(high, language)
        return said.either.format(cost=cost, saving=saving, **left)
    if high <= 0 and low < 0:
        return said.costs.format(amount=span_text(-high, -low, language), **left)
    return said.saved.format(amount=span_text(low, high, language), **left)
