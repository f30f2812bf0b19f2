"""The value game: residents say for which goods they would give a change up; what it is worth to them is a bound.

A good accepted is an upper end of what a person holds the change worth, a good refused a lower end: each answer is an
interval. Their distribution is Turnbull's estimate by self-consistency, with each share put at the lower end of its
interval: the mean is one the answers can't be below. Who would not trade at any price stands at the dearest good
offered, never at infinity and never left out.
Sources: Turnbull 1976, JRSS B 38(3); Haab & McConnell 2002, Valuing Environmental and Natural Resources, ch. 3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity, exactly

Matrix = NDArray[np.float64]
ROUNDS = 5000
TOLERANCE = 1e-12
RESAMPLE_TOLERANCE = 1e-6  # of a share: far below what resampling itself leaves unsure
RESAMPLES = 1000


@dataclass(frozen=True)
class Answer:
    """One player. accepts: goods the change would be given up for; protest: refuses the question itself; offered: the
    goods this player saw, all of them if empty."""

    accepts: frozenset[str]
    protest: bool = False
    offered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cell:
    """Worth more than low and at most high (infinite above the dearest good), with the share of players there."""

    low: float
    high: float
    share: float


@dataclass(frozen=True)
class ValueGame:
    """What the game says, in the currency of the prices.

    n: players, protests not among them; lower_bound_mean with its 95 % bootstrap interval; cells: the whole
    distribution; never_share: who would not trade at any price, as the whole distribution has it, None if nobody was
    offered the dearest good; protest_share: of all asked, who refuse the question: told, never averaged in;
    inconsistent: who accepted a cheaper good and refused a dearer one, read by the cheapest accepted.
    """

    n: int
    lower_bound_mean: float
    low: float
    high: float
    cells: tuple[Cell, ...]
    never_share: float | None
    protest_share: float
    inconsistent: int

    def quantity(self, source: str) -> Quantity:
        """The lower-bound mean as a number of a value map."""
        return Quantity(exactly(self.lower_bound_mean), low=exactly(self.low), high=exactly(self.high), source=source)


def value_game(prices: Mapping[str, float], answers: Sequence[Answer], seed: int) -> ValueGame:
    """Sum up a game. prices: of each good, in currency; one answer per player. Raises UnreadableInput."""
    _check(prices, answers)
    players = [answer for answer in answers if not answer.protest]
    bounds = [interval(prices, answer) for answer in players]
    counts = Counter(bounds)
    patterns = sorted(counts)
    cells = innermost(patterns)
    inside = np.array([[low <= cell[0] and cell[1] <= high for cell in cells] for low, high in patterns], dtype=float)
    weights = np.array([[counts[pattern] for pattern in patterns]], dtype=float)
    shares = turnbull(inside, weights)[0]
    floors = np.array([low for low, _ in cells])
    generator = np.random.default_rng(seed)
    resampled = generator.multinomial(len(players), weights[0] / len(players), RESAMPLES).astype(float)
    means = turnbull(inside, resampled, RESAMPLE_TOLERANCE) @ floors
    estimated = tuple(Cell(*cell, float(share)) for cell, share in zip(cells, shares, strict=True))
    mean = float(shares @ floors)
    low, high = (float(end) for end in np.percentile(means, (2.5, 97.5)))
    return ValueGame(
        n=len(players),
        lower_bound_mean=mean,
        low=min(low, mean),
        high=max(high, mean),
        cells=estimated,
        never_share=_never(prices, players, estimated),
        protest_share=sum(1 for answer in answers if answer.protest) / len(answers),
        inconsistent=sum(1 for answer in players if _wavers(prices, answer)),
    )


def interval(prices: Mapping[str, float], answer: Answer) -> tuple[float, float]:
    """Between which prices a player's worth lies: the dearest refused below the cheapest accepted, and that one."""
    high = min((prices[good] for good in answer.accepts), default=inf)
    refused = (prices[good] for good in _offered(prices, answer) - answer.accepts)
    return max((price for price in refused if price < high), default=0.0), high


def innermost(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Turnbull's cells: each lower end followed, among all ends in order, by an upper end."""
    ends = sorted({(low, 1) for low, _ in intervals} | {(high, 0) for _, high in intervals})
    pairs = pairwise(ends)
    return [(low, high) for (low, is_low), (high, is_low_too) in pairs if is_low and not is_low_too]


def turnbull(inside: Matrix, weights: Matrix, tolerance: float = TOLERANCE) -> Matrix:
    """Share of each cell by self-consistency, for several weightings at once.

    inside: (patterns, cells), 1 where a pattern's interval holds a cell; weights: (samples, patterns), counts;
    tolerance: how little the shares may still move when it stops.
    Returns (samples, cells).
    """
    shares = np.full((len(weights), inside.shape[1]), 1 / inside.shape[1])
    people = weights.sum(axis=1, keepdims=True)
    for _ in range(ROUNDS):
        within = shares @ inside.T
        parts = np.divide(weights, within, out=np.zeros_like(weights), where=within > 0)
        better = shares * (parts @ inside) / people
        if np.abs(better - shares).max() < tolerance:
            return np.asarray(better)
        shares = better
    return shares


def _never(prices: Mapping[str, float], players: Sequence[Answer], cells: Sequence[Cell]) -> float | None:
    """The share above the dearest good, of all players: who was only offered cheaper ones may have taken that.

    Who is offered it because they refused a cheaper one are not like the rest, so they aren't counted by themselves.
    """
    dearest = max(prices.values())
    if not any(prices[good] == dearest for answer in players for good in _offered(prices, answer)):
        return None
    return sum(cell.share for cell in cells if cell.low == dearest)


def _offered(prices: Mapping[str, float], answer: Answer) -> frozenset[str]:
    return answer.offered or frozenset(prices)


def _wavers(prices: Mapping[str, float], answer: Answer) -> bool:
    cheapest = min((prices[good] for good in answer.accepts), default=inf)
    return any(prices[good] > cheapest for good in _offered(prices, answer) - answer.accepts)


def _check(prices: Mapping[str, float], answers: Sequence[Answer]) -> None:
    wrong = [good for good, price in prices.items() if not 0 < price < inf]
    problems = [f"value game, {good}: the price must be a number above 0" for good in wrong]
    if not prices:
        problems.append("value game: no goods")
    for place, answer in enumerate(answers, start=1):
        strange = sorted((answer.accepts | answer.offered) - set(prices))
        if strange:
            problems.append(f"value game, answer {place}: unknown goods {', '.join(strange)}")
        elif not answer.accepts <= _offered(prices, answer):
            problems.append(f"value game, answer {place}: accepts a good that was not offered")
        elif answer.protest and answer.accepts:
            problems.append(f"value game, answer {place}: a protest accepts nothing")
    if all(answer.protest for answer in answers):
        told = f"all {len(answers)} refuse to price it: tell that; there is no value" if answers else "no answers"
        problems.append(f"value game: {told}")
    if problems:
        raise UnreadableInput(problems)
