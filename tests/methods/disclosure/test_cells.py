"""Home cells: people are split once, by size alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samklang.methods.disclosure.cells import Labels, home_cells


def people(**sizes: int) -> list[Labels]:
    """`yes_no=9` is nine people with the labels yes and no."""
    return [tuple(labels.split("_")) for labels, n in sizes.items() for _ in range(n)]


def test_a_cell_that_is_large_enough_is_never_merged() -> None:
    split = home_cells(people(yes_yes=8, yes_no=3, no_no=2), 8)
    assert [(cell.labels, cell.n) for cell in split.cells] == [((("yes", "yes"),), 8)]
    assert split.left_out


def test_small_cells_merge_first_with_those_of_the_same_first_label() -> None:
    split = home_cells(people(yes_yes=4, yes_no=4, no_yes=6, no_no=20), 8)
    assert [cell.n for cell in split.cells] == [20, 8]
    assert split.home["no", "yes"] is None


def test_what_is_still_small_merges_with_the_rest() -> None:
    split = home_cells(people(yes_yes=4, yes_no=3, no_yes=6), 8)
    assert [cell.n for cell in split.cells] == [13]
    assert not split.left_out


def test_nobody_is_told_of_where_all_are_too_few() -> None:
    split = home_cells(people(yes_yes=4), 8)
    assert split.cells == ()
    assert split.left_out


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cde")), max_size=80))
def test_cells_are_disjoint_and_large_enough_and_only_the_rest_is_left_out(labels: list[Labels]) -> None:
    split = home_cells(labels, 8)
    held = [each for cell in split.cells for each in cell.labels]
    assert len(held) == len(set(held))
    assert [cell for cell in split.cells if cell.n < 8] == []
    assert sum(split.home[each] is None for each in labels) < 8
