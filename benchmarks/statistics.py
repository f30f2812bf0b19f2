"""The estimators beside pandas, statsmodels and SciPy, and beside the least work any program must do.

The two sides must agree, or the figure means nothing. `python -m benchmarks statistics` runs this alone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import statsmodels.api as sm
from numpy.typing import NDArray
from scipy.stats import mannwhitneyu

from benchmarks.measure import cpu, line
from samklang.methods.statistics.bootstrap import bootstrap_mean
from samklang.methods.statistics.count_table import count_table, moments
from samklang.methods.statistics.intervals import Interval, welch
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.ordinal_size import OrdinalSize, ordinal_size
from samklang.methods.statistics.raking import rake
from samklang.methods.statistics.regression import ols

MANY, MILLION = 10**7, 10**6
MARGINS = [Margin("sex", (49, 51)), Margin("age", (9, 12, 15, 14, 13, 15, 12, 10))]
Codes = NDArray[np.int64]
Numbers = NDArray[np.float64]
Named = tuple[str, Callable[[], object]]


def beside(what: str, ours: Callable[[], object], limit: Named, other: Named | None = None, times: int = 1) -> None:
    """One line: the least of three for ours, for the limit, and for another program with the ratio."""
    spent, least = (min(cpu(work, times) for _try in range(3)) for work in (ours, limit[1]))
    text = ""
    if other is not None:
        theirs = min(cpu(other[1], times) for _try in range(3))
        text = f"{other[0]} {theirs:.4f} = {theirs / spent:.1f} × ours"
    line(what, spent, f"{limit[0]} {least:.4f}", text)


def group_moments(rng: np.random.Generator) -> None:
    """Mean and variance of 50 groups in 2 waves."""
    group, values = rng.integers(0, 100, MANY), rng.integers(7, 36, MANY).astype(float)
    frame = pd.DataFrame({"group": group, "values": values})

    def theirs() -> pd.DataFrame:
        return frame.groupby("group")["values"].agg(["size", "mean", "var"])

    assert np.allclose(moments(group, values).variance, theirs()["var"])
    limit = ("one weighted count", lambda: np.bincount(group, weights=values))
    beside("group × wave moments, 10 million rows", lambda: moments(group, values), limit, ("pandas", theirs))


def raking(rng: np.random.Generator) -> None:
    """Two margins of 2 and 8 boxes."""
    codes = np.column_stack([rng.integers(0, 2, MANY), rng.integers(0, 8, MANY)])
    place = codes[:, 0] * 8 + codes[:, 1]
    assert np.allclose(rake(codes, MARGINS, trim=None).weights, row_by_row(codes))
    limit = ("count boxes, give weights", lambda: np.sqrt(np.bincount(place))[place])
    other = ("numpy, 5 rounds of rows", lambda: row_by_row(codes))
    beside("raking to 2 margins, 10 million rows", lambda: rake(codes, MARGINS), limit, other)


def row_by_row(codes: Codes) -> Numbers:
    """Raking as people write it: every round over every person."""
    weights = np.ones(len(codes))
    for _round in range(5):
        for box, margin in zip(codes.T, MARGINS, strict=True):
            goal = np.array(margin.totals) / sum(margin.totals) * len(codes)
            weights *= (goal / np.bincount(box, weights=weights))[box]
    return weights


def adjusted(rng: np.random.Generator) -> None:
    """Both ends of the bracket with their intervals, from rows and from the count table."""
    for n, times in ((388, 20), (MILLION, 1)):
        took, before, age = rng.integers(0, 2, n), rng.integers(7, 36, n), rng.integers(0, 5, n)
        rows = np.column_stack([np.clip(before + took + rng.integers(-4, 6, n), 7, 35), took, before, age])
        y, design = rows[:, 0].astype(float), np.column_stack([np.ones(n), rows[:, 1:]])

        def theirs(y: Numbers = y, design: Numbers = design) -> Numbers:
            return np.asarray(sm.OLS(y, design).fit(cov_type="HC3").bse)

        assert np.allclose([by_rows(y, design)[1].error, by_table(rows)[1].error], theirs()[1])
        squares = ("X'X and X'y", lambda y=y, design=design: (design.T @ design, design.T @ y))
        ours = lambda y=y, design=design: by_rows(y, design)  # noqa: E731
        beside(f"bracket of rows, N = {n:,}", ours, squares, ("statsmodels, HC3 alone", theirs), times)
        one_pass = ("one count", lambda rows=rows: np.bincount(rows[:, 0] * 64 + rows[:, 2]))
        other = ("statsmodels, HC3 alone", theirs)
        beside(f"bracket by the count table, N = {n:,}", lambda rows=rows: by_table(rows), one_pass, other, times)


def by_rows(y: Numbers, design: Numbers, counts: Numbers | None = None) -> tuple[Interval, Interval]:
    """Difference of changes, and difference adjusted for where people began."""
    change, arms = y - design[:, 2], [design[:, 1] == arm for arm in (0, 1)]
    people = [None if counts is None else counts[arm] for arm in arms]
    return welch(change[arms[0]], change[arms[1]], *people), ols(y, design, counts).interval(1)


def by_table(rows: Codes) -> tuple[Interval, Interval]:
    """The same from the distinct rows."""
    patterns, counts = count_table(rows)
    design = np.column_stack([np.ones(len(patterns)), patterns[:, 1:]])
    return by_rows(patterns[:, 0], design, counts.astype(float))


def resampling(rng: np.random.Generator) -> None:
    """2 000 draws of a mean of a 29-step change."""
    for n in (388, 100_000):
        values = rng.integers(-14, 15, n).astype(float)

        def loop(values: Numbers = values) -> Numbers:
            return np.array([values[rng.integers(0, len(values), len(values))].mean() for _draw in range(2000)])

        assert abs(bootstrap_mean(values, seed=1).error / loop().std() - 1) < 0.15
        limit = ("2 000 × 29 draws", lambda n=n: rng.multinomial(n, np.full(29, 1 / 29), size=2000))
        ours = lambda values=values: bootstrap_mean(values, seed=1)  # noqa: E731
        beside(f"bootstrap of a mean, 2 000 draws, N = {n:,}", ours, limit, ("numpy loop", loop))


def pairs(rng: np.random.Generator) -> None:
    """Cliff's δ of two groups of five-step answers."""
    for n, times in ((388, 20), (MILLION, 1), (MANY, 1)):
        first, second = rng.integers(1, 6, n // 2), rng.integers(1, 6, n // 2)

        def theirs(first: Codes = first, second: Codes = second) -> float:
            return float(mannwhitneyu(second, first, method="asymptotic").statistic) / len(first) / len(second)

        assert abs(by_counts(first, second).ps - theirs()) < 1e-9
        limit = ("count both", lambda a=first, b=second: (np.bincount(a), np.bincount(b)))
        ours = lambda a=first, b=second: by_counts(a, b)  # noqa: E731
        beside(f"Cliff's δ with its interval, N = {n:,}", ours, limit, ("scipy Mann–Whitney", theirs), times)


def by_counts(first: Codes, second: Codes) -> OrdinalSize:
    """δ from the counts a step."""
    (values1, counts1), (values2, counts2) = count_table(first), count_table(second)
    return ordinal_size(values1[:, 0], values2[:, 0], counts1, counts2)


def main() -> None:
    """Measure and print."""
    rng = np.random.default_rng(1)
    for figures in (group_moments, raking, adjusted, resampling, pairs):
        figures(rng)
