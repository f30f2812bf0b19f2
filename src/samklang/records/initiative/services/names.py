"""What somebody is called, and how a text reads once they are erased."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import translation

from samklang.records.people.enums import ERASED_NAME
from samklang.records.people.services.spelling import BEGINS_ADDRESS, spelled

# Where a name may begin: after no letter, or after one of Arabic's words that are written together with the next.
BEGINS = r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك]))"
ENDS = r"(?:['’]?s)?(?!\w)"
BEFORE = re.compile(r"([^\W_]+)[-‐‑]\Z")
AFTER = re.compile(r"[-‐‑]([^\W\d_])")
# What parts the words of a drawing or a value map, and stands in nobody's name.
NO_NAME = re.compile(r"[<>={}]+")
# No field for a name is longer.
LONGEST = 200


@dataclass(frozen=True)
class Names:
    """A person's names and addresses.

    A name of two words or more, or an address, is struck wherever it stands, also in the genitive; a single word only
    where it is the whole of a text, since half a page may hold “Sol” without meaning her. Anna Ek-Lund and Lisa-Anna
    Ek are not Anna Ek.
    """

    called: Sequence[str]

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(spelled(name) for name in self.called) - {""}

    @cached_property
    def _inside(self) -> re.Pattern[str] | None:
        said = "|".join(_pattern(_composed(name).split()) for name in self.called if _stands_inside(name))
        return re.compile(rf"(?:{said}){ENDS}", re.IGNORECASE) if said else None

    def is_all_of(self, text: object) -> bool:
        """Whether it is a text that is a name and nothing else."""
        return isinstance(text, str) and spelled(text) in self._whole

    def struck(self, value: Any, language: str) -> Any:
        """The value with “someone who has been erased” in place of each name; keys of mappings stay as they are."""
        if isinstance(value, str):
            return self._struck(value, language)
        if isinstance(value, list):
            return [self.struck(inner, language) for inner in value]
        if isinstance(value, dict):
            # A report is kept as language → its words.
            return {key: self.struck(inner, interface_language(key, language)) for key, inner in value.items()}
        return value

    def _struck(self, text: str, language: str) -> str:
        if self.is_all_of(text):
            return _erased_name(language)
        composed = _composed(text)
        if self._inside is None or not self._inside.search(composed):
            return text
        instead = _erased_name(language)
        struck = self._inside.sub(lambda found: found[0] if _is_of_a_longer_name(found) else instead, composed)
        return text if struck == composed else struck


def runs_that_may_be_names(text: str, longest: int) -> Iterator[str]:
    """Every part of a text that is struck if it is somebody's name, of at most so many words."""
    composed = _composed(text)
    yield composed
    for piece in NO_NAME.split(composed):
        yield from _runs(piece, longest)


def _runs(piece: str, longest: int) -> Iterator[str]:
    ends = [found.end() for found in re.finditer(rf"\S(?={ENDS})", piece)]
    for begin in re.finditer(rf"{BEGINS}\S", piece):
        first = begin.start()
        for last in ends[bisect_right(ends, first) : bisect_right(ends, first + LONGEST)]:
            run = piece[first:last]
            if len(run.split()) > longest:
                break
            if _stands_inside(run):
                yield run


def interface_language(code: str, otherwise: str) -> str:
    """The language, if the interface speaks it."""
    return code if code in dict(settings.LANGUAGES) else otherwise


def _stands_inside(name: str) -> bool:
    """Whether it is looked for inside longer texts too."""
    return "@" in name or len(name.split()) > 1


def _pattern(words: Sequence[str]) -> str:
    begins = BEGINS_ADDRESS if "@" in words[0] else BEGINS
    return begins + r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words)


def _is_of_a_longer_name(found: re.Match[str]) -> bool:
    """Whether a hyphen and a capital letter make another name of it; `Anna Ek-priset` is still hers."""
    before, after = BEFORE.search(found.string[: found.start()]), AFTER.match(found.string, found.end())
    return bool((before and before[1][0].isupper()) or (after and after[1].isupper()))


def _composed(text: str) -> str:
    """The text with å as one sign, as keyboards write it, and not as an a and its ring."""
    return unicodedata.normalize("NFC", text)


def _erased_name(language: str) -> str:
    with translation.override(language):
        return str(ERASED_NAME)
