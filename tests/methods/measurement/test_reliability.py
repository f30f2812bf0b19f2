"""Reliability, reliable change and their edges."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.measurement.reliability import reliability
from samklang.methods.measurement.reliable_change import change_class, reliable_change_index


def test_the_worked_example_of_reliable_change() -> None:
    index = reliable_change_index(32.5, 47.5, sd=7.5, reliability=0.80)
    assert index == pytest.approx(3.16, abs=0.005)
    assert (change_class(3.16, higher_is_better=True), change_class(3.16, higher_is_better=False)) == (
        "better",
        "worse",
    )
    assert change_class(-1.95, higher_is_better=True) == "no_reliable_change"


def test_no_error_gives_no_index_and_nonsense_is_refused() -> None:
    assert reliable_change_index(1, 2, sd=3, reliability=1) is None
    with pytest.raises(ValueError, match="between 0 and 1"):
        reliable_change_index(1, 2, sd=3, reliability=1.1)


@pytest.mark.parametrize("n", [0, 1, 5])
def test_constant_answers_give_no_reliability_and_no_traceback(n: int) -> None:
    made = reliability({name: np.full(n, 3.0) for name in "abc"}, (3, 12))
    assert (made.alpha, made.omega, made.sem, made.item_rest["a"]) == (None, None, None, None)


def test_a_miskeyed_item_is_an_error() -> None:
    rng = np.random.default_rng(3)
    person = rng.normal(size=200)
    items = {name: np.clip(np.round(person + rng.normal(size=200) + 3), 1, 5) for name in "abcd"}
    items["d"] = 6 - items["d"]
    assert [one.where for one in reliability(items, (4, 20)).findings if one.code == "RE01"] == ["d"]


def test_the_same_item_three_times_has_no_omega() -> None:
    item = np.array([1.0, 2, 3, 4, 1, 2])
    made = reliability(dict.fromkeys("abc", item), (3, 12))
    assert (made.alpha, made.omega, made.sem) == (pytest.approx(1), None, pytest.approx(0, abs=1e-6))
    assert [one.where for one in made.findings if one.code == "RW03"] == ["floor", "ceiling"]
