"""The specifications of scoring, run case by case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.score import score

SPECS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("*.yaml"))}
CASES = [(name, case) for name, spec in SPECS.items() for case in spec["cases"]]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['when']}" for name, case in CASES])
def test_the_case_comes_out(name: str, case: dict[str, Any]) -> None:
    spec = SPECS[name]
    items = [item.id for item in instrument(spec["instrument"]).items]
    answers = {item: np.array([float(spec.get("others", np.nan))]) for item in items}
    places = spec.get("places", range(1, len(items) + 1))
    for place, answer in zip(places, case["answers"], strict=True):
        answers[items[place - 1]] = np.array([np.nan if answer is None else float(answer)])
    made = score(instrument(spec["instrument"]), answers, value_set_id=case.get("value_set"))[spec["scale"]]
    value = (
        made.band[0]
        if made.is_category
        else None
        if np.isnan(made.value[0])
        else round(made.value[0], 2 if "band" in case else 9)
    )
    told = {"score": value, "valid": made.n_valid[0], "status": made.status[0], "band": made.band[0]}
    assert {key: told[key] for key in told if key in case} == {key: case[key] for key in told if key in case}
