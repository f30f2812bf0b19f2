"""What would have happened anyway: as a share, a level or a difference; never clipped."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.methods.value.maps import a_map, outcome, reckoned

from samklang.methods.value.outcome_value import centres
from samklang.methods.value.uncertainty.draws import draw


def test_a_level_is_taken_from_the_share_and_not_deducted_again() -> None:
    row = reckoned(outcome(counterfactual={"level": 0.5, "basis": "matched", "source": "x"})).outcomes[0]
    assert (row.quantity, row.retained_share) == (16, Fraction(855, 1000))


def test_a_level_above_the_share_gives_a_negative_effect() -> None:
    row = reckoned(outcome(counterfactual={"level": 0.8, "basis": "matched", "source": "x"})).outcomes[0]
    assert (row.quantity, row.worth < 0) == (-8, True)


@pytest.mark.parametrize(("difference", "quantity"), [(0.1, 8), (-0.25, -20), (0, 0)])
def test_a_difference_is_the_change_itself(difference: float, quantity: int) -> None:
    row = outcome("improved", "answered", counterfactual={"difference": difference, "basis": "trial", "source": "x"})
    assert reckoned(row).outcomes[0].quantity == quantity


def test_a_programme_that_does_nothing_is_told_to_do_nothing_on_average() -> None:
    """Clipping a share at 0–1 would show four percentage points here (20 of 40 against 20 of 40)."""
    row = outcome(
        "improved",
        started=1000,
        answered=40,
        share_improved={"k": 20, "n": 40},
        counterfactual={"level": {"k": 20, "n": 40}, "basis": "trial", "source": "x"},
    )
    drawn = draw(a_map(row), 100_000, 1)
    per_person = drawn.total_value / (1000 * 15000 * 0.855)
    assert abs(float(per_person.mean())) < 0.002
    assert float(np.mean(per_person < 0)) > 0.45


def test_a_mean_change_is_taken_times_people_also_by_quantity() -> None:
    moved = {"mean": 2.5, "unit": "SWEMWBS points", "source": "Läget 2"}
    people = reckoned(outcome("improved", "answered", change=moved)).outcomes[0]
    counted = reckoned(outcome("improved", "answered", "started", quantity=80, change=moved)).outcomes[0]
    assert (people.quantity, counted.quantity) == (200, 200)


def test_a_mean_change_less_the_change_of_a_comparison_group() -> None:
    row = outcome(
        "improved",
        "answered",
        change={"mean": 2.5, "unit": "points"},
        counterfactual={"level": 3, "basis": "matched", "source": "x"},
    )
    assert reckoned(row).outcomes[0].quantity == -40


@pytest.mark.parametrize(
    ("changed", "drawn"),
    [
        ({"started": 80, "answered": 80, "share_improved": {"k": 56, "n": 80}}, []),
        ({"started": 120, "answered": 80, "share_improved": {"k": 56, "n": 80}}, ["trygghet.share_improved"]),
        ({"started": 80, "answered": 80, "closeness": {"share": {"k": 8, "n": 80}, "source": "x"}}, []),
        (
            {"started": 80, "answered": 80, "closeness": {"share": {"k": 3, "n": 30}, "source": "x"}},
            ["trygghet.closeness"],
        ),
        (
            {"counterfactual": {"share": {"k": 16, "n": 80}, "basis": "self_report", "source": "x"}},
            [],
        ),
        (
            {"counterfactual": {"share": {"k": 16, "n": 80}, "basis": "register", "source": "x"}},
            ["trygghet.counterfactual"],
        ),
    ],
)
def test_counts_of_everyone_who_started_are_a_census_and_not_drawn(changed: dict, drawn: list[str]) -> None:  # type: ignore[type-arg]
    row = outcome("improved", **changed) if "share_improved" in changed else outcome(**changed)
    assert [one.id for one in a_map(row).parameters() if one.quantity.uncertain] == drawn


def test_counts_have_their_share_as_centre() -> None:
    value_map = a_map(outcome("improved", "answered", share_improved={"k": 56, "n": 80}))
    assert centres(value_map)["trygghet.share_improved"] == Fraction(7, 10)
