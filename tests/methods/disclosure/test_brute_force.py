"""An attacker who knows the algorithm tries everything eight people could have answered."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from samklang.methods.disclosure.atoms import Question
from samklang.methods.disclosure.brute_force import worst_posterior
from samklang.methods.disclosure.buckets import bucket, staircase

YES_NO = Question(("low", "fine"), frozenset({"low"}))
SCALE = Question(("1", "2", "3"), frozenset({"1"}))
WORST = 0.90


def in_buckets(answers: tuple[str, ...]) -> Hashable:
    return bucket(answers.count("low"), len(answers), 3, top_coded=True)


def in_a_staircase(answers: tuple[str, ...]) -> Hashable:
    return staircase([answers.count(value) for value in SCALE.values], 3, sensitive_cuts=1)


def hidden_when_unanimous(answers: tuple[str, ...]) -> Hashable:
    low = answers.count("low")
    return None if low == len(answers) else low


def test_buckets_leave_the_worst_posterior_under_nine_in_ten() -> None:
    found = worst_posterior(in_buckets, YES_NO, 8)
    assert round(found.share, 3) == 0.865
    assert found.known == ((0, "fine"),)


def test_a_staircase_tells_no_more_of_the_sensitive_end() -> None:
    assert worst_posterior(in_a_staircase, SCALE, 8).share <= WORST


def test_two_insiders_are_held_off_by_wider_runs() -> None:
    wide = worst_posterior(lambda answers: bucket(answers.count("low"), 8, 4, top_coded=True), YES_NO, 8, coalition=2)
    assert wide.share <= WORST


def test_hiding_a_figure_because_everybody_agrees_tells_exactly_that() -> None:
    found = worst_posterior(hidden_when_unanimous, YES_NO, 8, coalition=0)
    assert (found.share, found.output) == (1.0, None)


def test_publishing_nothing_leaves_the_prior() -> None:
    assert round(worst_posterior(lambda answers: None, YES_NO, 6).share, 6) == 0.3


def test_more_answers_than_can_be_tried_are_refused() -> None:
    with pytest.raises(ValueError, match="3 values and 13 people are too many"):
        worst_posterior(in_a_staircase, SCALE, 13)
