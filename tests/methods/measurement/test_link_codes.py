"""Codes people make themselves link two waves, one mismatch tolerated."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.measurement.link_codes import link, link_code, standardised_difference

KEY = b"a project's key"


def test_one_mismatch_or_one_unknown_is_tolerated_and_two_are_not() -> None:
    first = {
        "a": link_code(["12", "M", "Å", "2", "n", "5"], KEY),
        "b": link_code(["1", "b", "b", "0", "c", "7"], KEY),
    }
    second = {
        "x": link_code(["12", "m ", "A", "2", "n", "5"], KEY),
        "y": link_code(["1", "b", None, "0", "d", "7"], KEY),
    }
    made = link(first, second)
    assert (made.pairs, made.unmatched, made.match_share) == ((("a", "x"),), ({"b"}, {"y"}), 0.5)


def test_an_unknown_element_counts_as_the_one_mismatch() -> None:
    made = link({"a": link_code(["1", "b", "c"], KEY)}, {"x": link_code(["1", None, "c"], KEY)})
    assert made.pairs == (("a", "x"),)


def test_two_candidates_are_ambiguous_on_both_sides() -> None:
    first = {"a": link_code(["1", "b", "c"], KEY)}
    second = {"x": link_code(["1", "b", "c"], KEY), "y": link_code(["1", "b", "d"], KEY)}
    made = link(first, second)
    assert (made.pairs, made.ambiguous) == ((), ({"a"}, {"x", "y"}))


def test_another_key_links_nobody_and_no_key_is_refused() -> None:
    made = link({"a": link_code(["1", "b"], KEY)}, {"x": link_code(["1", "b"], b"other")})
    assert (made.pairs, link({}, {}).match_share) == ((), None)
    with pytest.raises(ValueError, match="key"):
        link_code(["1"], b"")


def test_elements_do_not_run_into_each_other() -> None:
    assert link_code(["ab", "c"], KEY).whole != link_code(["a", "bc"], KEY).whole


def test_linked_and_others_are_compared_in_standard_deviations() -> None:
    assert standardised_difference(np.array([2.0, 4]), np.array([1.0, 3])) == pytest.approx(1 / 2**0.5)
    assert standardised_difference(np.array([2.0]), np.array([1.0, 3])) is None
    assert standardised_difference(np.array([2.0, 2]), np.array([1.0, 1])) is None
