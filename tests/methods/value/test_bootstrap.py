"""A mean change with its spread straight from people's answers."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.methods.value.maps import a_map, outcome

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.uncertainty.bootstrap import bootstrap_mean, with_number
from samklang.methods.value.uncertainty.draws import draw

CHANGES = [3.0, -1.0, 4.0, 0.0, 2.0, 5.0, 1.0, 2.0] * 10


def test_the_centre_is_the_mean_and_the_spread_the_standard_error() -> None:
    made = bootstrap_mean(CHANGES, seed=1)
    assert made.centre == 2
    error = np.std(CHANGES) / np.sqrt(len(CHANGES))
    assert abs(np.std(made.sample) / error - 1) < 0.05


def test_people_in_the_same_group_are_drawn_together() -> None:
    alike = [float(group) for group in range(8) for _person in range(10)]
    groups = [group for group in range(8) for _person in range(10)]
    by_people, by_groups = bootstrap_mean(alike, 1), bootstrap_mean(alike, 1, groups)
    assert np.std(by_groups.sample) / np.std(by_people.sample) > 2.5


def test_when_everyone_is_here_nothing_is_drawn() -> None:
    assert bootstrap_mean(CHANGES, 1, everyone=True).uncertain is False


def test_the_same_seed_gives_the_same_means() -> None:
    assert bootstrap_mean(CHANGES, 4) == bootstrap_mean(CHANGES, 4)


@pytest.mark.parametrize(
    ("changes", "groups"), [([], None), ([1.0, float("nan")], None), ([1.0, 2.0], ["a"])], ids=str
)
def test_no_people_a_missing_number_and_groups_of_another_length_are_refused(
    changes: list[float], groups: list[str] | None
) -> None:
    with pytest.raises(UnreadableInput):
        bootstrap_mean(changes, 1, groups)


def test_a_map_takes_the_answers_in_and_keeps_the_source() -> None:
    row = outcome("improved", "answered", change={"mean": 2, "unit": "points", "source": "Läget 2"})
    changed = with_number(a_map(row, outcome(id="annan")), "trygghet.change", bootstrap_mean(CHANGES, 1))
    assert changed.outcomes[0].numbers["change"].sample != ()
    assert np.ptp(draw(changed, 100, 1).total_value) > 0
    shared = with_number(changed, "trygghet.displacement", Quantity(Fraction(1, 5)))
    assert shared.outcomes[0].numbers["displacement"].source == "Arbetsgruppen"
    assert shared.outcomes[1] == changed.outcomes[1]


@pytest.mark.parametrize("name", ["trygghet.nonsens", "okänd.change"])
def test_a_number_the_map_does_not_have_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        with_number(a_map(), name, Quantity(Fraction(1)))
