"""Value games, ranges, discounting and the worth of knowing agree with R, and with a printed table."""

from __future__ import annotations

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import norm
from tests.methods.value.maps import INPUTS, a_map, outcome

from samklang.methods.value.chain import discount_factors, pv_closed
from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.map.quantity import Quantity, exactly
from samklang.methods.value.uncertainty.bootstrap import with_number
from samklang.methods.value.uncertainty.draws import Draws, draw
from samklang.methods.value.uncertainty.information import evpi
from samklang.methods.value.uncertainty.slices import SLICES, slice_values
from samklang.methods.value.uncertainty.tornado import rank_correlations
from samklang.methods.value.valuation.value_game import Answer, innermost, turnbull, value_game

HERE = Path(__file__).parent
PRINTED = {
    line.split()[0]: [float(figure) for figure in line.split()[1:]]
    for line in (HERE / "value.txt").read_text().splitlines()[1:]
}
PROBABILITIES = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]
YEARS = [1, 2, 10, 30, 31, 75, 76, 125]
PRICES = [100.0, 300.0, 1000.0, 3000.0, 10_000.0]
with (HERE / "game.csv").open() as file:
    GAME = [(float(row["lower"]), float(row["upper"])) for row in csv.DictReader(file)]


def test_the_shares_of_a_value_game_are_turnbulls() -> None:
    """R's survfit stops some 1e-4 from the top of the likelihood; optim climbs on to where we are."""
    counts = Counter(GAME)
    patterns = sorted(counts)
    cells = innermost(patterns)
    inside = np.array([[low <= one and other <= high for one, other in cells] for low, high in patterns], float)
    shares = turnbull(inside, np.array([[counts[pattern] for pattern in patterns]], float))[0]
    assert [cell[0] for cell in cells] == PRICES
    assert shares.tolist() == pytest.approx(PRINTED["turnbull_optim"][1:], abs=1e-5)
    above = [1 - sum(shares[: place + 1]) for place in range(4)]
    assert above == pytest.approx(PRINTED["turnbull_share_above"][1:], abs=2e-4)


def test_the_same_game_from_goods_accepted_and_refused_has_the_lower_bound_mean_of_those_shares() -> None:
    prices = {str(price): price for price in PRICES}
    answers = [
        Answer(
            frozenset() if high == np.inf else frozenset([str(high)]),
            offered=frozenset(str(end) for end in (low, high) if 0 < end < np.inf),
        )
        for low, high in GAME
    ]
    expected = float(np.dot([0, *PRICES], PRINTED["turnbull_optim"]))
    assert value_game(prices, answers, seed=1).lower_bound_mean == pytest.approx(expected, abs=0.2)


@pytest.mark.parametrize(
    ("name", "quantity"),
    [
        ("pert_10000_15000_20000", Quantity(Fraction(15_000), low=Fraction(10_000), high=Fraction(20_000))),
        ("pert_0_0.1_0.4", Quantity(exactly(0.1), low=Fraction(0), high=exactly(0.4))),
        ("beta_56_of_80", Quantity(Fraction(7, 10), k=Fraction(56), n=Fraction(80))),
        ("beta_0_of_8", Quantity(Fraction(0), k=Fraction(0), n=Fraction(8))),
    ],
)
def test_ranges_and_counts_have_the_quantiles_of_rs_beta(name: str, quantity: Quantity) -> None:
    assert quantity.quantile(PROBABILITIES).tolist() == pytest.approx(PRINTED[name], rel=1e-9)
    drawn = np.percentile(slice_values(quantity), [100 * each for each in PROBABILITIES])
    spread = PRINTED[name][-1] - PRINTED[name][0]
    assert np.abs(drawn - PRINTED[name]).max() / spread < 1e-3


def test_the_mean_of_a_range_is_what_r_integrates() -> None:
    quantity = Quantity(exactly(0.1), low=Fraction(0), high=exactly(0.4))
    assert float(slice_values(quantity).mean()) == pytest.approx(PRINTED["pert_mean_0_0.1_0.4"][0], abs=1e-6)


@pytest.mark.parametrize("timing", ["end", "start"])
def test_a_rate_that_falls_by_steps_gives_rs_products(timing: str) -> None:
    """The steps are those of the United Kingdom's Green Book: 3.5 % for 30 years, 3 % to year 75, then 2.5 %."""
    factors = discount_factors([(30, 0.035), (45, 0.03), (50, 0.025)], timing, 125)
    assert [factors[year - 1] for year in YEARS] == pytest.approx(PRINTED[f"stepped_{timing}"], rel=1e-11)


# Four decimals of a public discount factor table (scribd.com/document/411661735, read 2026-11-25), years 1–10.
TABLE = {
    "0.01": [0.9901, 0.9803, 0.9706, 0.9610, 0.9515, 0.9420, 0.9327, 0.9235, 0.9143, 0.9053],
    "0.03": [0.9709, 0.9426, 0.9151, 0.8885, 0.8626, 0.8375, 0.8131, 0.7894, 0.7664, 0.7441],
    "0.05": [0.9524, 0.9070, 0.8638, 0.8227, 0.7835, 0.7462, 0.7107, 0.6768, 0.6446, 0.6139],
    "0.1": [0.9091, 0.8264, 0.7513, 0.6830, 0.6209, 0.5645, 0.5132, 0.4665, 0.4241, 0.3855],
}


@pytest.mark.parametrize("rate", TABLE)
def test_a_printed_table_of_discount_factors_comes_out_to_its_four_decimals(rate: str) -> None:
    factors = discount_factors([(1, Fraction(rate))], "end", 10)
    assert [round(float(factor), 4) for factor in factors] == TABLE[rate]


def test_a_late_fading_flow_with_a_part_year_has_rs_present_value() -> None:
    row = outcome(duration_years=3.5, drop_off=0.2, starts="after")
    total = evaluate(a_map(row, discount={"rate": 0.035, "timing": "end"})).total_value
    assert total is not None
    assert float(total) == pytest.approx(PRINTED["present_value"][0], rel=1e-11)
    closed = pv_closed(574_560.0, 3.5, 0.2, 0.035, "end", 1)
    assert closed == pytest.approx(PRINTED["present_value"][0], rel=1e-11)


def test_rank_correlations_are_spearmans_with_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six draws of a number with the values 1, 2, 3, 4 and 5, of which 2 comes twice, beside their net values."""
    net = np.array([5.0, 6, 7, 8, 7, 2])
    drawn = Draws(6, 1, {"a": Quantity(Fraction(2), sample=(1.0, 2.0, 3.0, 4.0, 5.0))}, net, np.zeros(6))
    fifth = SLICES // 5
    picks = np.array([0, fifth + 5, 2 * fifth - 5, 3 * fifth + 5, 4 * fifth + 5, 2 * fifth + 5])
    monkeypatch.setattr(Draws, "picks", lambda _self, _name: picks)
    assert drawn.parameter("a").tolist() == [1, 2, 2, 4, 5, 3]
    assert rank_correlations(drawn)["a"] == pytest.approx(PRINTED["spearman"][0], abs=1e-12)


def test_the_worth_of_knowing_a_normal_net_value_is_the_unit_normal_loss() -> None:
    """Net value normal with mean 20 000 and standard deviation 80 000 kr."""
    per_krona = 56 * 0.684
    worths = norm.ppf((np.arange(4000) + 0.5) / 4000) * 80_000 / per_krona + 420_000 / per_krona
    value_map = a_map(inputs=[{**INPUTS[1], "amount": 400_000}])
    uncertain = Quantity(exactly(420_000 / per_krona), sample=tuple(worths.tolist()))
    drawn = draw(with_number(value_map, "trygghet.unit_value", uncertain), 400_000, 1)
    assert evpi(drawn).worth == pytest.approx(PRINTED["evpi_normal"][0], rel=0.01)
