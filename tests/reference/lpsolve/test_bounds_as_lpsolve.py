"""The auditor's bounds are those of another solver: lpSolve, called from R, on overlapping sets and weighted sums."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from samklang.methods.disclosure.atoms import Atom, Question, Statement
from samklang.methods.disclosure.world import World

LINES = (Path(__file__).parent / "bounds.txt").read_text().splitlines()[1:]
CASES: dict[str, dict[str, list[list[str]]]] = defaultdict(lambda: defaultdict(list))
for kind, number, *figures in map(str.split, LINES):
    CASES[number][kind].append(figures)


def world_of(case: dict[str, list[list[str]]]) -> World:
    """A case as the auditor sees it. Values are named 1 … k."""
    values = tuple(str(value) for value in range(1, int(case["case"][0][0]) + 1))
    parts, answers = [], {}
    for place, (sets, *counts) in enumerate(case["atom"]):
        given = [value for value, people in zip(values, counts, strict=True) for _ in range(int(people))]
        names = [f"{place}/{person}" for person in range(len(given))]
        answers |= dict(zip(names, given, strict=True))
        parts.append(Atom(frozenset(sets[1:].split("+")) - {""}, tuple(names)))
    told = [
        Statement("q", people_set, dict(zip(values, map(float, weights), strict=True)), float(low), float(high))
        for people_set, low, high, *weights in case["told"]
    ]
    return World(parts, Question(values, frozenset(values[: int(case["case"][0][1])])), told, answers)


@pytest.mark.parametrize("number", list(CASES))
def test_the_least_people_inside_are_those_lpsolve_finds(number: str) -> None:
    case = CASES[number]
    world = world_of(case)
    found = []
    for atom, first, last, _ in case["least"]:
        wanted = frozenset(map(str, range(int(first), int(last) + 1)))
        found.append(round(world.least(world.target(int(atom) - 1, wanted)), 6))
    assert found == [float(least) for *_, least in case["least"]]


def test_the_cases_hold_bounds_of_every_kind() -> None:
    kinds: Counter[str] = Counter()
    for case in CASES.values():
        for atom, _first, _last, least in case["least"]:
            size = sum(map(int, case["atom"][int(atom) - 1][1:]))
            kinds["all" if int(least) == size else "some" if int(least) else "none"] += 1
    assert {kind for kind, bounds in kinds.items() if bounds > 5} == {"none", "some", "all"}, kinds
