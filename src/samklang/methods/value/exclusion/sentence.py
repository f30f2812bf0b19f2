"""What a calculator says, in a sentence, in Swedish, English and Danish."""

from __future__ import annotations

from samklang.methods.value.exclusion.report import ExclusionReport
from samklang.methods.value.number_text import Language, span_text
from samklang.methods.value.rounding import outward

_SPARED: dict[Language, str] = {
    "sv": "Om stödet gör så mycket som antas sparar samhället {amount} {currency} per person på {years} år.",
    "en": "If support does as much as is assumed, society spares {amount} {currency} a person in {years} years.",
    "da": "Hvis støtten gør så meget som antaget, sparer samfundet {amount} {currency} pr. person på {years} år.",
}
_MADE_UP: dict[Language, str] = {
    "sv": "Påhittat exempel, inte för beslut. ",
    "en": "A made-up example, not to decide by. ",
    "da": "Opdigtet eksempel, ikke til beslutninger. ",
}


def exclusion_sentence(answer: ExclusionReport, language: Language = "sv") -> str:
    """What society spares within the longest horizon, as a range rounded outward; empty where it is refused."""
    if answer.refused:
        return ""
    longest = max(answer.avoided, key=lambda row: row.horizon_years)
    low, high = outward(longest.society.low, longest.society.high)
    code = answer.calculator.currency
    currency = "kr" if code == "SEK" and language == "sv" else code
    said = _SPARED[language].format(
        amount=span_text(low, high, language=language), currency=currency, years=longest.horizon_years
    )
    made_up = answer.calculator.fictitious or any(cost.status == "fictitious" for cost in answer.unit_costs)
    return (_MADE_UP[language] if made_up else "") + said
