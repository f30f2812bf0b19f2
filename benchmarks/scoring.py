"""Scores and α of many people, beside pandas and beside reading the answers once, which nothing can beat."""

from __future__ import annotations

import numpy as np
import pandas as pd

from benchmarks.measure import line, steady
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.reliability import reliability
from samklang.methods.measurement.scoring.score import score

ITEMS = [f"rses_{place:02d}" for place in range(1, 11)]
TURNED = ["rses_02", "rses_05", "rses_06", "rses_08", "rses_09"]


def answers(people: int) -> dict[str, np.ndarray]:
    """Ten items, 5 per cent missing, one byte an answer (−128 = missing)."""
    rng = np.random.default_rng(1)
    made = {}
    for name in ITEMS:
        column = rng.integers(1, 5, people, dtype=np.int8)
        column[rng.random(people, dtype=np.float32) < 0.05] = -128
        made[name] = column
    return made


def pandas_score(frame: pd.DataFrame) -> pd.Series:
    """The same score as people write it with pandas: turn, count, prorate."""
    keyed = frame.copy()
    keyed[TURNED] = 5 - keyed[TURNED]
    return (keyed.mean(axis=1) * 10).where(keyed.count(axis=1) >= 8)


def pandas_alpha(frame: pd.DataFrame) -> float:
    """α as people write it with pandas."""
    k = frame.shape[1]
    return k / (k - 1) * (1 - frame.var().sum() / frame.sum(axis=1).var())


def read_once(columns: dict[str, np.ndarray]) -> int:
    """The limit: every answer read once."""
    return sum(int(column.view(np.uint8).max()) for column in columns.values())


def main() -> None:
    """Measure and print; the two sides must agree, or the figure means nothing."""
    found = instrument("rses")
    for people in (1_000_000, 10_000_000):
        columns = answers(people)
        limit = steady(lambda columns=columns: read_once(columns), 3)
        floats = {name: np.where(column == -128, np.nan, column).astype(float) for name, column in columns.items()}
        frame = pd.DataFrame(floats)
        wanted = pandas_score(frame)
        for stored, given in (("one byte", columns), ("float64", floats)):
            made = score(found, given)["total"].value
            assert np.allclose(made, wanted.to_numpy(), equal_nan=True)
            spent = steady(lambda given=given: score(found, given), 3)
            beside = f"pandas {steady(lambda frame=frame: pandas_score(frame), 1):.2f}"
            line(f"score {people:,} × 10, {stored}", spent, f"reading once {limit:.4f}", beside)
        del frame, floats, wanted
    whole = {name: np.where(column == -128, 2, column).astype(np.int8) for name, column in answers(1_000_000).items()}
    frame = pd.DataFrame(whole).astype(float)
    assert abs((reliability(whole, (10, 40)).alpha or 0) - pandas_alpha(frame)) < 1e-9
    beside = f"pandas, α alone {steady(lambda: pandas_alpha(frame), 3):.3f}"
    matrix = np.column_stack(list(whole.values())).astype(float)
    limit = f"one X'X {steady(lambda: matrix.T @ matrix, 3):.4f}"
    line("α, item-rest, ω, SEM, 1,000,000 × 10", steady(lambda: reliability(whole, (10, 40)), 3), limit, beside)


if __name__ == "__main__":
    main()
