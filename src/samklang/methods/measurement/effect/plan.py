"""An effect plan: what is compared, for whom, against what, and what was settled before anybody saw the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual
from samklang.methods.measurement.effect.indicator import Indicator, Labels, Language

# By content: numbers where at least half of what is written are numbers, else words.
CovariateKind = Literal["number", "category", "by_content"]
Chosen = Literal["before_data", "after_data", "not_stated"]
Entry = Literal["open", "need", "not_stated"]


@dataclass(frozen=True)
class Margin:
    """What the area looks like in one respect. shares: category → share 0–1; source, date: where it stands."""

    column: str
    shares: Mapping[str, float]
    source: str = ""
    date: str = ""


@dataclass(frozen=True)
class External:
    """Statistics for other areas: values[area][wave], on the indicator's own scale.

    area: what ours is called; same_question: whether the question is the same, word for word.
    """

    indicator: str
    area: str
    values: Mapping[str, Mapping[int, float]]
    same_question: bool
    source: str
    checked_on: str = ""


@dataclass(frozen=True)
class Judge:
    """Somebody's range, as shares 0–1, for how much of the change would have happened anyway."""

    name: str
    low: float
    high: float
    before_results: bool


@dataclass(frozen=True)
class Attribution:
    """Which columns hold the question of our share. column: codes 1–5; noticed: how things are now, an improvement
    from noticed_from; named: 1 where the activity was named in the open question before it, 0 where it was not."""

    column: str
    noticed: str
    noticed_from: float
    named: str = ""


@dataclass(frozen=True)
class Plan:
    """A whole plan. data: path of the CSV file as written; before, after: waves, the first and the last if None;
    adjust: columns held equal; asked: wave → number of people asked, where more were asked than answered; labels:
    what covariates, strata, `group` and `dose` are called."""

    data: str
    indicators: tuple[Indicator, ...]
    title: str = ""
    counterfactual: Counterfactual = NONE
    covariates: Mapping[str, CovariateKind] = field(default_factory=dict)
    adjust: tuple[str, ...] = ()
    margins: tuple[Margin, ...] = ()
    languages: tuple[Language, ...] = ("sv", "en")
    before: int | None = None
    after: int | None = None
    asked: Mapping[int, int] = field(default_factory=dict)
    outcomes_chosen: Chosen = "not_stated"
    entry: Entry = "not_stated"
    externals: tuple[External, ...] = ()
    judges: tuple[Judge, ...] = ()
    attribution: Attribution | None = None
    subgroups: tuple[str, ...] = ()
    labels: Labels = field(default_factory=dict)

    @property
    def extra_columns(self) -> tuple[str, ...]:
        """Columns the plan itself asks for beside the frame's own and the declared covariates."""
        asked = [indicator.then for indicator in self.indicators if indicator.then]
        if self.attribution:
            asked += [self.attribution.column, self.attribution.noticed, self.attribution.named]
        asked.append(self.counterfactual.assigned)
        return tuple(dict.fromkeys(name for name in asked if name))
