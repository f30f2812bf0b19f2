"""What support spares, payer by payer, is what R comes to from the same calculators, year by year."""

from __future__ import annotations

from fractions import Fraction
from math import isnan

import pytest
from tests.reference.value.printed import printed

from samklang.methods.kernel.facts import load, names
from samklang.methods.value.exclusion.avoided import avoided, break_evens
from samklang.methods.value.exclusion.calculator import calculator
from samklang.methods.value.exclusion.unit_costs import PAYERS, unit_cost

R = printed("exclusion.txt")
RATES = ((3, Fraction(4, 100)), (1, Fraction(2, 100)))
HORIZONS = (1, 5, 20)


@pytest.mark.parametrize("timing", ["end", "start"])
@pytest.mark.parametrize("name", names("calculators"))
def test_each_calculator_spares_what_r_says_for_society_and_every_payer(name: str, timing: str) -> None:
    chosen = calculator(name, load("calculators", name))
    costs = {cost: unit_cost(cost, load("unit_values", cost), "2026-11-26") for cost in chosen.unit_costs}
    for found in avoided(chosen, costs, HORIZONS, RATES, timing):
        at = f"{timing}.{found.horizon_years}"
        assert abs(float(found.society.central) - R[f"{name}.society.{at}"][0]) < 0.005
        for payer in PAYERS:
            spared = found.payers[payer].central if payer in found.payers else Fraction(0)
            assert abs(float(spared) - R[f"{name}.{payer}.{at}"][0]) < 0.005


@pytest.mark.parametrize("name", names("calculators"))
def test_society_breaks_even_in_rs_year(name: str) -> None:
    chosen = calculator(name, load("calculators", name))
    costs = {cost: unit_cost(cost, load("unit_values", cost), "2026-11-26") for cost in chosen.unit_costs}
    year = break_evens(chosen, costs, 20, RATES)[0].year
    theirs = R[f"{name}.break_even"][0]
    assert year == (None if isnan(theirs) else theirs)
