"""Buckets hide every single answer and still tell the size of a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samklang.methods.disclosure.buckets import Bucket, bucket, runs, staircase, within_staircase
from samklang.methods.disclosure.plan import Plan

sizes = st.integers(8, 400)
coalitions = st.integers(1, 2)


def test_eight_people_are_told_in_three_runs() -> None:
    assert [(run.lo, run.hi) for run in runs(8, 3)] == [(0, 2), (3, 5), (6, 8)]


@pytest.mark.parametrize("coalition", [1, 2, 3])
@pytest.mark.parametrize("top_coded", [False, True])
def test_no_run_lets_a_coalition_know_all_or_none_of_the_others(coalition: int, top_coded: bool) -> None:
    width = coalition + 2
    for n in range(Plan(k=12, coalition=coalition).k, 200):
        partition = runs(n, width, top_coded)
        assert partition[0].hi >= coalition + 1
        assert partition[-1].lo <= n - coalition - 1


@given(sizes, coalitions, st.booleans())
def test_runs_cover_every_count_once_and_are_wide_enough(n: int, coalition: int, top_coded: bool) -> None:
    partition = runs(n, coalition + 2, top_coded)
    assert [count for run in partition for count in range(run.lo, run.hi + 1)] == list(range(n + 1))
    assert min(run.hi - run.lo + 1 for run in partition) >= coalition + 2


def test_a_top_coded_cell_under_fifty_never_says_more_than_eighty_per_cent() -> None:
    assert all(runs(n, 3, top_coded=True)[-1].lo <= 0.8 * n for n in range(8, 50))


@given(
    st.lists(st.integers(0, 30), min_size=3, max_size=6).filter(lambda counts: sum(counts) >= 8),
    st.integers(0, 5),
)
def test_a_staircase_holds_the_truth(counts: list[int], sensitive_cuts: int) -> None:
    steps = staircase(counts, 3, sensitive_cuts)
    assert [sum(counts[: cut + 1]) in step for cut, step in enumerate(steps)] == [True] * (len(counts) - 1)


@given(
    st.lists(st.integers(0, 30), min_size=3, max_size=6).filter(lambda counts: sum(counts) >= 8),
    st.integers(0, 5),
)
def test_what_a_staircase_leaves_of_a_count_holds_the_truth_and_never_falls(counts: list[int], cuts: int) -> None:
    left = within_staircase([(step.lo, step.hi) for step in staircase(counts, 3, cuts)])
    reached = [sum(counts[: cut + 1]) for cut in range(len(left))]
    assert [lo <= count <= hi for count, (lo, hi) in zip(reached, left, strict=True)] == [True] * len(left)
    assert (sorted(left), [hi - lo >= 2 for lo, hi in left]) == (list(left), [True] * len(left))


@pytest.mark.parametrize("coalition", [1, 2])
def test_no_bucket_narrows_below_the_width_beside_the_bucket_of_the_next_cut(coalition: int) -> None:
    width = coalition + 2
    for n in range(Plan(k=10, coalition=coalition).k, 60):
        for inner in runs(n, width, top_coded=True):
            for outer in runs(n, width):
                if inner.lo > outer.hi:
                    continue  # impossible together: a cumulative count never falls
                assert min(inner.hi, outer.hi) - inner.lo + 1 >= width
                assert outer.hi - max(inner.lo, outer.lo) + 1 >= width


def test_impossible_counts_and_too_small_cells_are_refused() -> None:
    with pytest.raises(ValueError, match="a count of 9 among 8 people is impossible"):
        bucket(9, 8, 3)
    with pytest.raises(ValueError, match="4 people do not hold two runs of 3 counts"):
        runs(4, 3)


def test_the_middle_of_a_bucket_is_the_middle_of_its_counts() -> None:
    assert Bucket(3, 5, 8).middle == 4.0


def test_a_plan_below_its_floors_is_refused() -> None:
    with pytest.raises(ValueError, match="k is 5; with coalition 1 it must be 8 or more"):
        Plan(k=5)
    with pytest.raises(ValueError, match="coalition is 0"):
        Plan(coalition=0)
    assert Plan().width == 3
