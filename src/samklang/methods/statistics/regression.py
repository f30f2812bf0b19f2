"""Least squares with honest standard errors, from patterns with counts.

β = (X'CX)⁻¹X'Cy. HC3: (X'CX)⁻¹[Σ c·e²/(1−h)²·xx'](X'CX)⁻¹ with leverage h = x'(X'CX)⁻¹x; HC1: n/(n−p)·Σ c·e²·xx'.
t with n − p degrees of freedom. X'CX is never inverted: its triangle comes from a QR of √C·X.

Clusters (who was chosen together): CR2 takes (I − H_gg)^−½·e_g for e_g, so that it is unbiased when people are alike,
and t with df = (tr P)²/tr(P²) of P_gh = a_g'(I − H)_gh·a_h, a_g = (I − H_gg)^−½·X_g(X'X)⁻¹ℓ (Bell & McCaffrey).
With (X'X)⁻¹ = LL' all of it follows from L'X_g'X_gL = WΛW' and L'X_g'e_g: p × p a cluster, never n_g × n_g.
CR1S = G/(G−1)·(n−1)/(n−p)·Σ X_g'e_g·e_g'X_g with G − 1 degrees of freedom.
Sources: MacKinnon & White (1985), 10.1016/0304-4076(85)90158-7; Long & Ervin (2000), 10.1080/00031305.2000.10474549;
Bell & McCaffrey (2002), Survey Methodology 28(2); Imbens & Kolesár (2016), 10.1162/REST_a_00552.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.intervals import Interval, around, p_value
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew, Unidentified
from samklang.methods.statistics.sample import Numbers, blocks, column, finite, is_nothing, summed

Covariance = Literal["HC3", "HC1", "classic"]
SMALLEST_OWN_SHARE = 1e-9


@dataclass(frozen=True)
class Fit:
    """Coefficients (p,), their covariance (p, p), degrees of freedom, people, and the residual variance."""

    coefficients: Numbers
    covariance: Numbers
    df: float
    n: int
    residual_variance: float

    def interval(self, j: int, level: float = 0.95) -> Interval:
        """Coefficient j."""
        return around(float(self.coefficients[j]), sqrt(float(self.covariance[j, j])), self.df, self.n, level)

    def combined(self, contrast: ArrayLike, level: float = 0.95) -> Interval:
        """A sum of coefficients. contrast: (p,)."""
        parts = np.asarray(contrast, dtype=np.float64)
        error = sqrt(float(parts @ self.covariance @ parts))
        return around(float(parts @ self.coefficients), error, self.df, self.n, level)

    def p(self, j: int) -> float:
        """Two-sided p that coefficient j is zero."""
        return p_value(self.interval(j))


@dataclass(frozen=True)
class Solved:
    """What every least-squares fit starts from: β (p,), residuals (m,), people (m,), n.

    inverse: (X'CX)⁻¹, (p, p); half: L with inverse = LL', (p, p).
    """

    coefficients: Numbers
    residuals: Numbers
    inverse: Numbers
    half: Numbers
    people: Numbers
    n: int


def ols(
    y: ArrayLike,
    design: ArrayLike,
    counts: ArrayLike | None = None,
    covariance: Covariance = "HC3",
    names: Sequence[str] | None = None,
) -> Fit:
    """Least squares. y: (m,); design: (m, p) with its own column of ones; counts: (m,); names: of the p columns.

    Raises Unidentified naming the columns, TooFew when n ≤ p, NoVariation when the line fits without a residual.
    """
    x = as_design(design)
    solved = solve(y, x, counts, names)
    df = solved.n - x.shape[1]
    residual = residual_variance(y, solved, df)
    if covariance == "classic":
        spread = solved.inverse * residual
    else:
        spread = solved.inverse @ _meat(x, solved, covariance, df, names) @ solved.inverse
    return Fit(solved.coefficients, spread, df, solved.n, residual)


def as_design(design: ArrayLike) -> Numbers:
    """A design as (m, p) finite floats."""
    x = finite(design, "design")
    if x.ndim != 2:
        raise BadArgument("design", f"an array of shape {x.shape}: give one row a pattern and one column a term")
    return x


def solve(y: ArrayLike, x: Numbers, counts: ArrayLike | None, names: Sequence[str] | None) -> Solved:
    """β by the triangle of √C·X with one step of refinement, which gives a QR's digits without its memory."""
    outcome, people = column(y, counts, "y")
    if len(outcome) != len(x):
        raise BadArgument("design", f"{len(x)} rows where the outcome has {len(outcome)}: give one a row")
    n = int(people.sum())
    if n <= x.shape[1]:
        raise TooFew("y", "{n} people can't carry {k} coefficients: take columns out", n=n, k=x.shape[1])
    half = triangle_inverse(x, people, names)
    inverse = half @ half.T
    weighted = x * people[:, None]
    beta = inverse @ (weighted.T @ outcome)
    beta = beta + inverse @ (weighted.T @ (outcome - x @ beta))
    return Solved(beta, outcome - x @ beta, inverse, half, people, n)


def residual_variance(y: ArrayLike, solved: Solved, df: int) -> float:
    """Σ c·e²/df. Raises NoVariation when the line fits without a residual."""
    variance = float(solved.people @ solved.residuals**2) / df
    if is_nothing(sqrt(variance) / 100, float(np.abs(np.asarray(y)).max())):
        raise NoVariation("y", "the outcome lies on the fitted line without a residual: no error can be estimated")
    return variance


def triangle_inverse(x: Numbers, people: Numbers, names: Sequence[str] | None) -> Numbers:
    """R⁻¹ of the QR of √C·X, (p, p). Raises Unidentified for a column that the columns before it already give."""
    # The triangle of the blocks' triangles is that of all rows, at a quarter of the time.
    triangles = [np.linalg.qr(x[at] * np.sqrt(people[at])[:, None], mode="r") for at in blocks(len(x))]
    triangle: Numbers = np.asarray(triangles[0])
    if len(triangles) > 1:
        triangle = np.asarray(np.linalg.qr(np.vstack(triangles), mode="r"))
    norms = np.sqrt((triangle**2).sum(axis=0))
    own = np.abs(np.diag(triangle)) if len(triangle) == x.shape[1] else np.zeros(x.shape[1])
    repeats = np.flatnonzero(own <= SMALLEST_OWN_SHARE * norms)
    if repeats.size:
        text = "gives nothing that the other columns do not already give (or is all zero): take it out"
        raise Unidentified(named(repeats.tolist(), names), text)
    # Not scipy.linalg.solve_triangular: its threads wait for each other on a busy machine, 700 times as long here.
    back: Numbers = np.asarray(np.linalg.solve(triangle, np.eye(x.shape[1])))
    return back


def named(columns: Sequence[int], names: Sequence[str] | None) -> str:
    """Columns by name for a refusal."""
    return ", ".join(f"column {index}" if names is None else names[index] for index in columns)


def _meat(x: Numbers, solved: Solved, kind: Covariance, df: int, names: Sequence[str] | None) -> Numbers:
    inflation = solved.n / df if kind == "HC1" else 1 / (1 - _leverage(x, solved, names)) ** 2
    squares = solved.people * solved.residuals**2 * inflation
    meat: Numbers = (x * squares[:, None]).T @ x
    return meat


def _leverage(x: Numbers, solved: Solved, names: Sequence[str] | None) -> Numbers:
    leverage = np.concatenate([np.einsum("ij,ij->i", x[at] @ solved.inverse, x[at]) for at in blocks(len(x))])
    alone = np.flatnonzero((leverage > 1 - 1e-9) & (solved.people > 0))
    if alone.size:
        pull = np.abs(x[alone[0]] @ solved.inverse) * np.sqrt(1 / np.diag(solved.inverse))
        where = named([int(np.argmax(pull))], names)
        raise Unidentified(where, "row {row} alone decides this column: join its box to another", row=int(alone[0]))
    return leverage


@dataclass(frozen=True)
class ClusterFit:
    """Coefficients (p,) with CR2 covariance (p, p) and Satterthwaite df (p,), CR1S beside it; clusters and people.

    alone: (p,) the name of a coefficient that rests on one cluster, else None. No number of people in that cluster
    tells how clusters differ, so its interval raises TooFew.
    """

    coefficients: Numbers
    covariance: Numbers
    df: Numbers
    covariance_cr1s: Numbers
    clusters: int
    n: int
    level: float = 0.95
    alone: tuple[str | None, ...] = ()

    def interval(self, j: int, level: float | None = None) -> Interval:
        """Coefficient j by CR2 and its own degrees of freedom."""
        return self._around(j, self.covariance, float(self.df[j]), level)

    def interval_cr1s(self, j: int, level: float | None = None) -> Interval:
        """Coefficient j by CR1S and G − 1 degrees of freedom: too narrow with few clusters, shown for comparison."""
        return self._around(j, self.covariance_cr1s, self.clusters - 1, level)

    def p(self, j: int) -> float:
        """Two-sided p that coefficient j is zero, by CR2."""
        return p_value(self.interval(j))

    def _around(self, j: int, covariance: Numbers, df: float, level: float | None) -> Interval:
        if self.alone[j] is not None:
            text = "rests on one cluster: compare that one with other areas instead"
            raise TooFew(self.alone[j] or "", text)
        error = sqrt(float(covariance[j, j]))
        if error == 0:
            raise NoVariation(f"column {j}", "the clusters do not differ at all: no error can be estimated")
        return around(float(self.coefficients[j]), error, df, self.n, self.level if level is None else level)


@dataclass(frozen=True)
class ClusterSums:
    """What a cluster contributes: X_g'X_g, (g, p, p), and X_g'e_g, (g, p)."""

    squares: Numbers
    scores: Numbers


def cluster_ols(
    y: ArrayLike,
    design: ArrayLike,
    cluster: ArrayLike,
    level: float = 0.95,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> ClusterFit:
    """Least squares where whole clusters were chosen. cluster: (m,) labels; the rest as ols.

    Raises as ols, and TooFew under two clusters; a coefficient that rests on a single one has no interval.
    """
    x = as_design(design)
    solved = solve(y, x, counts, names)
    sums = cluster_sums(x, solved.people, solved.residuals, cluster)
    g, (n, p) = len(sums.scores), (solved.n, x.shape[1])
    if g < 2:
        raise TooFew("cluster", "one cluster has nothing to be compared with: use the comparison with other areas")
    residual_variance(y, solved, n - p)
    covariance, df, rests = _bias_reduced(sums, solved.half)
    alone = tuple(named([j], names) if on_one else None for j, on_one in enumerate(rests))
    meat = sums.scores.T @ sums.scores * (g / (g - 1) * (n - 1) / (n - p))
    cr1s = solved.inverse @ meat @ solved.inverse
    return ClusterFit(solved.coefficients, covariance, df, cr1s, g, n, level, alone)


def cluster_sums(x: Numbers, people: Numbers, residuals: Numbers, cluster: ArrayLike) -> ClusterSums:
    """Sums over the rows of each cluster; no loop over clusters or people."""
    _labels, place = np.unique(np.asarray(cluster), return_inverse=True)
    if len(place) != len(x):
        raise BadArgument("cluster", f"{len(place)} labels for {len(x)} rows: give one a row")
    g, p = int(place.max()) + 1, x.shape[1]
    weighted = x * people[:, None]
    squares = np.empty((g, p, p))
    for i in range(p):
        for j in range(i + 1):
            squares[:, i, j] = squares[:, j, i] = summed(place, weighted[:, i] * x[:, j], g)
    scores = np.column_stack([summed(place, weighted[:, i] * residuals, g) for i in range(p)])
    return ClusterSums(squares, scores)


def _bias_reduced(sums: ClusterSums, half: Numbers) -> tuple[Numbers, Numbers, list[bool]]:
    """CR2 covariance (p, p), Bell–McCaffrey df (p,), and which coefficients rest on one cluster.

    half: L with (X'X)⁻¹ = LL'.
    """
    share, turn = np.linalg.eigh(half.T @ sums.squares @ half)
    share = np.clip(share, 0, 1)
    # Where a cluster alone gives a direction (share 1) its residual there is zero: the generalised inverse drops it.
    free = 1 - share > 1e-9
    grow = np.where(free, 1 / np.sqrt(np.where(free, 1 - share, 1)), 0)
    turned = np.einsum("gki,gk->gi", turn, sums.scores @ half)
    scores = np.einsum("gik,gk->gi", turn, grow * turned) @ half.T
    covariance = scores.T @ scores
    contrast = np.einsum("gki,jk->gij", turn, half)
    weight = contrast**2 / (half**2).sum(axis=1)
    rests = (np.where(free[:, :, None], 0.0, weight).sum(axis=(0, 1)) > 1e-9).tolist()
    own = np.einsum("gij,gi->gj", contrast**2, share * grow**2)
    pull = np.einsum("gik,gkj->gij", turn, (share * grow)[:, :, None] * contrast)
    trace = own.sum(axis=0) - (pull**2).sum(axis=(0, 1))
    cross = np.einsum("gij,gkj->jik", pull, pull)
    square = (own**2).sum(axis=0) - 2 * (own * (pull**2).sum(axis=1)).sum(axis=0) + (cross**2).sum(axis=(1, 2))
    measurable = square > 1e-14 * (own**2).sum(axis=0)
    df = np.where(measurable, trace**2 / np.where(measurable, square, 1.0), 0.0)
    return covariance, df, [on_one or not known for on_one, known in zip(rests, measurable.tolist(), strict=True)]
