"""An XLSForm: the sheets survey, choices and settings, for offline collection in ODK, Kobo and their kin.

The form of xlsform.org. What it can't say stays with us: missing rules, bands and the licence's terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samklang.methods.measurement.exchange.shareable import (
    answer_lists,
    non_answer_label,
    rights,
    shareable,
    stand_in,
    title_in,
)
from samklang.methods.measurement.instrument import Instrument, ResponseSet

Row = list[str]
Sheets = Mapping[str, list[Row]]

# A language is named as XLSForm wants it: its own name and its code.
NAMES = {"sv": "Svenska (sv)", "en": "English (en)", "da": "Dansk (da)", "ar": "العربية (ar)", "so": "Soomaali (so)"}


def to_xlsform(instrument: Instrument) -> Sheets:
    """The three sheets as rows of text, each with its header first."""
    found = shareable(instrument)
    languages = found.languages
    return {
        "survey": list(_survey(found, languages)),
        "choices": list(_choices(found, languages)),
        "settings": [
            ["form_title", "form_id", "version", "default_language", "notes"],
            [title_in(found, (*languages, "en")), found.id, found.version, language_name(languages), rights(found)],
        ],
    }


def language_name(languages: Sequence[str]) -> str:
    """The first language by its name, empty without words."""
    return NAMES.get(languages[0], languages[0]) if languages else ""


def _non_answers(reasons: Mapping[int, str]) -> str:
    """What isn't an answer to a mark on a line: a range has no list of choices, so it stands in a column of ours."""
    return "; ".join(f"{code} {reason}" for code, reason in reasons.items())


def _labels(languages: Sequence[str]) -> Row:
    return [f"label::{NAMES.get(each, each)}" for each in languages] or ["label"]


def _survey(found: Instrument, languages: Sequence[str]) -> Iterator[Row]:
    yield ["type", "name", *_labels(languages), "parameters", "non_answer"]
    if any(language in found.lead for language in languages):
        yield ["note", f"{found.id}_lead", *(found.lead.get(each, "") for each in languages), "", ""]
    lists = {id(responses): name for name, responses in answer_lists(found).items()}
    names = list(answer_lists(found).items())
    for item in found.items:
        words = [item.text[each] for each in languages] or [stand_in(item.id)]
        listed = lists.get(id(item.responses)) or next(name for name, each in names if each == item.responses)
        if item.responses.codes:
            yield [f"select_one {listed}", item.id, *words, "", ""]
        else:
            ends = f"start={item.responses.low:g} end={item.responses.high:g} step=0.1"
            yield ["range", item.id, *words, ends, _non_answers(item.responses.non_answers)]


def _choices(found: Instrument, languages: Sequence[str]) -> Iterator[Row]:
    yield ["list_name", "name", *_labels(languages), "non_answer"]
    for name, responses in answer_lists(found).items():
        if responses.codes:
            yield from _choice_rows(name, responses, languages)


def _choice_rows(name: str, responses: ResponseSet, languages: Sequence[str]) -> Iterator[Row]:
    for code in responses.codes:
        words = [responses.labels[code][each] for each in languages] or [stand_in(code)]
        yield [name, str(code), *words, ""]
    for code, reason in responses.non_answers.items():
        words = [non_answer_label(code, reason, each) for each in languages] or [reason]
        yield [name, str(code), *words, reason]
