"""Protection costs little: what is shown, and how far it is from the truth. Publishing nothing does not pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from statistics import fmean

import pytest
from tests.methods.disclosure.worlds import AXES, answers, random_people, random_questions

from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, protect
from samklang.methods.disclosure.telling import tell

SCALE = Asked("q", (1, 2, 3, 4, 5), 2)
AREA = ((("yes", "yes"), 95), (("yes", "no"), 70), (("no", "yes"), 41), (("no", "no"), 35))


def group(rng: Random, n: int, labels: tuple[str, ...] = (), skips: float = 0.03) -> list[Row]:
    """People who are 5–90 % low, a few of whom skip."""
    low = rng.uniform(0.05, 0.9)

    def answer() -> int | None:
        if rng.random() < skips:
            return None
        return rng.choice((1, 2)) if rng.random() < low else rng.choice((3, 4, 5))

    return [Row(labels, {"q": answer()}) for _ in range(n)]


def true_share(rows: list[Row]) -> float:
    return sum(row.answers["q"] in (1, 2) for row in rows) / len(rows)


def share_from_buckets(release: Release) -> float:
    """The middle of what the buckets leave of the sensitive set: what every figure of a share is computed from."""
    middles = [sum(release.read(cell, "q")[1]) / 2 for cell in release.cells]
    return sum(middles) / sum(cell.n for cell in release.cells)


def mean_error(n: int) -> float:
    """Mean absolute error of a share in points, over a hundred groups of one size."""
    rng, errors = Random(n), []
    for _ in range(100):
        rows = group(rng, n)
        errors.append(abs(share_from_buckets(protect(rows, (), [SCALE], Plan())) - true_share(rows)))
    return 100 * fmean(errors)


@pytest.mark.parametrize(("n", "points"), [(8, 9.0), (30, 3.2)])
def test_the_mean_error_of_a_share_is_small_beside_its_sampling_error(n: int, points: float) -> None:
    assert mean_error(n) <= points


@pytest.mark.parametrize("skips", [0.0, 0.01, 0.03, 0.1])
def test_an_areas_share_and_mean_are_as_good_as_exact(skips: float) -> None:
    rng, shares, means, inside = Random(241), [], [], []
    for _ in range(60):
        rows = [row for labels, n in AREA for row in group(rng, n, labels, skips)]
        told = tell(protect(rows, ("lives_here", "took_part"), [SCALE], Plan()), "q")
        given = [code for row in rows if (code := row.answers["q"]) is not None]
        assert told.sensitive_share is not None
        assert told.mean is not None
        shares.append(abs(told.sensitive_share.value - true_share(rows)))
        means.append(abs(told.mean.value - fmean(given)))
        inside.append(means[-1] <= 2 * told.mean.error)
    assert len(rows) == 241
    assert 100 * fmean(shares) <= 1.0
    assert fmean(means) <= 0.03
    assert fmean(inside) >= 0.9


@pytest.mark.parametrize(("sizes", "points"), [((41, *[40] * 5), 1.0), ((25, *[24] * 9), 1.2)])
def test_an_areas_share_is_nearer_by_whole_staircases_than_by_single_buckets(
    sizes: tuple[int, ...], points: float
) -> None:
    rng, now, alone = Random(1), [], []
    for _ in range(150):
        rows = [row for place, n in enumerate(sizes) for row in group(rng, n, (f"{place:02d}",))]
        released = protect(rows, ("place",), [SCALE], Plan())
        now.append(abs(share_from_buckets(released) - true_share(rows)))
        alone.append(abs(share_from_buckets(replace(released, figures=1)) - true_share(rows)))
    assert len(rows) == 241
    assert 100 * fmean(now) <= points
    assert fmean(now) < 0.9 * fmean(alone)


def test_nine_cells_of_ten_with_eight_people_or_more_are_shown() -> None:
    shown = large = 0
    for seed in range(200):
        rng = Random(seed)
        questions, people = random_questions(rng), random_people(rng)
        rows = [answers(rng, person, questions, 0.0) for person in people]
        released = protect(rows, AXES if rows[0].labels else (), questions, Plan())
        sizes = Counter(row.labels for row in rows)
        large += sum(n >= 8 for n in sizes.values())
        shown += sum(
            tell(released, "q0", [cell.id]).word is not None and len(cell.labels) == 1 for cell in released.cells
        )
    assert large > 300
    assert shown >= 0.9 * large


def test_the_error_told_holds_what_the_buckets_leave_open() -> None:
    rng, inside = Random(3), []
    for _ in range(200):
        rows = [row for labels, n in AREA for row in group(rng, n, labels)]
        told = tell(protect(rows, ("lives_here", "took_part"), [SCALE], Plan()), "q").sensitive_share
        assert told is not None
        inside.append(abs(told.value - true_share(rows)) <= 2 * told.error)
    assert fmean(inside) >= 0.95
