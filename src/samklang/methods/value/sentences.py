"""What a map comes to, in a sentence anyone can read aloud, in Swedish, English and Danish."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from samklang.methods.kernel.languages import in_language
from samklang.methods.value.number_text import (
    SPACE,
    Language,
    band_text,
    interval_text,
    number_text,
    per_cent_text,
    point_text,
)
from samklang.methods.value.rounding import figures
from samklang.methods.value.sentence_words import WORDS, Words
from samklang.methods.value.uncertainty.break_even import BreakEven, NoSolution

if TYPE_CHECKING:
    from samklang.methods.value.report import Report

SHARES = (
    "share_improved",
    "counterfactual",
    "attribution_to_others",
    "closeness",
    "displacement",
    "drop_off",
    "rate",
)
AMOUNTS = ("unit_value", "amount")
RESOURCE = re.compile(r"inputs\.(.+)\.(money|time|subsidy)(?:\.(\d+))?")


def value_sentence(answer: Report, language: Language = "sv") -> str:
    """The range and what it is held against, never the ratio alone; empty where the map is refused.

    With draws: their middle 80 per cent and the chance of reaching the resources. Without: the point and its band.
    Raises UnknownLanguage.
    """
    words, result, summary = in_language(WORDS, language), answer.result, answer.uncertainty
    if result is None:
        return ""
    if result.total_value is None:
        return words.weights
    code = answer.value_map.currency
    told = {"currency": words.currency.get(code, code), "inputs": point_text(result.total_inputs, language)}
    if summary is not None and summary.drawn and summary.probability_ratio_at_least_1 is not None:
        told["interval"] = interval_text(summary.p10, summary.p90, language)
        told["reached"] = per_cent_text(summary.probability_ratio_at_least_1, language)
        sentence = words.interval.format(**told)
    else:
        band = band_text(result.total_value, language)
        sentence = words.point.format(point=point_text(result.total_value, language), band=band, **told)
    return (words.forecast if answer.value_map.kind == "forecast" else "") + sentence


def break_even_sentence(row: BreakEven, language: Language = "sv") -> str:
    """How far one number may move before the value no longer equals the resources, or that it never does.

    Raises UnknownLanguage.
    """
    words = in_language(WORDS, language)
    key, name = _named(row.parameter, words)
    if isinstance(row.value, NoSolution):
        return words.never.format(name=name)
    above = row.worse == "above"
    short_now = row.central > row.value if above else row.central < row.value
    if short_now:
        template = words.needs_less if above else words.needs_more
    else:
        template = words.may_not_exceed if above else words.may_not_fall_below
    return template.format(
        name=name, value=_told(key, row.value, words, language), now=_told(key, row.central, words, language)
    )


def _named(parameter: str, words: Words) -> tuple[str, str]:
    """Which kind of number it is, and what it is called: with its outcome, or whose resource it is."""
    owner, _dot, key = parameter.rpartition(".")
    resource = RESOURCE.fullmatch(parameter)
    if resource is not None:
        who, kind, again = resource.groups()
        key, owner = "amount", f"{who}, {words.kinds[kind]}" + (f" {again}" if again else "")
    if parameter.startswith("discount."):
        return "rate", words.names["rate"]
    return key, f"{words.names[key]} ({owner})"


def _told(key: str, number: Fraction, words: Words, language: Language) -> str:
    """A number as its kind is told: shares as whole per cents, amounts as points, the rest to three figures."""
    if key in SHARES:
        return per_cent_text(number, language)
    if key in AMOUNTS:
        return point_text(number, language)
    told = number_text(figures(number, 3), language)
    return f"{told}{SPACE}{words.years[number != 1]}" if key == "duration_years" else told
