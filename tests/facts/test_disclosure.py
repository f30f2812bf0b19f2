"""The release profiles say what the method does."""

from __future__ import annotations

from typing import Any

import pytest

from samklang.methods.disclosure import plan
from samklang.methods.kernel.facts import load
from samklang.methods.measurement.questionnaire import question

FACT = load("disclosure", "profiles")


@pytest.mark.parametrize("profile", FACT["profiles"], ids=lambda each: each["id"])
def test_a_profile_is_a_plan_the_method_accepts(profile: dict[str, Any]) -> None:
    assert plan.Plan(profile["k"], profile["coalition"]).k == profile["k"]


def test_the_thresholds_are_the_methods() -> None:
    assert FACT["shown"] == {
        "words_from": plan.SHOWN_FROM,
        "public_from": plan.PUBLIC_FROM,
        "linked_from": plan.LINKED_FROM,
        "three_classes_from": plan.DISTRIBUTION_FROM,
        "distribution_from": plan.EXACT_FROM,
        "exact_from": plan.EXACT_FROM,
    }
    assert FACT["public_in_pairs_under"] == plan.PAIRED_UNDER
    assert FACT["top_coding"] == {"under": plan.TOP_CODED_UNDER, "share": plan.TOP_SHARE}


def test_each_population_has_one_profile() -> None:
    assert sorted(each["population"] for each in FACT["profiles"]) == ["area", "group"]


def test_a_group_is_never_split() -> None:
    assert [each["axes"] for each in FACT["profiles"] if each["population"] == "group"] == [[]]


def test_an_axis_is_taken_from_a_question_that_exists() -> None:
    axes = [axis for each in FACT["profiles"] for axis in each["axes"] if axis["id"] != "age_band"]
    assert [question(axis["from"].split(";")[0]).id for axis in axes] == ["lives_01", "part_01"]


def test_at_least_once_a_month_is_code_three_of_taking_part() -> None:
    assert question("part_01").options[2].label("en").text == "Once or a few times a month"
