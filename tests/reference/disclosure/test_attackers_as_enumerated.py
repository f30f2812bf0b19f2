"""Proofs and likelihoods are those of R going over every database there can be: nothing there is solved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from samklang.methods.disclosure.atoms import Question
from samklang.methods.disclosure.brute_force import Publisher, worst_posterior
from samklang.methods.disclosure.buckets import staircase
from samklang.methods.disclosure.change import LinkedRow, change_runs, protect_change
from samklang.methods.disclosure.linked_bounds import Interval, Pair, possible, proves
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Row, protect

LINES = [line.split() for line in (Path(__file__).parent / "attacker.txt").read_text().splitlines()[1:]]
PAIRS = [line[1:] for line in LINES if line[0] == "pair"]
RUNS = [line[1:] for line in LINES if line[0] == "runs"]
POSTERIORS = {line[1]: [float(share) for share in line[2:]] for line in LINES if line[0] == "posterior"}


def interval(text: str) -> Interval:
    low, high = map(int, text.split("-"))
    return low, high


def publisher(values: tuple[str, ...]) -> Publisher:
    """The stairs of their counts, no cut top-coded."""
    return lambda answers: staircase([answers.count(value) for value in values], 3)


@pytest.mark.parametrize(
    ("name", "place", "sensitive", "coalition", "prior"),
    [
        ("two_values", 0, "1", 0, 0.3),
        ("two_values", 1, "1", 1, 0.3),
        ("two_values", 2, "1", 2, 0.3),
        ("three_values", 0, "1", 0, 0.3),
        ("three_values", 1, "1", 1, 0.3),
        ("three_values", 2, "12", 1, 0.1),
    ],
)
def test_the_worst_posterior_is_the_one_r_finds(
    name: str, place: int, sensitive: str, coalition: int, prior: float
) -> None:
    values, people = (("1", "2"), 8) if name == "two_values" else (("1", "2", "3"), 7)
    found = worst_posterior(publisher(values), Question(values, frozenset(sensitive)), people, coalition, prior)
    assert found.share == pytest.approx(POSTERIORS[name][place], abs=1e-10)


@pytest.mark.parametrize("line", PAIRS, ids=" ".join)
def test_two_waves_prove_what_every_database_has_in_common(line: list[str]) -> None:
    linked, r1, r2 = map(int, line[:3])
    pair = Pair(linked, r1, r2, *map(interval, line[3:7]))
    verdict = ("proves" if proves(pair, 1) else "safe") if possible(pair) else "impossible"
    assert verdict == line[7]


def test_every_verdict_is_there() -> None:
    assert min(Counter(line[7] for line in PAIRS).values()) >= 5


@pytest.mark.parametrize("line", RUNS, ids=" ".join)
def test_change_is_told_in_the_finest_runs_that_prove_nothing(line: list[str]) -> None:
    linked, before, after = map(int, line[:3])
    made = change_runs(linked, before, after, interval(line[3]), interval(line[4]), 1)
    assert [*made] == [interval(run) for run in line[5:] if run != "none"]


@pytest.mark.parametrize("line", [line[1:] for line in LINES if line[0] == "change"], ids=" ".join)
def test_whole_changes_are_told_in_rs_runs(line: list[str]) -> None:
    """Answers 1 to 3 from the sensitive end, 4 for a skip; the linked stand first in both waves."""
    linked = int(line[0])
    asked = Asked("q", (1, 2, 3), 1)
    waves = [[Row(("a",), {"q": None if code == "4" else int(code)}) for code in codes] for codes in line[1:3]]
    first, second = (protect(rows, ("place",), (asked,), Plan()) for rows in waves)
    people = [LinkedRow(before, after) for before, after in zip(waves[0][:linked], waves[1][:linked], strict=True)]
    told = protect_change(first, second, people)
    assert [end for change in told for end in (change.better, change.worse)] == [
        interval(run) for run in line[3:] if run != "none"
    ]
