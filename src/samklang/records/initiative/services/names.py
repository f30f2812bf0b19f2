"""What somebody is called, and how a text reads once they are erased."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import translation

from samklang.records.people.enums import ERASED_NAME


@dataclass(frozen=True)
class Names:
    """A person's names and addresses.

    A name of two words or more, or an address, is struck wherever it stands, also in the genitive; a single word only
    where it is the whole of a text, since half a page may hold “Sol” without meaning her.
    """

    called: Sequence[str]

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(_plain(name) for name in self.called) - {""}

    @cached_property
    def _inside(self) -> re.Pattern[str] | None:
        long = [name.split() for name in self.called if len(name.split()) > 1 or "@" in name]
        said = "|".join(r"\s+".join(map(re.escape, words)) for words in long)
        return re.compile(rf"(?<!\w)(?:{said})(?:['’]?s)?(?!\w)", re.IGNORECASE) if said else None

    def is_all_of(self, text: object) -> bool:
        """Whether it is a text that is a name and nothing else."""
        return isinstance(text, str) and _plain(text) in self._whole

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
        if self._inside is None or not self._inside.search(text):
            return text
        instead = _erased_name(language)
        return self._inside.sub(lambda _found: instead, text)


def interface_language(code: str, otherwise: str) -> str:
    """The language, if the interface speaks it."""
    return code if code in dict(settings.LANGUAGES) else otherwise


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _erased_name(language: str) -> str:
    with translation.override(language):
        return str(ERASED_NAME)
