"""Words that claim a cause, and the evidence level from which each may stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from samklang.methods.measurement.effect.evidence import Level

EFFECT = re.compile(r"effe[ck]t", re.IGNORECASE)
# Swedish, English and Danish in turn: a sentence in one language doesn't hold the others' words by chance.
WORDS_FROM: Mapping[Level, tuple[str, ...]] = {
    Level.CHANGED: (
        *("steg", "stigit", "sjönk", "sjunkit", "ökat", "ökade", "minskat", "minskade"),
        *("rose", "fell", "has risen", "has fallen", "have risen", "have fallen"),
        *("faldt", "steget", "faldet"),
    ),
    Level.COMPARED: ("tyder på", "tyder det på", "suggest", "suggests"),
    Level.TESTED: (
        *("tack vare", "ledde till", "lett till", "beror på", "berodde på", "bidrog till", "bidragit till"),
        *(
            "på grund av",
            "till följd av",
            "orsakar",
            "orsakas",
            "orsakat",
            "orsakad",
            "orsakade",
            "medfört",
            "medförde",
        ),
        *("due to", "cause", "causes", "caused", "because of", "thanks to", "led to", "contributed to", "owing to"),
        *("result of", "results from", "resulted from", "resulting from", "resulted in", "results in", "impact of"),
        *("takket være", "førte til", "ført til", "skyldes", "skyldtes", "bidrog til", "bidraget til", "på grund af"),
        *("som følge af", "forårsager", "forårsaget", "forårsagede", "medført", "medførte", "virkning", "virkningen"),
    ),
    Level.REPEATED: ("leder till", "leads to", "fører til"),
}
_PATTERNS = {level: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for level, words in WORDS_FROM.items()}


def words_above(level: Level, text: str) -> list[str]:
    """Every word in a text that the level doesn't allow."""
    return [
        found.group(0) for needed, pattern in _PATTERNS.items() if needed > level for found in pattern.finditer(text)
    ]


def names_effect(text: str) -> bool:
    """Whether the word effect stands in a text, also inside a longer word."""
    return EFFECT.search(text) is not None


def forbidden_in_labels(text: str) -> str:
    """The first word that can't stand in an indicator's name, since it claims a cause; or nothing."""
    effect = EFFECT.search(text)
    return effect.group(0) if effect else next(iter(words_above(Level.CHANGED, text)), "")
