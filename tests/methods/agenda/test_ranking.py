"""One order is told only where people agree on one; else the split between those who ranked."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.agenda.samples import OPTIONS, votes

from samklang.methods.agenda.ballots import Ballot
from samklang.methods.agenda.ranking import COMMON_FROM, Ranking, ranking
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.statistics.refusals import BadArgument

some = settings(max_examples=30, deadline=None)
sectors = st.sampled_from([None, "public", "housing", "education"])
orders = st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 3))
ballots = st.lists(st.builds(Ballot, orders, sectors), max_size=40)


def ranked(*given: list[Ballot], chosen: int = 1) -> Ranking:
    return ranking([one for many in given for one in many], OPTIONS, seed=1, chosen=chosen, draws=500)


def codes(made: Ranking) -> list[str]:
    return [finding.code for finding in made.findings]


def test_where_all_rank_alike_there_is_one_order_with_its_places() -> None:
    made = ranked(votes(5, "safety work school"), votes(4, "safety work school", "housing"))
    assert made.whole is not None
    assert (made.verdict, made.whole.w, made.whole.strength, made.whole.voters) == ("order", 1.0, "strong", (9, 9))
    assert made.whole.order == (("safety",), ("work",), ("school",))
    assert made.whole.mean_ranks == {"safety": 1.0, "work": 2.0, "school": 3.0}
    assert made.whole.places == {"safety": (1, 1), "work": (2, 2), "school": (3, 3)}
    assert made.whole.counts == {"safety": (9, 0, 0, 0), "work": (0, 9, 0, 0), "school": (0, 0, 9, 0)}


def test_where_two_sectors_stand_against_each_other_the_split_is_told_and_no_mean_rank() -> None:
    made = ranked(votes(8, "safety work school"), votes(8, "school work safety", "housing"))
    assert made.whole is not None
    assert (made.verdict, codes(made)) == ("split", ["AW02"])
    assert (made.whole.w, made.whole.strength, made.whole.order, made.whole.mean_ranks) == (0.0, "none", (), None)
    assert [(group.sectors, group.w, group.order[0]) for group in made.groups] == [
        (("housing",), 1.0, ("school",)),
        (("public",), 1.0, ("safety",)),
    ]


def test_an_order_whose_first_place_is_unsure_is_a_split() -> None:
    made = ranked(votes(9, "safety work school"), votes(8, "work safety school"))
    assert made.whole is not None
    assert made.whole.w is not None
    assert (made.whole.w > COMMON_FROM, made.verdict, codes(made)) == (True, "split", ["AW03"])
    assert made.findings[0].text.startswith("work may as well stand among the first 1:")


def test_places_that_only_touch_leave_the_first_place_unsure() -> None:
    firsts = [(8, "safety work=school"), (2, "work safety=school"), (2, "school safety=work")]
    cast = [one for times, order in firsts for one in votes(times, f"{order} homes health")]
    made = ranking(cast, (*OPTIONS, "homes", "health"), seed=1)
    assert made.whole is not None
    assert made.whole.places is not None
    assert [made.whole.places[option] for option in OPTIONS] == [(1, 2), (2, 3), (2, 3)]
    assert (made.whole.strength, made.verdict, codes(made)) == ("strong", "split", ["AW03"])
    assert made.findings[0].text.startswith("work, school may")


def test_under_eight_voters_only_counts_are_told() -> None:
    made = ranked(votes(4, "safety work school"), votes(3, "work safety", "housing"))
    assert (made.verdict, codes(made)) == ("too_few", ["AW01", "AW08"])
    for told in (made.whole, *made.groups):
        assert told is not None
        assert (told.strength, told.w, told.p, told.order, told.mean_ranks, told.places) == (None,) * 3 + (
            (),
            None,
            None,
        )
    assert made.groups[0].counts == {"safety": (0, 3, 0, 0), "work": (3, 0, 0, 0), "school": (0, 0, 0, 3)}


def test_options_left_out_come_last_together_and_level_ones_share_their_place() -> None:
    made = ranked(votes(8, "safety"), [Ballot({"safety": 1, "work": 2, "school": 2}, "public")])
    assert made.whole is not None
    assert (made.whole.w, made.whole.mean_ranks) == (1.0, {"safety": 1.0, "work": 2.5, "school": 2.5})
    assert made.whole.order == (("safety",), ("work", "school"))
    assert made.whole.counts == {"safety": (9, 0, 0, 0), "work": (0, 1, 0, 8), "school": (0, 1, 0, 8)}


def test_a_blank_ballot_is_no_voter() -> None:
    made = ranked(votes(8, "safety work"), [Ballot({}, "public"), Ballot({})])
    assert made.whole is not None
    assert (made.whole.voters, made.blank, codes(made)) == ((8, 8), 1, ["AW06"])


def test_under_eight_residents_change_nothing() -> None:
    partners = votes(9, "safety work school")
    with_seven = ranked(partners, votes(7, "school work safety", None))
    assert with_seven.whole == ranked(partners).whole
    assert (with_seven.groups, codes(with_seven)) == ((), ["AW04"])


def test_residents_are_told_in_words_and_bands() -> None:
    made = ranked(votes(9, "safety work school"), votes(10, "safety school work", None))
    assert made.whole is not None
    assert [(told.residents, told.voters) for told in (made.whole, *made.groups)] == [
        (True, (12, 19)),
        (False, (9, 9)),
        (True, (8, 11)),
    ]
    for told in (made.whole, made.groups[1]):
        assert (told.w, told.p, told.mean_ranks, told.counts) == (None,) * 4
    assert (made.groups[1].strength, made.groups[1].order) == ("moderate", (("safety",), ("school",), ("work",)))


def test_a_group_that_wants_something_else_is_named_beside_the_common_order() -> None:
    made = ranked(votes(30, "safety work school"), votes(8, "work safety school", None))
    assert (made.verdict, codes(made)) == ("order", ["AW08", "AW07"])
    assert [finding.where for finding in made.findings] == ["groups.public", "groups.residents"]


def test_one_seed_gives_one_answer_and_draws_under_a_hundred_are_refused() -> None:
    mixed = [*votes(6, "safety work school"), *votes(5, "work safety school")]
    assert ranking(mixed, OPTIONS, seed=4) == ranking(mixed, OPTIONS, seed=4)
    with pytest.raises(BadArgument, match="draws: 10"):
        ranking(mixed, OPTIONS, seed=4, draws=10)


@pytest.mark.parametrize("chosen", [0, 3])
def test_none_or_all_can_not_be_chosen(chosen: int) -> None:
    with pytest.raises(BadArgument, match=f"chosen: {chosen} of 3 options"):
        ranked(votes(8, "safety"), chosen=chosen)


def test_every_problem_of_the_ballots_is_told_at_once() -> None:
    bad = [
        Ballot({"gold": 1}, "public"),
        Ballot({"a": 0, "b": True}, ""),
        Ballot({"a": float("nan")}),
        Ballot({"b": 1}),
    ]
    with pytest.raises(UnreadableInput) as refused:
        ranking(bad, ["a", "a", "b"], seed=1)
    assert refused.value.problems == (
        "options: 'a' stands there 2 times; name each option once",
        "ballots.0.places: there is no option 'gold'; there are a, a, b",
        "ballots.1.sector: is empty; name the partner's sector, or None for a resident",
        "ballots.1.places.a: 0 is no place; write 1 for first, 2 for second",
        "ballots.1.places.b: True is no place; write 1 for first, 2 for second",
        "ballots.2.places.a: nan is no place; write 1 for first, 2 for second",
    )
    with pytest.raises(UnreadableInput, match="there is 1; an order needs two or more"):
        ranking([], ["a"], seed=1)


@some
@given(ballots, st.randoms(use_true_random=False))
def test_shuffling_the_voters_changes_nothing(cast: list[Ballot], mixer: random.Random) -> None:
    shuffled = mixer.sample(cast, len(cast))
    assert ranking(shuffled, OPTIONS, seed=1, draws=100) == ranking(cast, OPTIONS, seed=1, draws=100)


@some
@given(ballots)
def test_renaming_the_options_only_renames_them(cast: list[Ballot]) -> None:
    names = dict(zip(OPTIONS, ("x", "y", "z"), strict=True))
    renamed = [Ballot({names[option]: place for option, place in one.places.items()}, one.sector) for one in cast]
    old = ranking(cast, OPTIONS, seed=1, draws=100)
    new = ranking(renamed, tuple(names.values()), seed=1, draws=100)
    assert (new.verdict, codes(new), len(new.groups)) == (old.verdict, codes(old), len(old.groups))
    for before, after in zip((old.whole, *old.groups), (new.whole, *new.groups), strict=True):
        assert (before is None) == (after is None)
        if before is not None and after is not None:
            assert (before.w, before.p, before.strength, before.voters) == (
                after.w,
                after.p,
                after.strength,
                after.voters,
            )
            assert after.order == tuple(tuple(names[option] for option in level) for level in before.order)


@some
@given(st.permutations(OPTIONS), st.integers(8, 60))
def test_voters_of_one_mind_have_full_agreement(order: list[str], many: int) -> None:
    made = ranked(votes(many, " ".join(order)))
    assert made.whole is not None
    assert (made.verdict, made.whole.w) == ("order", 1.0)
    assert made.whole.order == tuple((option,) for option in order)


@some
@given(ballots)
def test_nothing_told_says_more_than_it_may(cast: list[Ballot]) -> None:
    made = ranking(cast, OPTIONS, seed=1, draws=100)
    assert all(
        told.voters[0] >= (8 if told.residents else 3) for told in (made.whole, *made.groups) if told is not None
    )
    assert all(told.counts is None and told.w is None for told in made.groups if told.residents)
    partners = [one for one in cast if one.sector is not None and one.places]
    told = sum(group.voters[0] for group in made.groups if not group.residents)
    assert told in (0, len(partners))


def test_every_order_equally_often_is_no_agreement() -> None:
    made = ranked(*(votes(3, " ".join(order)) for order in permutations(OPTIONS)))
    assert made.whole is not None
    assert (made.whole.w, made.whole.p, made.verdict) == (0.0, 1.0, "split")


def test_votes_by_chance_agree_as_little_as_one_in_m() -> None:
    """The mean of W over random orders of m voters is 1/m."""
    chance = random.Random(7)
    found = []
    for _ in range(200):
        made = ranking(
            [Ballot(dict(zip(OPTIONS, chance.sample(range(1, 4), 3), strict=True)), "public") for _ in range(20)],
            OPTIONS,
            seed=1,
            draws=100,
        )
        assert made.whole is not None
        assert made.whole.w is not None
        found.append(made.whole.w)
    error = 0.05 / 200**0.5  # χ² with 2 degrees of freedom, over m(k − 1) = 40, has the same deviation as mean
    assert (abs(sum(found) / len(found) - 0.05) < 3 * error, max(found) < COMMON_FROM) == (True, True)
