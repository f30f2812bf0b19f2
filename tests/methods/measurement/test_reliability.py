"""Reliability, reliable change and their edges."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.kernel.findings import UnreadableInput
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


@pytest.mark.parametrize(("n", "told"), [(29, ["RW04", "RW01"]), (30, ["RE01"])])
def test_a_negative_item_rest_alarms_only_where_noise_can_be_told_from_it(n: int, told: list[str]) -> None:
    up = np.tile([2.0, 3, 4], 10)[:n]
    made = reliability({"a": up, "b": up, "c": 6 - up}, (3, 15))
    assert [one.code for one in made.findings if one.where in ("c", "n")] == told


def test_under_five_people_nothing_is_shown_and_from_five_it_is() -> None:
    item = np.array([1.0, 2, 3, 4, 2])
    four, five = (reliability({"a": item[:n], "b": item[:n][::-1], "c": item[:n]}, (3, 12)) for n in (4, 5))
    assert (four.n, four.alpha, four.sem, four.floor_share, set(four.item_rest.values())) == (
        4,
        None,
        None,
        None,
        {None},
    )
    assert [(one.code, one.text[:34]) for one in four.findings] == [("RW01", "4 whole answers: no figures under ")]
    assert (five.n, five.alpha is None, five.floor_share) == (5, False, 0.0)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ({"a": [1, 2], "b": [1, 2, 3]}, "differ in length (a 2, b 3)"),
        ({}, "items: there are none"),
        ({"a": [1, np.nan] * 9, "b": [1, 2] * 9}, "item 'a' has answers missing"),
        ({"a": ["x", "y"], "b": [1, 2]}, "column 'a' holds no numbers"),
    ],
)
def test_items_that_can_not_be_reckoned_with_are_named(items: dict[str, list[float]], told: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        reliability(items, (2, 8))
    assert told in str(refused.value)


def test_lists_are_as_good_as_arrays() -> None:
    lists = {"a": [1, 2, 3, 4, 2], "b": [2, 2, 3, 4, 1]}
    assert reliability(lists, (2, 8)) == reliability({name: np.array(each) for name, each in lists.items()}, (2, 8))


def test_the_same_item_three_times_has_no_omega() -> None:
    item = np.array([1.0, 2, 3, 4, 1, 2])
    made = reliability(dict.fromkeys("abc", item), (3, 12))
    assert (made.alpha, made.omega, made.sem) == (pytest.approx(1), None, pytest.approx(0, abs=1e-6))
    assert [one.where for one in made.findings if one.code == "RW03"] == ["floor", "ceiling"]
