"""A wave's content, frozen when it opens: every wording, option, consent text and help line as plain data.

From then on pages, files and disclosure control read only this, whatever happens to the facts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from samklang.methods.disclosure.release import Asked
from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.publication_plan import plan_in_words
from samklang.methods.measurement.questionnaire import LANGUAGES, Question, UnknownQuestion, question
from samklang.methods.measurement.scale_block import scale_questions

NON_ANSWERS = frozenset({97, 98})
LIVES_HERE = "lives_01"


class _Names(dict[str, str]):
    """Names for a text's placeholders; one that isn't known stays as it stands, for the reader to see."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def unknown_items(items: Iterable[str]) -> list[str]:
    """Identifiers that name neither one of our questions nor a scale."""
    return [item for item in items if not _exists(item)]


def asked_twice(items: Iterable[str]) -> list[str]:
    """Questions that stand alone and in a scale, or in two scales: their answers would be one. items: known ones."""
    asked: list[str] = []
    for item in items:
        scale = item.removeprefix("instrument:")
        asked += [item] if scale == item else [one.id for one in instrument(scale).items]
    return sorted({one for one in asked if asked.count(one) > 1})


def _exists(item: str) -> bool:
    if item.startswith("instrument:"):
        return item.removeprefix("instrument:") in facts.names("instruments")
    try:
        return question(item).kind in ("ordered", "nominal")
    except UnknownQuestion:
        return False


def freeze_content(
    *,
    items: Sequence[str],
    languages: Sequence[str],
    place: str,
    asks_area: bool,
    axes: Sequence[str],
    k: int,
    coalition: int,
    organisation: str,
    results_on: date | None,
) -> dict[str, Any]:
    """The content of a wave. items: our questions' identifiers, or ``instrument:`` and a scale's.

    axes, k, coalition: the plan of publication; the consent text tells it in words.
    A scale without a published wording in a language is left out there and named under ``left_out``.
    """
    asked = [language for language in languages if language in LANGUAGES]
    names = _Names(area=place, k=str(k), organisation=organisation, coalition=str(coalition))
    plan = {one: plan_in_words(one, axes=axes, k=k, coalition=coalition, place=place) for one in asked}
    questions: list[dict[str, Any]] = []
    left_out: dict[str, list[str]] = {language: [] for language in asked}
    for item in items:
        if item.startswith("instrument:"):
            scale = item.removeprefix("instrument:")
            worded, title = scale_questions(scale, asked)
            questions += worded
            for language in asked:
                if not any(language in one["texts"] for one in worded):
                    left_out[language].append(title)
        else:
            questions.append(_own(question(item), asked, names))
    return {
        "version": 1,
        "languages": asked,
        "place": place,
        "area_question": _area_question(asked, names) if asks_area else {},
        "questions": questions,
        "left_out": {language: titles for language, titles in left_out.items() if titles},
        "consent": _consent(asked, names, plan),
        "too_young": _filled(_consent_fact()["too_young"]["stop"], asked, names),
        "help_lines": help_lines(asked),
        "results_on": results_on.isoformat() if results_on else None,
    }


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of a content, hexadecimal."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def asked_questions(content: Mapping[str, Any]) -> tuple[Asked, ...]:
    """A wave's questions as disclosure control sees them: steps counted from the sensitive end."""
    return tuple(_asked(row) for row in content["questions"] if row["ordered"])


def _asked(row: Mapping[str, Any]) -> Asked:
    steps, sensitive = list(row["steps"]), set(row["sensitive"])
    if sensitive and steps[0] not in sensitive:
        steps.reverse()
    return Asked(row["id"], tuple(steps), sum(step in sensitive for step in steps), row["ordered"])


def _own(row: Question, languages: Sequence[str], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "block": row.topic,
        "source": "questions",
        "steps": list(row.codes),
        "ordered": row.kind == "ordered",
        "sensitive": sorted(row.sensitive),
        "higher_is_better": row.higher_is_better,
        "adults_only": False,
        "sensitive_module": not row.suits_13_14,
        "texts": {
            language: {
                "text": row.wordings[language].format_map(names),
                "help": "",
                "options": [
                    [option.code, option.labels[language]]
                    for option in (*row.options, *row.non_answers)
                    if option.code != 97
                ],
                "indicator": row.indicator.get(language, row.indicator.get("en", "")),
            }
            for language in languages
            if language in row.wordings
        },
    }


def _area_question(languages: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    row = question(LIVES_HERE)
    return _filled(row.wordings, languages, names)


def _filled(texts: Mapping[str, str], languages: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    return {language: texts[language].format_map(names) for language in languages if language in texts}


def _consent_fact() -> Mapping[str, Any]:
    """The newest version of the consent texts."""
    return facts.load("texts", max(name for name in facts.names("texts") if name.startswith("consent")))


def _consent(
    languages: Sequence[str], names: Mapping[str, str], plan: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, dict[str, Any]]]:
    """Age band → language → the text shown, and its hash: the version a response stores."""
    fact = _consent_fact()
    return {
        band["id"]: {one: _band_text(fact, band, one, names, plan[one]) for one in languages}
        for band in fact["age_bands"]
    }


def _band_text(
    fact: Mapping[str, Any],
    band: Mapping[str, Any],
    language: str,
    names: Mapping[str, str],
    plan: Mapping[str, str],
) -> dict[str, Any]:
    def told(parts: Iterable[str]) -> list[dict[str, str]]:
        return [
            {
                "part": part,
                "heading": fact["parts"][part]["heading"][language].format_map(names),
                "body": fact["parts"][part]["body"][language].format_map(names),
            }
            for part in parts
        ]

    text = {"paragraphs": told(band["parts"]), "more": [dict(plan), *told(band["more"])]}
    return {"version": content_hash({"version": fact["version"], **text}), **text}


def help_lines(languages: Sequence[str]) -> list[dict[str, Any]]:
    """The help lines shown after every survey: name, number and text by language."""
    fact = facts.load("help_lines", "sweden")
    return [
        {
            "name": row["name"],
            "number": row["number"],
            "texts": {language: row["text"][language] for language in languages if language in row["text"]},
        }
        for row in fact["lines"]
    ]
