"""Small frames and plans for the tests of change and effect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan import Plan

TRUST = Indicator("trust", 1, 10, True, primary=True, label={"sv": "tillit", "en": "trust", "da": "tillid"})

RAW: dict[str, Any] = {
    "schema": "effect-plan/1",
    "data": "answers.csv",
    "indicators": [{"id": "trust", "min": 1, "max": 10, "higher_is_better": True, "primary": True}],
}


def raw_plan(**changed: Any) -> dict[str, Any]:
    return {**RAW, **changed}


def two_waves(before: Sequence[float], after: Sequence[float], **more: Any) -> Frame:
    """The same people in waves 1 and 2; more: columns of 2n rows, or of n people under `people_…`."""
    n = len(before)
    columns: dict[str, Any] = {
        name.removeprefix("people_"): [*each, *each] for name, each in more.items() if name.startswith("people_")
    }
    columns |= {name: given for name, given in more.items() if not name.startswith("people_")}
    extra: Mapping[str, Any] = columns.pop("numbers", {})
    columns.setdefault("respondent", [*range(n), *range(n)])
    return make_frame(np.repeat([1, 2], n), {"trust": [*before, *after], **extra}, **columns)


def ask(frame: Frame, indicator: Indicator = TRUST, **more: Any) -> Inquiry:
    return Inquiry(Plan(data="", indicators=(indicator,), **more), frame, indicator)


def drawn(n: int, seed: int = 1, effect: float = 1.5) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Before, after and who took part, for n people on 1–10."""
    rng = np.random.default_rng(seed)
    stable = rng.normal(5, 1.2, n)
    took_part = (rng.random(n) < 0.5).astype(float)
    before = np.clip(np.round(stable + rng.normal(0, 0.8, n)), 1, 10)
    after = np.clip(np.round(stable + 0.3 + effect * took_part + rng.normal(0, 0.8, n)), 1, 10)
    return before, after, took_part
