"""An effect plan is read strictly: everything that can't be read is told at once, with its path."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.methods.measurement.effect.answers import RAW, raw_plan

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.effect.plan_check import check_plan
from samklang.methods.measurement.effect.plan_reader import read_plan, read_plan_text


def problems(**changed: Any) -> list[str]:
    with pytest.raises(UnreadableInput) as refused:
        read_plan(raw_plan(**changed))
    return list(refused.value.problems)


def indicator(**changed: Any) -> list[dict[str, Any]]:
    return [{**RAW["indicators"][0], **changed}]


def test_yaml_and_a_mapping_give_the_same_plan() -> None:
    assert read_plan_text(yaml.safe_dump(RAW), "plan.yaml") == read_plan(RAW)


def test_what_is_not_given_has_a_quiet_default() -> None:
    plan = read_plan(RAW)
    assert (plan.counterfactual.declared, plan.languages, plan.adjust, plan.margins) == (False, ("sv", "en"), (), ())
    assert plan.indicators[0].name("da") == "trust"


@pytest.mark.parametrize("written", [None, "neither"])
def test_neither_end_may_be_better(written: object) -> None:
    assert read_plan(raw_plan(indicators=indicator(higher_is_better=written))).indicators[0].better == 0


def test_every_problem_is_told_at_once_with_file_and_path() -> None:
    text = yaml.safe_dump({**RAW, "indicators": indicator(min=10, higher_is_better="ja"), "languges": ["sv"]})
    with pytest.raises(UnreadableInput) as refused:
        read_plan_text(text, "plan.yaml")
    assert [problem.split(": ")[0] for problem in refused.value.problems] == [
        "plan.yaml, indicators[0].max",
        "plan.yaml, indicators[0].higher_is_better",
        "plan.yaml, languges",
    ]


@pytest.mark.parametrize("raw", [None, [], "plan", 7])
def test_anything_but_a_mapping_is_refused(raw: object) -> None:
    with pytest.raises(UnreadableInput, match="mapping"):
        read_plan(raw)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"schema": "effect-plan/2"}, "schema"),
        ({"data": None}, "data"),
        ({"indicators": []}, "indicators"),
        ({"indicators": indicator(id="two words")}, "indicators[0].id"),
        ({"indicators": indicator(label={"fi": "x"})}, "indicators[0].label.fi"),
        ({"indicators": indicator(label={"sv": "x" * 81})}, "indicators[0].label.sv"),
        ({"indicators": indicator(missing_codes=["97a"])}, "indicators[0].missing_codes"),
        ({"indicators": indicator(reliability=0.8)}, "indicators[0].reliability_source"),
        ({"indicators": [*indicator(), *indicator()]}, "indicators[1].id"),
        ({"indicators": indicator(id="wave")}, "indicators[0].id"),
        ({"counterfactual": {"kind": "control"}}, "counterfactual.kind"),
        ({"counterfactual": "expert"}, "counterfactual"),
        ({"covariates": "age"}, "covariates"),
        ({"covariates": ["wave"]}, "covariates"),
        ({"covariates": [{"id": "age", "kind": "date"}]}, "covariates"),
        ({"adjust": ["age"]}, "adjust"),
        ({"languages": ["no"]}, "languages"),
        ({"margins": {"age": 0.2}}, "margins.age"),
        ({"margins": {"stratum_age": {"young": "20 %"}}}, "margins.stratum_age.young"),
        ({"waves": {"before": 2, "after": 1}}, "waves.after"),
        ({"asked": {"first": 3}}, "asked.first"),
        (
            {"externals": [{"indicator": "x", "area": "Husby", "values": {"A": {1: 2}}, "source": "s"}]},
            "externals[0].indicator",
        ),
        (
            {"externals": [{"indicator": "trust", "area": "Husby", "values": {"A": {"one": 2}}, "source": "s"}]},
            "externals[0].values.A.one",
        ),
        ({"judges": [{"name": "a", "low": 0.1}]}, "judges[0].high"),
        ({"attribution": {"column": "ours", "noticed_from": 4}}, "attribution.noticed"),
        ({"entry": "forced"}, "entry"),
    ],
)
def test_each_kind_of_mistake_is_told_where_it_stands(changed: dict[str, Any], place: str) -> None:
    assert [problem.split(": ")[0] for problem in problems(**changed)] == [place]


def test_a_whole_plan_is_read() -> None:
    plan = read_plan(
        raw_plan(
            title="Tjejforum",
            indicators=indicator(
                label={"sv": "tillit"},
                then="trust_then",
                missing_codes=[97, 98],
                reliability=0.84,
                reliability_source="manual",
            ),
            counterfactual={
                "kind": "lottery",
                "by": "Gruppen",
                "when": "2024-01-10",
                "text": "x",
                "assigned": "drawn",
            },
            covariates=["age", {"id": "school", "kind": "category"}],
            adjust=["age", "school", "stratum_sex"],
            margins={"stratum_sex": {"shares": {"f": 0.5, "m": 0.5}, "source": "SCB", "date": "2024"}},
            languages=["sv", "en", "da"],
            waves={"before": 1, "after": 3},
            asked={1: 500},
            outcomes_chosen="before_data",
            entry="need",
            externals=[
                {
                    "indicator": "trust",
                    "area": "Husby",
                    "values": {"Rinkeby": {1: 5, 3: 6}},
                    "same_question": True,
                    "source": "s",
                }
            ],
            judges=[{"name": "a", "low": 0.1, "high": 0.3, "before_results": True}],
            attribution={"column": "ours", "noticed": "felt", "noticed_from": 4, "named": "named"},
            subgroups=["stratum_sex"],
        )
    )
    assert plan.extra_columns == ("trust_then", "ours", "felt", "named", "drawn")
    assert plan.covariates == {"age": "by_content", "school": "category"}
    assert (plan.margins[0].shares, plan.margins[0].source) == ({"f": 0.5, "m": 0.5}, "SCB")
    assert plan.externals[0].values == {"Rinkeby": {1: 5.0, 3: 6.0}}
    assert check_plan(plan) == ()


def test_a_margin_may_be_named_without_its_prefix() -> None:
    plan = read_plan(raw_plan(margins={"age": {"young": 0.4, "old": 0.6}}))
    assert [margin.column for margin in plan.margins] == ["stratum_age"]


def codes(**changed: Any) -> list[tuple[str, str]]:
    changed.setdefault(
        "counterfactual", {"kind": "expert", "by": "the group", "when": "2024-01-10", "text": "as before"}
    )
    return [(finding.code, finding.where) for finding in check_plan(read_plan(raw_plan(**changed)))]


def test_per_cents_where_shares_are_meant_are_told_how_to_be_written() -> None:
    plan = read_plan(raw_plan(margins={"stratum_age": {"young": 20, "old": 80}}))
    found = [finding for finding in check_plan(plan) if finding.code == "EE03"]
    assert [finding.text for finding in found] == [
        "20 is above 1; write 0.2 for 20 %",
        "80 is above 1; write 0.8 for 80 %",
    ]


def test_margins_that_do_not_add_up_are_rescaled_and_said() -> None:
    assert codes(margins={"stratum_age": {"young": 0.3, "old": 0.6}}) == [("EW02", "margins.stratum_age")]
    assert codes(margins={"stratum_age": {"young": 0, "old": 0}}) == [("EE04", "margins.stratum_age")]


def test_a_judge_whose_range_is_upside_down_is_told() -> None:
    judge = {"name": "a", "low": 0.5, "high": 0.3, "before_results": True}
    assert codes(judges=[judge]) == [("EE03", "judges[0].high")]
    assert codes(judges=[{**judge, "low": -0.1}]) == [("EE03", "judges[0].low")]


@pytest.mark.parametrize(
    "name",
    [
        "Effekt på tillit",
        "trust due to us",
        "trust resulting from the work",
        "trygghet tack vare oss",
        "trygghet orsakad av insatsen",
        "tillid, der skyldes os",
        "tryghed som følge af indsatsen",
    ],
)
def test_a_name_that_claims_a_cause_is_refused(name: str) -> None:
    assert codes(indicators=indicator(label={"sv": name})) == [("EE05", "indicators[0].label.sv")]


def test_an_area_that_claims_a_cause_is_refused() -> None:
    external = {"indicator": "trust", "area": "Husby tack vare oss", "values": {"A": {1: 2}}, "source": "s"}
    assert codes(externals=[external]) == [("EE05", "externals[0].area")]


def test_a_counterfactual_says_who_when_and_what() -> None:
    plan = read_plan(raw_plan(counterfactual={"kind": "comparison_group", "by": "the group"}))
    assert [(finding.code, finding.text.split(":")[0]) for finding in check_plan(plan)] == [
        ("EW04", "when, text not given")
    ]


def test_no_counterfactual_and_no_main_outcome_are_said() -> None:
    two = [*indicator(primary=False), {"id": "worry", "min": 1, "max": 5}]
    assert codes(indicators=two, counterfactual={"kind": "none"}) == [
        ("EW01", "counterfactual"),
        ("EW03", "indicators"),
    ]
