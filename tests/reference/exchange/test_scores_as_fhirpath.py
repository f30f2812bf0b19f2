"""FHIR's own engine works out the sums we give from our export, and none for whoever skipped an item."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.score import score

LINES = (Path(__file__).parent / "score_expression.txt").read_text().splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_a_whole_answer_gives_the_same_sum(line: str) -> None:
    _release, name, codes, made = line.split()
    items = instrument(name).items
    given = [float(code) for code in codes.split(",")]
    given += [np.nan] * (len(items) - len(given))
    ours = score(instrument(name), {item.id: np.array([each]) for item, each in zip(items, given, strict=True)})[
        "total"
    ]
    whole = ours.n_valid[0] == len(items)
    assert json.loads(made) == ([float(ours.value[0])] if whole else [])
