"""What is measured: one indicator with its scale, its direction and its name in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["sv", "en", "da"]
LANGUAGES: tuple[Language, ...] = ("sv", "en", "da")
# What columns are called: column → language → name.
Labels = Mapping[str, Mapping[Language, str]]


def column_name(labels: Labels, column: str, language: Language, otherwise: str = "") -> str:
    """What a column is called in a sentence; otherwise, or as it is written, where the plan doesn't say."""
    plain = otherwise or column.removeprefix("stratum_").replace("_", " ")
    return labels.get(column, {}).get(language) or plain


@dataclass(frozen=True)
class Indicator:
    """One indicator; the column of answers has its id as name.

    low, high: the scale's ends; higher_is_better: None where neither end is better; missing_codes: codes that are no
    answer; then: the column in which people say afterwards how it was before; reliability: 0–1, with its source;
    sem: standard error of measurement in points, instead of reliability; reading: what the group says lies behind the
    number, which stands beside the sentence and is never part of it.
    """

    id: str
    low: float
    high: float
    higher_is_better: bool | None = True
    primary: bool = False
    label: Mapping[Language, str] = field(default_factory=dict)
    missing_codes: tuple[float, ...] = ()
    then: str = ""
    reliability: float | None = None
    sem: float | None = None
    reading: Mapping[Language, str] = field(default_factory=dict)

    def name(self, language: Language) -> str:
        """The name in a sentence; the id where no name is given."""
        return self.label.get(language) or self.id.replace("_", " ")

    @property
    def better(self) -> int:
        """1 where a rise is good, −1 where a fall is good, 0 where neither is."""
        return 0 if self.higher_is_better is None else 1 if self.higher_is_better else -1

    @property
    def width(self) -> float:
        """The length of the scale in points."""
        return self.high - self.low
