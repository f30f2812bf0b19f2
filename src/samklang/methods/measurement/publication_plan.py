"""The plan of publication in plain words: how answers are split, from how many they are told, what is guarded."""

from __future__ import annotations

from collections.abc import Sequence

from samklang.methods.disclosure.plan import DISTRIBUTION_FROM, EXACT_FROM, PUBLIC_FROM
from samklang.methods.kernel import facts

PART = "plan"


def plan_in_words(language: str, *, axes: Sequence[str], k: int, coalition: int, place: str) -> dict[str, str]:
    """A part of a consent text that tells the whole plan. axes: what home cells are split by; none for a group.

    k: smallest cell told of, people; coalition: how many may pool what they know of their own answers.
    """
    strings = facts.load("texts", "publication")["strings"]
    told = (
        "fixed",
        "split",
        "split_area" if axes else "split_group",
        "hidden",
        "public",
        "words",
        *(("figures",) if axes else ("reading_first",)),
        "rounded",
        "alone" if coalition == 1 else "together",
        "sensitive",
    )
    names = {
        "k": k,
        "coalition": coalition,
        "area": place,
        "words_below": DISTRIBUTION_FROM,
        "exact_from": EXACT_FROM,
        "public_from": PUBLIC_FROM,
    }
    body = "\n".join(strings[name][language].format(**names) for name in told)
    return {"part": PART, "heading": strings["heading"][language], "body": body}
