"""A scale's items as questions of a wave, in the languages its wording is published in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument import Instrument, Item
from samklang.methods.measurement.instrument_reader import instrument


@dataclass(frozen=True)
class AskableScale:
    """A scale that can be put in a questionnaire. item: as questionnaires name it; languages: of its wording."""

    item: str
    title: str
    size: int
    languages: tuple[str, ...]


def askable_scales(language: str) -> list[AskableScale]:
    """The scales with a published wording that may be asked without a name. language: of the titles."""
    found = [instrument(name) for name in facts.names("instruments")]
    return [
        AskableScale(
            f"instrument:{one.id}", one.title.get(language, one.title["en"]), len(one.items), tuple(one.languages)
        )
        for one in found
        if one.languages and _anyone_may_answer(one)
    ]


def scale_questions(scale: str, languages: Sequence[str]) -> tuple[list[dict[str, Any]], str]:
    """The items of a scale as plain data, and the scale's title. No item has a wording that nobody published.

    A scale that may not be asked anonymously gives no items at all: answering has no name to follow up. Neither does
    what an observer fills in, or what is asked about one group after another.
    """
    found = instrument(scale)
    title = next((found.title[one] for one in (*languages, "en") if one in found.title), scale)
    worded = [language for language in languages if language in found.languages]
    if not worded or not _anyone_may_answer(found):
        return [], title
    return [_question(found, item, worded) for item in found.items], title


def _anyone_may_answer(found: Instrument) -> bool:
    return found.anonymous_ok and found.kind not in ("observation", "network")


def _question(found: Instrument, item: Item, languages: Sequence[str]) -> dict[str, Any]:
    better = _higher_is_better(found, item)
    return {
        "id": item.id,
        "block": found.id,
        "source": f"instrument:{found.id}",
        "steps": sorted(item.responses.codes),
        "ordered": True,
        "sensitive": _sensitive(item, better),
        "higher_is_better": better,
        "adults_only": found.youngest >= 18,
        "sensitive_module": found.sensitive,
        "texts": {language: _texts(found, item, language) for language in languages},
    }


def _higher_is_better(found: Instrument, item: Item) -> bool:
    """Whether a higher code is the better answer of this item, its reversal counted."""
    reversed_here = any(item.id in scale.reverse for scale in found.scales)
    return (found.higher_is != "worse") != reversed_here


def _sensitive(item: Item, higher_is_better: bool) -> list[int]:
    """The codes guarded hardest: the half at the worse end, the middle left out."""
    codes = sorted(item.responses.codes, reverse=not higher_is_better)
    return sorted(codes[: len(codes) // 2])


def _texts(found: Instrument, item: Item, language: str) -> dict[str, Any]:
    return {
        "text": item.text[language],
        "help": found.lead.get(language, ""),
        "options": [[code, item.responses.labels[code][language]] for code in item.responses.codes],
        "indicator": found.indicator.get(language, found.title.get(language, "")),
    }
