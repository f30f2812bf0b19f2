"""Columns by their names in the reader's language: in sentences, in caveats, in the working of a plan."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.methods.measurement.effect.answers import TRUST, ask, drawn, raw_plan, two_waves

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.designs.dose import dose
from samklang.methods.measurement.effect.designs.subgroups import subgroups
from samklang.methods.measurement.effect.frame import Frame
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.plan_check import check_plan
from samklang.methods.measurement.effect.plan_reader import read_plan
from samklang.methods.measurement.effect.sentences.write import caveats
from samklang.methods.measurement.effect.study import effect

OTHERS = Counterfactual("comparison_group", by="Gruppen", when="2024-01-10")
LABELS: dict[str, dict[Any, str]] = {
    "age": {"sv": "ålder", "da": "alder"},
    "stratum_home": {"sv": "bostad"},
    "dose": {"sv": "träffar"},
    "group": {"sv": "klasser", "da": "klasser"},
}


def problems(labels: object) -> list[str]:
    with pytest.raises(UnreadableInput) as refused:
        read_plan(raw_plan(covariates=["age"], labels=labels))
    return list(refused.value.problems)


def compared(**more: Any) -> Frame:
    before, after, took_part = drawn(120)
    return two_waves(before.tolist(), after.tolist(), people_took_part=took_part.tolist(), **more)


def test_a_plan_names_columns_by_language_or_once_for_all() -> None:
    plan = read_plan(raw_plan(covariates=["age"], labels={"age": {"sv": "ålder"}, "stratum_home": "bostad"}))
    assert plan.labels == {"age": {"sv": "ålder"}, "stratum_home": dict.fromkeys(("sv", "en", "da"), "bostad")}


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ({"colour": "färg"}, "labels.colour: no such column has a name in sentences; known here: age, group, dose"),
        ({"trust": "tillit"}, "labels.trust: is an indicator; write its label beside its id, under indicators"),
        ({"age": {"fi": "ikä"}}, "labels.age.fi: unknown language; known: sv, en, da"),
        ({"age": 7}, "labels.age.sv: must be a text of at most 80 characters"),
        (["age"], "labels: must be a mapping of keys and values, not a list"),
    ],
)
def test_a_label_that_can_not_be_used_is_told_by_its_key(labels: object, told: str) -> None:
    assert problems(labels)[0].startswith(told)


def test_a_label_for_a_column_the_file_lacks_is_told() -> None:
    plan = read_plan(raw_plan(labels={"stratum_home": "bostad", "group": "klasser"}))
    with pytest.raises(UnreadableInput) as refused:
        read_frame("respondent,wave,trust,group\na,1,5,g\n", "answers.csv", plan)
    assert list(refused.value.problems) == [
        "answers.csv, column 'stratum_home': is missing; add it, or take labels.stratum_home out of the plan"
    ]


def test_a_label_can_not_claim_a_cause() -> None:
    plan = read_plan(raw_plan(covariates=["age"], labels={"age": {"sv": "ålderns effekt"}}))
    assert [(each.code, each.where) for each in check_plan(plan) if each.severity == "error"] == [
        ("EE05", "labels.age.sv")
    ]


def test_subgroups_are_told_by_the_column_s_name() -> None:
    frame = compared(categories={"stratum_home": ["hyresrätt", "villa"] * 120})
    asked = ask(frame, counterfactual=OTHERS, labels=LABELS)
    found = subgroups(asked, "stratum_home")
    assert ("varierar efter ”bostad”." in found.sentence("sv"), "varies by “home”." in found.sentence("en")) == (
        True,
        True,
    )


def test_what_the_arms_were_unlike_in_is_told_by_name_and_once_where_it_also_has_gaps() -> None:
    _before, _after, took_part = drawn(120)
    age = np.where(took_part == 1, 60.0, 30.0) + np.arange(120) % 9
    age[np.flatnonzero(took_part == 1)[:20]] = np.nan
    home = np.where((took_part == 1) ^ (np.arange(120) % 5 == 0), "hyresrätt", "villa").tolist()
    frame = compared(numbers={"age": np.tile(age, 2)}, categories={"stratum_home": home * 2})
    plan = Plan("", (TRUST,), labels=LABELS)
    result = effect(frame, TRUST, OTHERS, adjust=("age", "stratum_home"), plan=plan)
    told = {language: caveats(result, language) for language in ("sv", "en", "da")}
    assert "De som deltog och de andra var olika redan från början i: ålder, bostad." in told["sv"]
    assert "Those who took part and the others were unlike already at the start in: age, home." in told["en"]
    assert "De, der deltog, og de andre var forskellige allerede fra begyndelsen i: alder, home." in told["da"]


def test_columns_in_which_the_arms_were_alike_are_not_told() -> None:
    frame = compared(numbers={"age": np.tile(np.arange(120.0) % 9, 2)})
    result = effect(frame, TRUST, OTHERS, adjust=("age",))
    assert "unlike_in" not in result.caveats


def test_sessions_and_groups_are_counted_in_the_plan_s_own_words() -> None:
    sessions = (np.arange(40) % 8).astype(float)
    after = (4 + np.arange(40) % 3).astype(float)
    frame = two_waves([5.0, 4.0] * 20, after.tolist(), dose=[*sessions, *sessions])
    found = dose(ask(frame, labels=LABELS))
    assert ("antal träffar och" in found.sentence("sv"), "antallet af gange og" in found.sentence("da")) == (
        True,
        True,
    )


def test_groups_are_counted_in_the_plan_s_own_words() -> None:
    group = np.repeat(np.arange(6), 10)
    took_part = (group < 3).astype(float).tolist()
    before, after = (3 + group % 4).astype(float), (3 + (group + np.arange(60)) % 4).astype(float)
    frame = two_waves(
        before.tolist(), after.tolist(), people_took_part=took_part, group=[f"g{each}" for each in group] * 2
    )
    result = effect(frame, TRUST, OTHERS, plan=Plan("", (TRUST,), labels=LABELS))
    assert ("3 klasser mot 3" in result.sentence("sv"), "3 groups against 3" in result.sentence("en")) == (True, True)
