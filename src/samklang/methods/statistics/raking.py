"""Weights that give the answers the population's margins (iterative proportional fitting), and means by them.

The fit runs on the table of boxes, w_box ← w_box·target/weighted sum, margin by margin until all agree; a person
gets the box's weight. Error of a mean: y is regressed on the margins' dummies by the base weights, and
  SE² = n/(n−1)·Σ c·(w·e − mean)²/(Σ c·w)²
so that what the margins explain no longer counts as chance. Kish: ESS = (Σw)²/Σw².
Sources: Deming & Stephan (1940), 10.1214/aoms/1177731829; Deville, Särndal & Sautory (1993),
10.1080/01621459.1993.10476369.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.kernel.findings import Finding
from samklang.methods.statistics.balancing import kish_ess
from samklang.methods.statistics.count_table import LARGEST_TABLE, box_numbers
from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.margins import Margin, checked_codes, common_total
from samklang.methods.statistics.refusals import BadArgument, EmptyBox, NotConverged, NoVariation, TooFew
from samklang.methods.statistics.sample import Integers, Numbers, column, finite, frequencies, is_nothing, summed

SMALLEST_BOX = 5
TRIM = (0.3, 3.0)
MOST_ROUNDS = 500
CLOSE_ENOUGH = 1e-10


@dataclass(frozen=True)
class Raking:
    """weights: (m,) a person of each row, mean 1; base: those it began from; ess: Kish.

    trimmed_share: 0–1 of the people whose weight was cut. before, target, after: shares of each margin's boxes, 0–1.
    findings: what must be said of the weighting.
    """

    weights: Numbers
    base: Numbers
    ess: float
    rounds: int
    trimmed_share: float
    before: tuple[Numbers, ...]
    target: tuple[Numbers, ...]
    after: tuple[Numbers, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class RakedMean:
    """A weighted mean with the error the margins leave; unweighted: the plain mean, to be shown beside."""

    interval: Interval
    unweighted: float
    ess: float


def rake(
    codes: ArrayLike,
    margins: Sequence[Margin],
    counts: ArrayLike | None = None,
    base: ArrayLike | None = None,
    trim: tuple[float, float] | None = TRIM,
) -> Raking:
    """Weights from margins. codes: (m, p), the box 0..r−1 of each row in each margin; base: (m,) design weights.

    Margins of other totals are rescaled to the first's and said so. trim: least and greatest weight, or None.
    Raises EmptyBox naming a box of the population without an answer, NotConverged, BadArgument, TooFew.
    """
    boxes = checked_codes(codes, margins)
    sizes = tuple(len(margin.totals) for margin in margins)
    if np.prod(sizes, dtype=float) > LARGEST_TABLE:
        raise BadArgument("margins", f"{len(sizes)} margins have too many boxes together: join boxes")
    place = box_numbers(boxes, sizes)
    if base is not None:
        return _raked(boxes, frequencies(counts, len(boxes)), finite(base, "base"), place, margins, trim)
    # Without weights to begin from all in a box get the same, so the work is that of boxes and not of people.
    people = np.bincount(place, None if counts is None else frequencies(counts, len(place)), int(np.prod(sizes)))
    seen = np.flatnonzero(people)
    table = np.column_stack(np.unravel_index(seen, sizes))
    made = _raked(table, people[seen].astype(np.float64), np.ones(len(seen)), seen, margins, trim)
    spread = np.zeros(len(people))
    spread[seen] = made.weights
    return replace(made, weights=spread[place], base=np.ones(len(place)))


def _raked(
    boxes: Integers,
    people: Numbers,
    start: Numbers,
    place: Integers,
    margins: Sequence[Margin],
    trim: tuple[float, float] | None,
) -> Raking:
    """The weights of rows. place: (m,) where each row stands in the table of boxes."""
    if people.sum() < 2 or len(start) != len(boxes) or start.min() <= 0:
        raise TooFew("base", "weighting needs two people or more, each with a weight above 0")
    targets, findings = common_total(margins)
    answers = _boxed(boxes, people, targets)
    findings += _small_boxes(answers, margins)
    factors, rounds = _fit(place, people * start, targets, margins)
    weights = start * factors
    weights /= float(people @ weights) / float(people.sum())
    kept, cut = _trimmed(weights, people, trim)
    after = [weight / weight.sum() for weight in _boxed(boxes, people * kept, targets)]
    findings += _said_of_trimming(cut, after, targets, margins)
    return Raking(
        weights=kept,
        base=start,
        ess=kish_ess(kept, people),
        rounds=rounds,
        trimmed_share=cut,
        before=tuple(answer / answer.sum() for answer in answers),
        target=tuple(targets),
        after=tuple(after),
        findings=tuple(findings),
    )


def _small_boxes(answers: Sequence[Numbers], margins: Sequence[Margin]) -> list[Finding]:
    for answer, margin in zip(answers, margins, strict=True):
        for index in np.flatnonzero((answer == 0) & (np.asarray(margin.totals) > 0)):
            text = "nobody answered in a box where the population has people: merge it with its neighbour"
            raise EmptyBox(f"{margin.name} {margin.label(int(index))}", text)
        for index in np.flatnonzero((answer > 0) & (np.asarray(margin.totals) == 0)):
            text = "answers in a box where the population has nobody: check the codes or the total"
            raise EmptyBox(f"{margin.name} {margin.label(int(index))}", text)
    text = "answers in this box: merge it with its neighbour (5)"
    return [
        Finding("SW01", "warning", f"{margin.name} {margin.label(index)}", f"{answer[index]:.0f} {text}")
        for answer, margin in zip(answers, margins, strict=True)
        for index in np.flatnonzero((answer > 0) & (answer < SMALLEST_BOX)).tolist()
    ]


def _fit(
    place: Integers, people: Numbers, targets: Sequence[Numbers], margins: Sequence[Margin]
) -> tuple[Numbers, int]:
    """Factor of each row, (m,), and rounds, by fitting the table of boxes."""
    shape = tuple(len(goal) for goal in targets)
    table = summed(place, people, int(np.prod(shape))).reshape(shape)
    seen = table / table.sum()
    fitted = seen.copy()
    for rounds in range(1, MOST_ROUNDS + 1):
        for axis, goal in enumerate(targets):
            has = _margin(fitted, axis)
            ratio = np.divide(goal, has, out=np.zeros_like(goal), where=has > 0)
            fitted = fitted * ratio.reshape([-1 if index == axis else 1 for index in range(len(shape))])
        gap = max(float(np.abs(_margin(fitted, axis) - goal).max()) for axis, goal in enumerate(targets))
        if gap < CLOSE_ENOUGH:
            factor = np.divide(fitted, seen, out=np.zeros_like(seen), where=seen > 0)
            return factor.ravel()[place], rounds
    worst = max(range(len(shape)), key=lambda axis: float(np.abs(_margin(fitted, axis) - targets[axis]).max()))
    text = "no weights give all margins at once (after {rounds} rounds): merge boxes or take a margin out"
    raise NotConverged(margins[worst].name, text, rounds=MOST_ROUNDS)


def _margin(table: Numbers, axis: int) -> Numbers:
    return np.asarray(table.sum(axis=tuple(index for index in range(table.ndim) if index != axis)))


def _trimmed(weights: Numbers, people: Numbers, trim: tuple[float, float] | None) -> tuple[Numbers, float]:
    """Weights within the limits, mean 1, and the share of people whose weight was cut."""
    if trim is None:
        return weights, 0.0
    if not 0 < trim[0] < 1 < trim[1]:
        raise BadArgument("trim", f"{trim}: the limits lie on either side of 1, the mean weight")
    kept = np.clip(weights, *trim)
    n = float(people.sum())
    cut = float(people[kept != weights].sum()) / n
    return kept / (float(people @ kept) / n), cut


def _boxed(boxes: Integers, weight: Numbers, targets: Sequence[Numbers]) -> list[Numbers]:
    """Sum of the weights in each box of each margin."""
    return [summed(box, weight, len(goal)) for box, goal in zip(boxes.T, targets, strict=True)]


def _said_of_trimming(
    cut: float, after: Sequence[Numbers], targets: Sequence[Numbers], margins: Sequence[Margin]
) -> list[Finding]:
    if cut == 0:
        return []
    gaps = [float(np.abs(got - goal).max()) for got, goal in zip(after, targets, strict=True)]
    worst = int(np.argmax(gaps))
    text = f"{100 * cut:.1f} per cent had their weight cut; a share is still {100 * gaps[worst]:.1f} points off here"
    return [Finding("SW03", "warning", margins[worst].name, text)]


def raked_mean(
    values: ArrayLike,
    raking: Raking,
    codes: ArrayLike,
    margins: Sequence[Margin],
    counts: ArrayLike | None = None,
    level: float = 0.95,
) -> RakedMean:
    """Mean of the population by the weights of rake. values: (m,); codes, margins, counts: those given to rake.

    The interval is model-based: it holds if, inside each box, those who answered are like those who did not.
    Raises NoVariation when the boxes explain every value, TooFew, BadArgument, MissingValues.
    """
    y, people = column(values, counts, "values")
    boxes = checked_codes(codes, margins)
    if not len(boxes) == len(y) == len(raking.weights):
        raise BadArgument("values", f"{len(y)} values for {len(raking.weights)} weights: give the rows given to rake")
    weight = people * raking.weights
    n, total = float(people.sum()), float(weight.sum())
    mean = float(weight @ y) / total
    residual = y - _explained(y, boxes, people * raking.base, margins)
    pull = raking.weights * residual
    pull = pull - float(people @ pull) / n
    error = sqrt(n / (n - 1) * float(people @ pull**2)) / total
    if is_nothing(error / 100, float(np.abs(y).max())):
        raise NoVariation("values", "nobody differs from the others of their box: no error can be estimated")
    return RakedMean(around(mean, error, inf, int(n), level), float(people @ y) / n, raking.ess)


def _explained(y: Numbers, boxes: Integers, weight: Numbers, margins: Sequence[Margin]) -> Numbers:
    """What the margins' dummies explain, (m,), by weighted least squares on the table of pairs of boxes."""
    starts = np.concatenate(([0], np.cumsum([len(margin.totals) for margin in margins])))
    size = int(starts[-1])
    square, right = np.zeros((size, size)), np.zeros(size)
    for i, at in enumerate(starts[:-1]):
        right += summed(boxes[:, i] + at, weight * y, size)
        for j, across in enumerate(starts[:-1]):
            pairs = (boxes[:, i] + at) * size + boxes[:, j] + across
            square += summed(pairs, weight, size * size).reshape(size, size)
    level, *_rest = np.linalg.lstsq(square, right, rcond=1e-12)
    explained: Numbers = sum(level[boxes[:, i] + at] for i, at in enumerate(starts[:-1]))
    return explained
