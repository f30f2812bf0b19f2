"""The value game: each answer bounds what a change is worth; protests are told and never averaged in."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.valuation import value_game as module
from samklang.methods.value.valuation.value_game import Answer, innermost, interval, value_game

PRICES = {"biobiljett": 100.0, "jacka": 1000.0, "resa": 10_000.0}


def player(*accepts: str, protest: bool = False, offered: tuple[str, ...] = ()) -> Answer:
    return Answer(frozenset(accepts), protest, frozenset(offered))


def test_an_answer_lies_between_the_dearest_refused_and_the_cheapest_accepted() -> None:
    assert interval(PRICES, player("jacka", "resa")) == (100, 1000)
    assert interval(PRICES, player("biobiljett", "jacka", "resa")) == (0, 100)
    assert interval(PRICES, player()) == (10_000, np.inf)
    assert interval(PRICES, player("resa", offered=("biobiljett", "resa"))) == (100, 10_000)


def test_the_mean_is_a_lower_bound_and_who_never_trades_stands_at_the_dearest() -> None:
    found = value_game(PRICES, [player("resa"), player("resa"), player("jacka", "resa"), player()], seed=1)
    assert round(found.lower_bound_mean, 6) == (1000 + 1000 + 100 + 10_000) / 4
    assert (found.n, found.never_share, found.protest_share) == (4, 0.25, 0)
    assert found.low <= found.lower_bound_mean <= found.high
    assert sum(cell.share for cell in found.cells) == pytest.approx(1)


def test_protests_are_told_and_never_averaged_in() -> None:
    players = [player("resa"), player("jacka", "resa"), player()]
    without = value_game(PRICES, players, seed=1)
    with_protests = value_game(PRICES, [*players, player(protest=True), player(protest=True)], seed=1)
    assert with_protests.lower_bound_mean == without.lower_bound_mean
    assert (with_protests.n, with_protests.never_share) == (3, without.never_share)
    assert with_protests.protest_share == 0.4


def test_who_refused_only_the_goods_they_were_offered_may_still_take_the_dearest() -> None:
    cheap = player(offered=("biobiljett", "jacka"))
    assert value_game(PRICES, [player("resa"), player(), cheap, cheap], seed=1).never_share == 0.5
    assert value_game(PRICES, [cheap, cheap], seed=1).never_share is None


def test_who_is_offered_the_dearest_only_after_refusing_a_cheaper_one_does_not_stand_for_all() -> None:
    """Nine of ten take the jacket; the tenth is asked on, and refuses the journey too: one of ten, not one of one."""
    content = [player("jacka", offered=("jacka",))] * 9
    found = value_game(PRICES, [*content, player(offered=("jacka", "resa"))], seed=1)
    assert round(found.never_share or 0, 6) == 0.1


def test_nobody_refuses_every_price_where_all_who_are_offered_the_dearest_take_it() -> None:
    assert value_game(PRICES, [player("resa"), player("jacka", "resa")], seed=1).never_share == 0


def test_a_game_where_all_protest_has_no_value_and_says_so() -> None:
    with pytest.raises(UnreadableInput, match="all 2 refuse to price it"):
        value_game(PRICES, [player(protest=True), player(protest=True)], seed=1)


def test_who_accepts_a_cheap_good_and_refuses_a_dear_one_is_counted_as_wavering() -> None:
    found = value_game(PRICES, [player("biobiljett"), player("resa")], seed=1)
    assert found.inconsistent == 1


def test_overlapping_intervals_share_the_cells_inside_them() -> None:
    assert innermost([(0, 100), (100, 1000), (0, 1000)]) == [(0, 100), (100, 1000)]
    assert innermost([(0, 1000), (100, np.inf)]) == [(100, 1000)]


def test_the_result_goes_into_a_map_with_its_interval() -> None:
    found = value_game(PRICES, [player("resa")] * 5 + [player()] * 5, seed=1)
    quantity = found.quantity("Värdespel 3 maj")
    assert (float(quantity.centre), quantity.source) == (5500, "Värdespel 3 maj")
    assert quantity.uncertain


@pytest.mark.parametrize(
    ("prices", "players", "told"),
    [
        (PRICES, [], "no answers"),
        ({"a": 0.0}, [player()], "above 0"),
        ({"a": float("nan")}, [player()], "must be a number above 0"),
        ({"a": float("inf")}, [player()], "must be a number above 0"),
        ({}, [player()], "no goods"),
        (PRICES, [player("hus")], "answer 1: unknown goods hus"),
        (PRICES, [player("resa", offered=("jacka",))], "not offered"),
        (PRICES, [player("resa", protest=True)], "a protest accepts nothing"),
    ],
)
def test_a_game_that_cannot_be_read_is_refused(prices: dict[str, float], players: list[Answer], told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        value_game(prices, players, seed=1)


def play(rng: np.random.Generator, people: int) -> tuple[np.ndarray, list[Answer], dict[str, float]]:
    """People whose worth is log-normal answer three goods of eight each, as they hold the change worth."""
    prices = {f"g{place}": float(price) for place, price in enumerate(np.geomspace(200, 40_000, 8))}
    worths = rng.lognormal(np.log(4000), 0.9, people)
    answers = []
    for worth in worths:
        shown = rng.choice(8, 3, replace=False)
        offered = frozenset(f"g{place}" for place in shown)
        answers.append(Answer(frozenset(good for good in offered if prices[good] >= worth), False, offered))
    return worths, answers, prices


def test_the_game_recovers_the_truth_that_made_the_answers() -> None:
    """The estimated share worth at most each price is the true one, within what 3 000 people can tell."""
    worths, answers, prices = play(np.random.default_rng(11), 3000)
    found = value_game(prices, answers, seed=2)
    for price in prices.values():
        estimated = sum(cell.share for cell in found.cells if cell.high <= price)
        assert abs(estimated - float(np.mean(worths <= price))) < 0.05
    floors = np.array([0.0, *prices.values()])
    truth = float(floors[np.searchsorted(floors, worths, side="left") - 1].mean())
    assert found.low <= truth <= found.high
    assert found.lower_bound_mean < worths.mean()


@pytest.mark.long
def test_the_interval_of_the_game_holds_the_truth_as_often_as_it_says() -> None:
    held = 0
    for seed in range(50):
        _worths, answers, prices = play(np.random.default_rng(seed), 200)
        found = value_game(prices, answers, seed)
        floors = np.array([0.0, *prices.values()])
        population = np.random.default_rng(10**6).lognormal(np.log(4000), 0.9, 200_000)
        truth = float(floors[np.searchsorted(floors, population, side="left") - 1].mean())
        held += found.low <= truth <= found.high
    assert held >= 43  # 95 per cent of 50 are 47.5, give or take 1.5


def test_shares_that_have_not_settled_after_the_last_round_still_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROUNDS", 1)
    found = value_game(PRICES, [player("resa", offered=("biobiljett", "resa")), player("jacka"), player()], seed=1)
    assert round(sum(cell.share for cell in found.cells), 9) == 1
