"""A value map is read strictly: what can't be read is refused with its path, all at once."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from tests.methods.value.maps import INPUTS, a_map, outcome, raw_map

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import as_range
from samklang.methods.value.map.reader import read_map, read_map_text


def problems(*outcomes: dict[str, Any], **changed: Any) -> tuple[str, ...]:
    with pytest.raises(UnreadableInput) as refused:
        a_map(*outcomes, **changed)
    return refused.value.problems


def test_yaml_and_a_mapping_built_in_python_give_the_same_map() -> None:
    text = f"schema: value-map/1\n{ {key: value for key, value in raw_map().items() if key != 'schema'} }"
    flow = str(raw_map())
    assert read_map_text(flow, "torget.yaml") == read_map(raw_map())
    with pytest.raises(UnreadableInput, match=r"torget\.yaml, line"):
        read_map_text(text, "torget.yaml")


def test_every_problem_is_told_at_once_with_file_and_path() -> None:
    raw = raw_map(outcome(sgin=1, started="åttio"), kind="forcast")
    with pytest.raises(UnreadableInput) as refused:
        read_map_text(str(raw), "torget.yaml")
    assert [problem.split(": ")[0] for problem in refused.value.problems] == [
        "torget.yaml, outcomes[0].started",
        "torget.yaml, outcomes[0].sgin",
        "torget.yaml, kind",
    ]


@pytest.mark.parametrize("raw", [None, [], "karta", 7])
def test_anything_but_a_mapping_is_refused(raw: object) -> None:
    with pytest.raises(UnreadableInput, match="mapping"):
        read_map(raw)


@pytest.mark.parametrize("number", ["20 %", "tre", True, float("nan"), float("inf"), 10**16, [1], 10**400])
def test_what_is_no_sensible_number_is_refused(number: object) -> None:
    assert problems(outcome(displacement={"share": number, "source": "x"}))[0].startswith(
        "outcomes[0].displacement.share: must be a number"
    )


def test_a_share_in_per_cent_text_is_told_how_to_be_written() -> None:
    assert "write 0.20 for 20 %" in problems(outcome(displacement={"share": "20 %", "source": "x"}))[0]


@pytest.mark.parametrize("number", [0.1, Decimal("0.1"), Fraction(1, 10), np.float64(0.1)])
def test_a_number_is_what_was_written_and_not_its_binary_neighbour(number: Any) -> None:
    read = a_map(outcome(displacement={"share": number, "source": "x"}))
    assert read.outcomes[0].numbers["displacement"].centre == Fraction(1, 10)


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"sign": 0}, "outcomes[0].sign"),
        ({"starts": "later"}, "outcomes[0].starts"),
        ({"counted": "ja"}, "outcomes[0].counted"),
        ({"unit_value": 15000}, "outcomes[0].unit_value"),
        ({"unit_value": {"unit": "SEK"}}, "outcomes[0].unit_value.amount"),
        ({"unit_value": {"amount": 1, "price_year": 20.5}}, "outcomes[0].unit_value.price_year"),
        ({"unit_value": {"amount": 1, "method": "gissning"}}, "outcomes[0].unit_value.method"),
        ({"unit_value": {"amount": {"k": 1, "n": 2}}}, "outcomes[0].unit_value.amount"),
        ({"counterfactual": {}}, "outcomes[0].counterfactual"),
        ({"counterfactual": {"share": 0.1, "level": 0.2}}, "outcomes[0].counterfactual"),
        ({"counterfactual": {"share": None}}, "outcomes[0].counterfactual.share"),
        ({"counterfactual": {"share": 0.1, "basis": "känsla"}}, "outcomes[0].counterfactual.basis"),
        ({"closeness": {"source": "x"}}, "outcomes[0].closeness.share"),
        ({"closeness": {"share": {"low": 0, "mode": "a", "high": 1}}}, "outcomes[0].closeness.share.mode"),
        ({"closeness": {"share": {"low": 0, "high": 1}}}, "outcomes[0].closeness.share"),
        ({"quantity": 5}, "outcomes[0].quantity"),
        ({"share_improved": 0.7}, "outcomes[0].share_improved"),
        ({"answered": None}, "outcomes[0].answered"),
        ({"upstream_of": "okänd"}, "outcomes[0].upstream_of"),
        ({"id": "inputs"}, "outcomes[0].id"),
        ({"stakeholder": ["a"]}, "outcomes[0].stakeholder"),
        ({"stakeholder": True}, "outcomes[0].stakeholder"),
        ({"weight": as_range(0, 1)}, "outcomes[0].weight"),
        ({"payer": {"stat": "allt"}}, "outcomes[0].payer.stat"),
        ({"payer": [1]}, "outcomes[0].payer"),
        ({"change": {"mean": 1}}, "outcomes[0].change.unit"),
        ({"drop_off": {"share": "x"}}, "outcomes[0].drop_off.share"),
    ],
)
def test_a_wrong_key_of_an_outcome_is_named_by_its_path(changed: dict[str, Any], path: str) -> None:
    assert path in [problem.split(": ")[0] for problem in problems(outcome(**changed))]


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"schema": "value-map/2"}, "schema"),
        ({"title": None}, "title"),
        ({"price_year": None}, "price_year"),
        ({"outcomes": []}, "outcomes"),
        ({"outcomes": "inga"}, "outcomes"),
        ({"outcomes": [1]}, "outcomes[0]"),
        ({"discount": None}, "discount"),
        ({"discount": {"rate": []}}, "discount.rate"),
        ({"discount": {"rate": [[0, 0.03]]}}, "discount.rate[0]"),
        ({"discount": {"rate": [0.03]}}, "discount.rate[0]"),
        ({"discount": {"timing": "mid", "rate": 0}}, "discount.timing"),
        ({"inputs": [{"kind": "love", "stakeholder": "x", "amount": 1}]}, "inputs[0].kind"),
        ({"inputs": [{"kind": "time", "stakeholder": "x"}]}, "inputs[0].amount"),
        ({"notes": "x"}, "notes"),
    ],
)
def test_a_wrong_key_of_the_map_is_named_by_its_path(changed: dict[str, Any], path: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_map(raw_map() | changed)
    assert path in [problem.split(": ")[0] for problem in refused.value.problems]


def test_two_outcomes_of_one_id_are_refused() -> None:
    assert problems(outcome(), outcome()) == (
        "outcomes[1].id: 'trygghet' stands twice; give each outcome its own id",
    )


def test_started_without_what_became_of_them_is_refused() -> None:
    assert "outcomes[0].improved: is missing" in problems(outcome("improved"))[0]
    assert "outcomes[0].answered: is missing" in problems(outcome("answered"))[0]


def test_a_count_has_no_answers_and_no_level() -> None:
    told = problems(outcome("started", quantity=5, counterfactual={"level": 0.1, "source": "x"}))
    assert [problem.split(": ")[0] for problem in told] == [
        "outcomes[0].counterfactual.level",
        "outcomes[0].answered",
        "outcomes[0].improved",
    ]


def test_a_payer_split_stands_in_one_place() -> None:
    value = {"amount": 1, "payer": {"stat": 1}}
    assert "outcomes[0].payer: stands also" in problems(outcome(unit_value=value, payer={"stat": 1}))[0]


def test_two_inputs_of_one_stakeholder_and_kind_keep_their_own_names() -> None:
    rows = [*INPUTS, INPUTS[0]]
    assert [row.key for row in a_map(inputs=rows).inputs] == [
        "Föreningen.money",
        "Boende.time",
        "Föreningen.money.2",
    ]


def test_a_released_bucket_becomes_a_range() -> None:
    read = a_map(outcome(improved=as_range(53, 59)))
    improved = read.outcomes[0].numbers["improved"]
    assert (improved.low, improved.centre, improved.high, improved.uncertain) == (53, 56, 59, True)
    assert as_range(1, 9, mode=2) == {"low": 1, "mode": 2, "high": 9}


def test_a_source_may_be_a_number_such_as_a_year() -> None:
    assert a_map(outcome(displacement={"share": 0.1, "source": 2024})).outcomes[0].numbers["displacement"].source == (
        "2024"
    )


def test_a_map_without_unit_values_needs_neither_kronor_nor_inputs() -> None:
    raw = raw_map(outcome("unit_value"))
    bare = {key: raw[key] for key in ("schema", "title", "kind", "perspective", "outcomes")}
    assert read_map(bare).monetary is False


def test_a_text_longer_than_any_map_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableInput, match=r"stor\.yaml: 500001 characters are more than the 500000"):
        read_map_text("#" * 500_001, "stor.yaml")


def test_whole_numbers_are_decimal_or_no_numbers_at_all() -> None:
    told = str(raw_map()).replace("'started': 80", "'started': 010").replace("'answered': 80", "'answered': 1:20")
    with pytest.raises(UnreadableInput) as refused:
        read_map_text(told, "torget.yaml")
    assert [problem.split(": ")[0] for problem in refused.value.problems] == [
        "torget.yaml, outcomes[0].started",
        "torget.yaml, outcomes[0].answered",
    ]


def test_a_key_given_twice_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableInput, match=r"torget\.yaml, line 3: the key 'title' stands twice"):
        read_map_text("schema: value-map/1\ntitle: a\ntitle: b\n", "torget.yaml")


@pytest.mark.parametrize("currency", ["kr", "sek", "SEKR", "€"])
def test_a_currency_is_three_capital_letters(currency: str) -> None:
    with pytest.raises(UnreadableInput, match="currency: must be three capital letters such as SEK"):
        read_map(raw_map(currency=currency))


def test_a_rate_of_a_list_may_be_a_range() -> None:
    stepped = read_map(raw_map(discount={"rate": [[30, {"low": 0.02, "mode": 0.035, "high": 0.05}], [1, 0.03]]}))
    assert [(years, rate.low) for years, rate in stepped.discount.rates] == [(30, Fraction(1, 50)), (1, None)]


@pytest.mark.parametrize("period", [[101, 0.03], [1.5, 0.03], ["tio", 0.03], [10, "3 %"], [10, 0.03, 1]])
def test_a_period_that_is_no_whole_years_with_a_rate_is_refused(period: list[object]) -> None:
    with pytest.raises(UnreadableInput, match=r"discount\.rate\[0\]"):
        read_map(raw_map(discount={"rate": [period]}))


def test_a_deduction_whose_number_cannot_be_read_has_no_other_fault() -> None:
    for share in ("20 %", float("nan"), True):
        assert len(problems(outcome(displacement={"share": share, "source": "x", "decision": "14"}))) == 1


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("0,2", "must be a number with a decimal point (write 0.2 for 0,2), not '0,2'"),
        (10**16, "must be a number of at most 1000000000000000, not 10000000000000000"),
        ("tre", "must be a number, not 'tre'"),
    ],
)
def test_a_number_written_wrongly_is_told_how_to_be_written(number: object, told: str) -> None:
    assert problems(outcome(displacement={"share": number, "source": "x"}))[0].endswith(told)


@pytest.mark.parametrize("key", ["id", "stakeholder"])
def test_a_name_that_must_be_there_may_not_be_blank(key: str) -> None:
    assert problems(outcome(**{key: "  "})) == (f"outcomes[0].{key}: is empty",)
    assert problems(title="") == ("title: is empty",)


@pytest.mark.parametrize("year", [0, 24, 20244])
def test_a_price_year_is_a_year(year: int) -> None:
    assert problems(price_year=year) == (f"price_year: must be a year such as 2024, not {year}",)


def test_counts_of_some_who_answered_are_a_sample_though_everyone_has_answered_something() -> None:
    some = a_map(outcome("improved", share_improved={"k": 40, "n": 60})).outcomes[0]
    everyone = a_map(outcome("improved", share_improved={"k": 40, "n": 80})).outcomes[0]
    assert [row.numbers["share_improved"].uncertain for row in (some, everyone)] == [True, False]


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "a\x01"])
def test_an_id_is_one_line_so_that_every_finding_is(name: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_map(raw_map(outcome(id=name)))
    assert refused.value.problems == (f"outcomes[0].id: {name!r} must be one line of ordinary letters and signs",)
