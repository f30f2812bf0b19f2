"""A model's estimate leaves rounded, once, from large arms only, and says that it is one."""

from __future__ import annotations

import pytest

from samklang.methods.disclosure.estimates import NotReleased, release_estimate, two_figures
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import (
    Asked,
    Release,
    Row,
    StoredEstimate,
    from_manifest,
    manifest_hash,
    protect,
)

ASKED = Asked("q", (1, 2, 3), 1)
ESTIMATE = StoredEstimate("q", "Läget 1", "ANCOVA", 0.12345, -0.0149, 0.2551, 0.314159)


def release() -> Release:
    return protect([Row((), {"q": 1})] * 40, (), [ASKED], Plan())


@pytest.mark.parametrize(
    ("number", "told"),
    [(0.12345, 0.12), (-0.0149, -0.015), (0.145, 0.15), (1234.0, 1200.0), (0.0, 0.0), (9.96, 10.0), (-0.996, -1.0)],
)
def test_two_significant_figures_are_kept(number: float, told: float) -> None:
    assert two_figures(number) == told


def test_a_number_that_is_not_finite_is_never_told() -> None:
    with pytest.raises(ValueError, match="an estimate of nan can't be told"):
        two_figures(float("nan"))


def test_an_estimate_stands_in_the_manifest_rounded_and_marked_derived() -> None:
    told = release_estimate(release(), ESTIMATE, (30, 41))
    assert told.as_manifest()["estimates"] == [
        {
            "question": "q",
            "earlier": "Läget 1",
            "method": "ANCOVA",
            "value": 0.12,
            "low": -0.015,
            "high": 0.26,
            "standardised": 0.31,
            "derived": True,
        }
    ]
    assert from_manifest(told.as_manifest()) == told
    assert manifest_hash(told.as_manifest()) != manifest_hash(release().as_manifest())


def test_an_estimate_without_a_standardised_size_has_none() -> None:
    plain = StoredEstimate("q", "Läget 1", "slope", 0.1, 0.0, 0.2)
    assert release_estimate(release(), plain, (30, 30)).estimates[0].standardised is None


@pytest.mark.parametrize("arms", [(), (29, 300)])
def test_an_arm_under_thirty_keeps_the_estimate_inside(arms: tuple[int, ...]) -> None:
    with pytest.raises(NotReleased, match="fewer than 30 people"):
        release_estimate(release(), ESTIMATE, arms)


def test_a_second_estimate_of_an_outcome_is_refused() -> None:
    with pytest.raises(NotReleased, match="the plan allows one"):
        release_estimate(release_estimate(release(), ESTIMATE, (30, 30)), ESTIMATE, (30, 30))


def test_a_question_the_wave_did_not_ask_has_no_estimate() -> None:
    strange = StoredEstimate("other", "Läget 1", "ANCOVA", 0.1, 0.0, 0.2)
    with pytest.raises(NotReleased, match="the wave did not ask it"):
        release_estimate(release(), strange, (30, 30))
