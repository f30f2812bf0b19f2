"""What leaves a wave, from home cells to words and shares, is what R makes of the written rules."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from samklang.methods.disclosure.buckets import bucket, runs, staircase, within_staircase
from samklang.methods.disclosure.cells import home_cells
from samklang.methods.disclosure.estimates import two_figures
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, StoredCell, StoredChange, protect
from samklang.methods.disclosure.skips import skipped
from samklang.methods.disclosure.telling import Telling, Told, difference, tell, tell_change
from samklang.methods.disclosure.words import public_word, word_of
from samklang.methods.measurement.released_change import released_change

LINES = [line.split() for line in (Path(__file__).parent / "shown.txt").read_text().splitlines()[1:]]
ASKED = Asked("q", (1, 2, 3, 4, 5), 2)
CHANGES = ("part_change", "others_change", "difference")
CODES = (1, 2, 3, 4, 5, None)


def printed(kind: str) -> dict[str, list[float]]:
    """Key → figures of every line of a kind that has one key."""
    return {line[1]: [float(figure) for figure in line[2:]] for line in LINES if line[0] == kind}


COUNTS = {name: [int(people) for people in counts] for name, counts in printed("counts").items()}


def rows(counts: list[float], *labels: str) -> list[Row]:
    return [Row(labels, {"q": code}) for code, people in zip(CODES, counts, strict=True) for _ in range(int(people))]


def release() -> Release:
    """The eight cells of the script, each with its name for a label."""
    everybody = [row for name, counts in COUNTS.items() for row in rows(counts, name)]
    return protect(everybody, ("place",), (ASKED,), Plan())


def told(names: str) -> Telling:
    """What insiders are told of some of the cells."""
    stored = release()
    return tell(stored, "q", [cell.id for cell in stored.cells if cell.labels[0][0] in names.split("+")])


def near(figures: list[float]) -> Any:
    return pytest.approx(figures, abs=1e-6)


def figures(share: Told | None) -> list[float]:
    return [] if share is None else list(astuple(share))


def test_every_partition_begins_where_r_says() -> None:
    lines = [line[1:] for line in LINES if line[0] == "runs"]
    for n, width, top, *begins in lines:
        assert [run.lo for run in runs(int(n), int(width), top == "1")] == [int(each) for each in begins]
    assert len(lines) == 424


def test_each_cell_stands_in_rs_stairs() -> None:
    made = {
        name: [end for run in staircase(counts, 3, 2) for end in (run.lo, run.hi)] for name, counts in COUNTS.items()
    }
    assert made == printed("stairs")
    assert {
        cell.labels[0][0]: [end for held in cell.buckets["q"] for end in held] for cell in release().cells
    } == made


def test_each_count_is_told_from_what_rs_stairs_leave_of_it() -> None:
    stored = {cell.labels[0][0]: cell.buckets["q"] for cell in release().cells}
    made = {name: [end for held in within_staircase(buckets) for end in held] for name, buckets in stored.items()}
    assert made == printed("left")
    assert {name for name in made if made[name] != printed("stairs")[name]} >= {"g"}


@pytest.mark.parametrize("names", printed("n"))
def test_what_is_told_of_several_cells_is_rs(names: str) -> None:
    n, skips, variance = printed("n")[names]
    found, stored = told(names), release()
    held = [(cell.buckets["q"][-1], cell.n) for cell in stored.cells if cell.labels[0][0] in names.split("+")]
    assert list(skipped(tuple(held))) == pytest.approx([skips, variance], rel=1e-3)
    assert figures(found.sensitive_share) == near(printed("sensitive")[names])
    assert figures(found.mean) == pytest.approx(printed("mean")[names], abs=2e-4)
    for place, each in enumerate(found.classes, 1):
        assert figures(each.share) == near(printed(f"class{place}")[names])
    for place, step in enumerate(found.steps, 1):
        assert figures(step.share) == pytest.approx(printed(f"step{place}")[names], abs=2e-4)
    exact = n >= 100
    assert (found.n, len(found.steps), found.answered) == ((n, 6, round(n - skips)) if exact else (None, 0, None))


def test_the_words_are_rs_and_the_public_reads_them_in_pairs() -> None:
    """R prints the words at both ends of a pair: one word, or two neighbours told as one, or nothing."""
    wide = {("few", "half"): "few_or_half", ("half", "most"): "half_or_most"}
    lines = [line[1:] for line in LINES if line[0] == "word"]
    for n, count, own, low, high in lines:
        held = bucket(int(count), int(n), 3, top_coded=True)
        assert word_of(held.middle / int(n)) == own
        if int(n) < 20:
            both = low if low == high else wide.get((low, high))
            assert public_word([((held.lo, held.hi), int(n))], 3, top_coded=True) == both
    assert len(lines) == 92


def test_a_change_against_others_is_rs_difference_of_differences() -> None:
    arms = printed("arm")
    waves = [
        protect(
            [
                row
                for arm, label in (("part", "yes"), ("others", "no"))
                for row in rows(arms[f"{arm}_{wave}"], "yes", label)
            ],
            ("lives_here", "took_part"),
            (ASKED,),
            Plan(),
        )
        for wave in ("before", "after")
    ]
    made = released_change(*waves, "q")
    wanted = {line[0]: [float(each) for each in line[1:]] for line in LINES if line[0] in CHANGES}
    assert figures(made.part_change) == near(wanted["part_change"])
    assert figures(made.others_change) == near(wanted["others_change"])
    assert figures(made.difference) == near(wanted["difference"])
    assert difference(made.others_change, made.part_change) == made.difference


@pytest.mark.parametrize("held", printed("three"))
def test_a_three_way_change_is_told_from_the_middle_of_its_run(held: str) -> None:
    low, high, linked = map(int, held.split("-"))
    cell = StoredCell("c01", (("a",),), linked, {"q": ((0, linked),) * 5})
    change = StoredChange("q", "c01", "c01", linked, (low, high), (0, 3))
    found = tell_change(Release(Plan(), ("place",), (ASKED,), (cell,), False, (change,)), "q", "c01")
    assert found is not None
    assert figures(found.better_share) == near(printed("three")[held])


@pytest.mark.parametrize("line", [line[1:] for line in LINES if line[0] == "cells"], ids=lambda line: line[0])
def test_home_cells_are_rs(line: list[str]) -> None:
    """R prints each pair of labels, its people, and where it is told: alone, by first label, in the rest or not."""
    _case, k, *parts = line
    homes = [(tuple(labels), int(people), home) for labels, people, home in (part.split(":") for part in parts)]
    made = home_cells([labels for labels, people, _home in homes for _ in range(people)], int(k))
    together: dict[str, set[tuple[str, ...]]] = {}
    for labels, _people, home in homes:
        together.setdefault(home, set()).add(labels)
    left_out = together.pop("out", set())
    assert {frozenset(cell.labels) for cell in made.cells} == set(map(frozenset, together.values()))
    assert {labels for labels, home in made.home.items() if home is None} == left_out


def test_two_figures_are_rs_significant_digits() -> None:
    estimates, wanted = (
        [float(each) for each in line[1:]] for line in LINES if line[0] in ("estimates", "two_figures")
    )
    assert [two_figures(each) for each in estimates] == pytest.approx(wanted, rel=1e-12)
