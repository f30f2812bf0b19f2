"""Yes-or-no models, and proof of separation."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.logit import Link, logit
from samklang.methods.statistics.refusals import (
    BadArgument,
    NotConverged,
    NoVariation,
    Separation,
    TooFew,
    Unidentified,
)

RNG = np.random.default_rng(5)
N = 80
X = np.column_stack([np.ones(N), RNG.normal(size=N), RNG.integers(0, 2, N)])
YES = (RNG.uniform(size=N) < 0.5).astype(float)
NAMES = ["ones", "age", "lives here"]


def test_a_model_of_one_column_is_the_share_itself() -> None:
    made = logit([0, 1], np.ones((2, 1)), [30, 10])
    assert round(float(made.probability[0]), 12) == 0.25
    assert round(made.interval(0).error, 9) == round((1 / 30 + 1 / 10) ** 0.5, 9)


def test_the_chances_sum_to_those_who_said_yes() -> None:
    assert round(float(logit(YES, X).probability.sum()), 8) == YES.sum()


@pytest.mark.parametrize("link", ["logit", "probit"])
def test_a_column_that_tells_yes_from_no_is_named(link: Link) -> None:
    with pytest.raises(Separation, match="age: tells yes from no"):
        logit((X[:, 1] > 0.2).astype(float), X, names=NAMES, link=link)


def test_a_box_in_which_all_say_yes_is_enough_to_separate() -> None:
    with pytest.raises(Separation, match="lives here"):
        logit(np.maximum(YES, X[:, 2]), X, names=NAMES)


def test_coefficients_that_have_not_settled_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samklang.methods.statistics.logit.MOST_ROUNDS", 1)
    with pytest.raises(NotConverged, match="design: the coefficients never settled"):
        logit(YES, X)


def test_a_far_outlier_is_no_separation() -> None:
    far = X.copy()
    far[0, 1] = 400.0
    both = logit(np.append(YES, [0, 1]), np.vstack([far, far[0], far[0]]))
    assert both.n == N + 2


@pytest.mark.parametrize(
    ("answer", "design", "kind", "said"),
    [
        (np.ones(N), X, NoVariation, "y: all 80 answers are 1"),
        (np.zeros(N), X, NoVariation, "y: all 80 answers are 0"),
        (YES + 1, X, BadArgument, "y: only 0 and 1"),
        (YES[:5], X, BadArgument, "design: 80 rows"),
        ([0, 1, 0], np.eye(3), TooFew, "y: 3 people"),
        (YES, np.column_stack([X, X[:, 1]]), Unidentified, "column 3"),
    ],
)
def test_a_model_says_why_it_is_refused(answer: object, design: object, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        logit(answer, design)  # type: ignore[arg-type]
