"""Words by language: what is said in a language nobody has written is an error, not a missing key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

Code = TypeVar("Code", bound=str)
Words = TypeVar("Words")


class UnknownLanguage(ValueError):
    """Words were asked for in a language there are none in. language: what was asked for; known: what there is."""

    def __init__(self, language: object, known: tuple[str, ...]) -> None:
        self.language = language
        self.known = known
        super().__init__(f"unknown language {language!r}; known: {', '.join(known)}")


def in_language(words: Mapping[Code, Words], language: str) -> Words:
    """The words of one language. Raises UnknownLanguage, naming those there are."""
    try:
        return words[cast(Code, language)]
    except (KeyError, TypeError):  # TypeError: a list or another thing that can't be a key
        raise UnknownLanguage(language, tuple(words)) from None
