"""What a design gives back: frozen, with its n, its level, what was checked, what must be said, and its working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual, require
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.indicator import Indicator, Labels, Language
from samklang.methods.statistics.intervals import Interval

METHOD_VERSION = "effect-1.1"

Verdict = Literal["clear", "unclear", "agree", "disagree", "fragile", "told", "too_few"]


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. value: what was found; limit: where it stops being fine."""

    name: str
    ok: bool
    value: float | None = None
    limit: float | None = None


@dataclass(frozen=True)
class Step:
    """One step of the working. key: its name, in words by `explain`; formula: in symbols; numbers: by symbol."""

    key: str
    formula: str
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ChangeResult:
    """A change, a judgement or a description; never called an effect.

    estimate, interval: in points of the indicator's scale, 95 per cent, None where nothing can be told; estimates:
    each way of counting; verdict: what the numbers allow to be said; numbers: further slots of the sentence; names:
    words for them; labels: what columns are called; mde: the smallest change these answers show with 80 per cent
    power, in points; sensitivity: what the answer becomes when an assumption is given up; caveats, assumptions:
    codes, in words by `caveats`.
    """

    indicator: Indicator
    design: str
    level: Level
    verdict: Verdict
    n_asked: int
    n_started: int
    n_used: int
    estimate: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    effect_size: Mapping[str, float] = field(default_factory=dict)
    estimates: Mapping[str, Interval] = field(default_factory=dict)
    sensitivity: Mapping[str, float | None] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    caveats: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    mde: float | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    input_hash: str = ""
    method_version: str = METHOD_VERSION
    counterfactual: Counterfactual = NONE
    unit: str = "points"

    @property
    def question(self) -> str:
        """`change`, or `effect` for what is held against a declared counterfactual."""
        return "change"

    @property
    def suppressed(self) -> bool:
        """Whether there were too few to tell anything."""
        return self.verdict == "too_few"

    def sentence(self, language: Language) -> str:
        """The result in words, with the verbs its level allows. Raises UnknownLanguage for one without texts."""
        # The texts know the results, so that the results can't know the texts when modules load.
        from samklang.methods.measurement.effect.sentences.write import sentence  # noqa: PLC0415

        return sentence(self, language)

    def explain(self, language: Language) -> tuple[str, ...]:
        """How it was worked out: each step in words, with its formula and its numbers. Raises as sentence."""
        from samklang.methods.measurement.effect.sentences.explain import explain  # noqa: PLC0415

        return explain(self, language)


@dataclass(frozen=True)
class EffectResult(ChangeResult):
    """A change held against a declared counterfactual. Raises NoCounterfactual when there is none."""

    def __post_init__(self) -> None:
        require(self.counterfactual)

    @property
    def question(self) -> str:
        """Always `effect`."""
        return "effect"
