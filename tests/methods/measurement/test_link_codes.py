"""Codes people make themselves link two waves, one mismatch tolerated."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest

from samklang.methods.measurement.link_codes import (
    LinkCode,
    Linked,
    compare_at_baseline,
    link,
    link_code,
    standardised_difference,
)

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
    made = link({"a": link_code([*"1bcde"], KEY)}, {"x": link_code(["1", None, *"cde"], KEY)})
    assert made.pairs == (("a", "x"),)


def test_two_candidates_are_ambiguous_on_both_sides() -> None:
    first = {"a": link_code([*"1bcde"], KEY)}
    second = {"x": link_code([*"1bcde"], KEY), "y": link_code([*"1bcdf"], KEY)}
    made = link(first, second)
    assert (made.pairs, made.ambiguous) == ((), ({"a"}, {"x", "y"}))


def test_another_key_links_nobody_and_no_key_is_refused() -> None:
    made = link({"a": link_code([*"1bcde"], KEY)}, {"x": link_code([*"1bcde"], b"other")})
    assert (made.pairs, link({}, {}).match_share) == ((), None)
    with pytest.raises(ValueError, match="key"):
        link_code([*"1bcde"], b"")


@pytest.mark.parametrize("size", [0, 1, 4])
def test_too_few_elements_to_tell_people_apart_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match=f"elements: {size} can't tell people apart; ask six or seven"):
        link_code(["1"] * size, KEY)


def test_elements_do_not_run_into_each_other() -> None:
    assert link_code(["ab", "c", *"123"], KEY).whole != link_code(["a", "bc", *"123"], KEY).whole


def test_hashes_link_as_a_plain_comparison_of_every_pair_would() -> None:
    drawn = Random(4)
    for _ in range(150):
        size, letters = drawn.choice([5, 6, 7]), "abc"[: drawn.randint(1, 3)]
        waves = [
            {
                f"{wave}{person}": [drawn.choice(letters) if drawn.random() > 0.1 else None for _ in range(size)]
                for person in range(drawn.randint(0, 12))
            }
            for wave in "12"
        ]
        coded = [{name: link_code(elements, KEY) for name, elements in wave.items()} for wave in waves]
        assert link(*coded) == plainly_linked(*waves)


def plainly_linked(first: dict[str, list[str | None]], second: dict[str, list[str | None]]) -> Linked:
    """Every pair compared element by element; an unknown one is never the same."""

    def differ(one: list[str | None], other: list[str | None]) -> int:
        return sum(a is None or b is None or a != b for a, b in zip(one, other, strict=True))

    near = [(a, b) for a in first for b in second if differ(first[a], second[b]) <= 1]
    left, right = Counter(a for a, _ in near), Counter(b for _, b in near)
    pairs = tuple((a, b) for a, b in near if left[a] == right[b] == 1)
    ambiguous = (frozenset(left) - {a for a, _ in pairs}, frozenset(right) - {b for _, b in pairs})
    return Linked(pairs, ambiguous, (frozenset(first) - frozenset(left), frozenset(second) - frozenset(right)))


def test_linked_and_others_are_compared_in_standard_deviations() -> None:
    assert standardised_difference(np.array([2.0, 4]), np.array([1.0, 3])) == pytest.approx(1 / 2**0.5)
    assert standardised_difference(np.array([2.0]), np.array([1.0, 3])) is None
    assert standardised_difference(np.array([2.0, 2]), np.array([1.0, 1])) is None


def test_the_linked_and_the_others_are_compared_at_baseline() -> None:
    linked = Linked((("a", "x"), ("b", "y")), (frozenset("c"), frozenset()), (frozenset("d"), frozenset()))
    made = compare_at_baseline(
        linked, list("abcd"), {"trust": np.array([2.0, 4, 1, 3]), "age": np.array([np.nan] * 4)}
    )
    trust, age = made["trust"], made["age"]
    assert (trust.linked_mean, trust.others_mean, round(trust.d or 0, 4), trust.marked) == (3.0, 2.0, 0.7071, True)
    assert (age.linked_n, age.linked_mean, age.d, age.marked) == (0, None, None, False)
    with pytest.raises(ValueError, match="one value for each person"):
        compare_at_baseline(linked, list("abc"), {"trust": np.zeros(4)})


# How many there are of each element, and how uneven: day, two letters, siblings, a last letter, month, school.
ALPHABETS = ((30, 0.0), (20, 0.8), (20, 0.8), (6, 0.7), (12, 0.8), (12, 0.0), (15, 0.8))
ERROR = 0.05


def simulated(elements: int, seed: int, people: int = 388, kept: float = 0.6) -> tuple[float, float]:
    """Recall among those in both waves and the share of pairs that are wrong, with 5 per cent errors an element."""
    rng = np.random.default_rng(seed)
    draws = []
    for size, skew in ALPHABETS[:elements]:
        weight = np.arange(1, size + 1) ** -skew
        draws.append(lambda n, size=size, weight=weight: rng.choice(size, n, p=weight / weight.sum()))
    stay = int(people * kept)
    truth = np.column_stack([draw(2 * people - stay) for draw in draws])

    def wave(rows: np.ndarray) -> dict[str, LinkCode]:
        made = {}
        for place in rows:
            wrong = [
                int(draw(1)[0]) if rng.random() < ERROR else int(v)
                for draw, v in zip(draws, truth[place], strict=True)
            ]
            made[str(place)] = link_code([str(each) for each in wrong], KEY)
        return made

    linked = link(wave(np.arange(people)), wave(np.r_[np.arange(stay), np.arange(people, 2 * people - stay)]))
    right = sum(one == other for one, other in linked.pairs)
    return right / stay, 1 - right / len(linked.pairs)


def test_six_elements_find_nine_of_ten_and_hardly_ever_link_two_people() -> None:
    runs = np.array([simulated(6, seed) for seed in range(3)])
    recall, false = runs.mean(axis=0)
    assert (recall >= 0.85, false <= 0.02) == (True, True)


def test_a_seventh_element_links_fewer_by_mistake_than_five_do() -> None:
    five, seven = (np.mean([simulated(size, seed)[1] for seed in range(2)]) for size in (5, 7))
    assert (seven < five, seven <= 0.005) == (True, True)
