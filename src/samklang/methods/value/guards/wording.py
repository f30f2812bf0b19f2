"""VW08: a ratio told too exactly, or beside another, in a text; for titles here and for reports before publishing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import warn
from samklang.methods.value.map.entities import ValueMap

LONGEST = 2000  # characters of a text that are looked through
_RATIO = re.compile(r"(?<![\d:.,])(?:1\s?:\s?(\d{1,6}(?:[.,]\d{1,6})?)|(\d{1,6}(?:[.,]\d{1,6})?)\s?:\s?1)(?![\d:])")
_FIGURES = 2


def wording_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on what a map calls itself and its outcomes."""
    yield from ratio_findings(value_map.title, "title")
    for outcome in value_map.outcomes:
        yield from ratio_findings(outcome.phenomenon, f"outcomes.{outcome.id}.phenomenon")


def ratio_findings(text: str, where: str) -> Iterator[Finding]:
    """VW08 for each ratio (`1:x` or `x:1`) of more than two figures, and for two ratios in one text."""
    told = [one or other for one, other in _RATIO.findall(text[:LONGEST])]
    for ratio in told:
        if len(re.sub(r"\D", "", ratio).strip("0")) > _FIGURES:
            yield warn("VW08", where, f"the ratio {ratio} is told to more than two figures, which nobody can defend")
    if len(told) > 1:
        yield warn("VW08", where, "two ratios side by side: analyses with other choices can't be compared by them")
