"""A prioritising with residents in it is what R makes of the written rules: ranks, pairs, agreement, places."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from samklang.methods.agenda.ballots import Ballot, places_of, ranks_of
from samklang.methods.agenda.group_ranking import GroupRanking, agreement_in, tell
from samklang.methods.agenda.groups import Group, electorate
from samklang.methods.agenda.resident_ranks import agreement_from, pairs_of, runs_of_points

OPTIONS = ("safety", "work", "school", "homes")
LINES = [line.split() for line in (Path(__file__).parent / "residents.txt").read_text().splitlines()[1:]]
CASES: dict[str, dict[str, list[list[float]]]] = defaultdict(lambda: defaultdict(list))
for case, kind, *figures in LINES:
    if case.startswith("case"):
        CASES[case][kind].append([float(figure) for figure in figures])
RUNS = {int(line[1]): [int(each) for each in line[2:]] for line in LINES if line[0] == "runs"}
SECTORS = [" ".join(line[1:]) for line in LINES if line[0] == "sectors"]


def cast(rows: list[list[float]], sector: str | None) -> list[Ballot]:
    named = [{option: place for option, place in zip(OPTIONS, row, strict=True) if place} for row in rows]
    return [Ballot(places, sector) for places in named]


def partners_of(case: str) -> list[Ballot]:
    return cast(CASES[case]["partner"], "public")


def residents_of(case: str) -> list[Ballot]:
    return cast(CASES[case]["resident"], None)


def test_the_runs_of_points_begin_where_r_says() -> None:
    assert {n: [low for low, _high in runs_of_points(n, 3)] for n in RUNS} == RUNS


@pytest.mark.parametrize("case", CASES)
def test_ranks_places_and_pairs_are_rs(case: str) -> None:
    ranks = ranks_of([*partners_of(case), *residents_of(case)], OPTIONS)
    assert ranks.ravel().tolist() == CASES[case]["ranks"][0]
    assert places_of(ranks).ravel().tolist() == CASES[case]["places"][0]
    kept = pairs_of(ranks_of(residents_of(case), OPTIONS))
    assert [end for run in kept.runs for end in run] == CASES[case]["pairs"][0]


@pytest.mark.parametrize("case", CASES)
def test_agreement_and_likely_places_from_the_pairs_are_rs(case: str) -> None:
    kept = pairs_of(ranks_of(residents_of(case), OPTIONS))
    found = agreement_from(ranks_of(partners_of(case), OPTIONS), kept, seed=1, draws=8000)
    assert [found.w, found.p] == pytest.approx(CASES[case]["agreement"][0], rel=1e-9)
    assert found.mean_ranks.tolist() == pytest.approx(CASES[case]["means"][0], abs=1e-8)
    assert found.places.T.tolist() == [CASES[case]["least"][0], CASES[case]["most"][0]]


def whole(case: str) -> GroupRanking:
    group = Group(("public",), True, (*partners_of(case), *residents_of(case)))
    return tell(group, OPTIONS, agreement_in(group, OPTIONS, seed=1, draws=8000))


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_of_them_follows_from_rs_figures(case: str) -> None:
    """The steps of W are Schmidt's (1997): 0.3 weak, 0.5 moderate, 0.7 strong."""
    w, means, told = CASES[case]["agreement"][0][0], CASES[case]["means"][0], whole(case)
    assert told.strength == ("strong" if w >= 0.7 else "moderate" if w >= 0.5 else "weak" if w >= 0.3 else "none")
    assert [option for level in told.order for option in level] == [
        option for _mean, option in sorted(zip(means, OPTIONS, strict=True))
    ]
    wanted = zip(CASES[case]["least"][0], CASES[case]["most"][0], strict=True)
    assert told.places == dict(zip(OPTIONS, wanted, strict=True))


@pytest.mark.parametrize("case", CASES)
def test_how_many_put_an_option_where_is_counted_as_r_has_the_places(case: str) -> None:
    made = tell(Group(("public",), False, tuple(partners_of(case))), OPTIONS, None).counts
    voters = len(CASES[case]["partner"])
    places = [CASES[case]["places"][0][4 * voter : 4 * voter + 4] for voter in range(voters)]
    named = CASES[case]["partner"]
    wanted = {
        option: tuple(
            sum(1 for row, put in zip(places, named, strict=True) if (row[at] if put[at] else 5) == place)
            for place in range(1, 6)
        )
        for at, option in enumerate(OPTIONS)
    }
    assert made == wanted


@pytest.mark.parametrize("line", SECTORS)
def test_sectors_are_told_together_as_r_joins_them(line: str) -> None:
    sizes, groups = line.split("|")
    many = {name: int(people) for name, people in (part.split(":") for part in sizes.split())}
    made = electorate([Ballot({"safety": 1}, name) for name, people in many.items() for _ in range(people)])
    assert sorted("+".join(group.sectors) for group in made.groups) == sorted(groups.split())
