"""Every finding speaks where it should, at its place, and is silent where it should be."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.value.maps import INPUTS, NOTHING, a_map, codes, outcome, plain_outcome

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.evaluate import Refused, evaluate
from samklang.methods.value.guards.check import check
from samklang.methods.value.guards.counts import worst_case_share
from samklang.methods.value.guards.wording import ratio_findings
from samklang.methods.value.report import report

VALUE = outcome()["unit_value"]
LOOKED_AT = plain_outcome("buller", 1, sign=-1, stakeholder="Grannar")
SOUND = outcome(
    attribution_to_others={"share": 0.15, "source": "Fråga 12"},
    counterfactual={"share": 0.2, "basis": "trial", "source": "x"},
)


def found(code: str, *rows: dict[str, Any], **changed: Any) -> list[Finding]:
    return [finding for finding in report(a_map(*rows, **changed), 100).findings if finding.code == code]


def share(number: object, **more: Any) -> dict[str, Any]:
    return {"share": number, "source": "x", **more}


def test_a_sound_map_has_only_what_must_be_said() -> None:
    assert codes(SOUND, {**LOOKED_AT, "sign": -1}) <= {"VW01", "VW04", "VW11"}
    assert codes(SOUND) == {"VW02"}


@pytest.mark.parametrize(
    ("code", "where", "changed"),
    [
        ("VE01", "outcomes.trygghet.displacement", {"displacement": share(20)}),
        ("VE01", "outcomes.trygghet.closeness", {"closeness": share(-0.1)}),
        ("VE01", "outcomes.trygghet.counterfactual", {"counterfactual": share(1.1, basis="expert")}),
        ("VE01", "outcomes.trygghet.drop_off", {"drop_off": 20}),
        ("VE01", "outcomes.trygghet.weight", {"weight": 40}),
        ("VE01", "outcomes.trygghet.payer.state", {"payer": {"state": 2}}),
        ("VE01", "outcomes.trygghet.counterfactual", {"counterfactual": {"level": -0.1, "source": "x"}}),
        ("VE01", "outcomes.trygghet.counterfactual", {"counterfactual": {"difference": -1.1, "source": "x"}}),
        ("VE02", "outcomes.trygghet.displacement", {"displacement": {"share": 0}}),
        ("VE02", "outcomes.trygghet.counterfactual", {"counterfactual": {"level": 0}}),
        ("VE03", "outcomes.trygghet.unit_value.source", {"unit_value": {**VALUE, "source": ""}}),
        ("VE03", "outcomes.trygghet.unit_value.unit", {"unit_value": {**VALUE, "unit": ""}}),
        ("VE04", "outcomes.trygghet.partner_shares", {"partner_shares": {"a": 0.6, "b": 0.5}}),
        ("VE06", "outcomes.trygghet.improved", {"improved": 81}),
        ("VE06", "outcomes.trygghet.answered", {"answered": 81}),
        ("VE06", "outcomes.trygghet.answered", {"answered": 0, "improved": 0}),
        ("VE06", "outcomes.trygghet.closeness", {"closeness": share({"k": 1, "n": 0})}),
        ("VE07", "outcomes.trygghet.unit_value.perspective", {"unit_value": {**VALUE, "perspective": "region"}}),
        ("VE07", "outcomes.trygghet.unit_value.transfer", {"unit_value": {**VALUE, "transfer": True}}),
        ("VE09", "outcomes.trygghet.duration_years", {"duration_years": 3, "follow_up_years": 2}),
        ("VE10", "outcomes.trygghet.unit_value.price_year", {"unit_value": {**VALUE, "price_year": 2020}}),
        ("VE10", "outcomes.trygghet.unit_value.unit", {"unit_value": {**VALUE, "unit": "DKK/person"}}),
        ("VE11", "outcomes.trygghet.unit_value", {"unit_value": {**VALUE, "amount": -1}}),
        ("VE11", "outcomes.trygghet.started", {"started": {"low": 3, "mode": 2, "high": 1}}),
        ("VE11", "outcomes.trygghet.duration_years", {"duration_years": 101}),
        ("VE11", "outcomes.trygghet.duration_years", {"duration_years": 0}),
        ("VE11", "outcomes.trygghet.follow_up_years", {"follow_up_years": -1}),
        ("VE12", "outcomes.trygghet.payer", {"payer": {"state": 0.5}}),
    ],
)
def test_an_error_is_found_at_its_place(code: str, where: str, changed: dict[str, Any]) -> None:
    assert (code, where) in {(one.code, one.where) for one in check(a_map(outcome(**changed)))}


@pytest.mark.parametrize(
    "changed",
    [
        {"unit_value": {**VALUE, "transfer": True}},
        {"unit_value": {**VALUE, "perspective": "municipality"}},
    ],
)
def test_a_transfer_is_real_to_the_municipality(changed: dict[str, Any]) -> None:
    assert "VE07" not in codes(outcome(**changed), perspective="municipality")


def test_per_cent_for_share_is_told_how_to_be_written() -> None:
    assert "write 0.2" in found("VE01", outcome(displacement=share(20)))[0].text


def test_a_missing_deduction_stops_and_an_unsourced_one_above_0_warns() -> None:
    assert found("VE02", outcome("displacement"))[0].text.startswith("is missing")
    assert found("VW15", outcome(displacement={"share": 0.1}))[0].where == "outcomes.trygghet.displacement"


def test_a_number_is_told_in_full_and_never_in_powers_of_ten() -> None:
    told = found("VW07", {**SOUND, "unit_value": {**VALUE, "amount": 15_000_000, "source": "15 000 kr"}})[0].text
    assert told == "15000000 here, 15000 in the source text: a thousandfold apart"


def test_counts_that_cannot_be_are_told_as_counts_only() -> None:
    wrong = outcome("improved", share_improved={"k": 40, "n": 30})
    assert [one.code for one in check(a_map(wrong)) if one.severity == "error"] == ["VE06"]


@pytest.mark.parametrize("perspective", ["Samhället", "samhälle", "samfundet"])
def test_a_transfer_is_worth_nothing_to_society_in_any_of_our_languages(perspective: str) -> None:
    assert "VE07" in codes(outcome(unit_value={**VALUE, "transfer": True}), perspective=perspective)


def test_a_difference_of_0_needs_no_source() -> None:
    assert codes(outcome(counterfactual={"difference": 0})) & {"VE02"} == set()


def test_share_improved_out_of_range_is_refused_and_its_sample_must_have_answered() -> None:
    assert "VE01" in codes(outcome("improved", share_improved=70))
    assert "VE06" in codes(outcome("improved", answered=50, share_improved={"k": 40, "n": 60}))


def test_a_discount_rate_in_per_cent_is_refused() -> None:
    assert found("VE01", discount={"rate": 3.5})[0].where == "discount.rate"
    assert found("VE01", discount={"rate": [[5, 0.03], [5, 3]]})[0].where == "discount.rate.2"


@pytest.mark.parametrize("rate", [1, {"low": 0.03, "mode": 0.5, "high": 1}])
def test_a_discount_rate_of_1_is_no_hundred_per_cent(rate: object) -> None:
    told = found("VE01", discount={"rate": rate})[0]
    assert (told.severity, told.where) == ("error", "discount.rate")
    assert told.text == "1 would discount by 100 per cent a year; for 1 per cent write 0.01"


@pytest.mark.parametrize(
    ("rate", "warned"), [(0.199, False), (0.2, True), (0.35, True), ({"low": 0.03, "mode": 0.04, "high": 0.3}, True)]
)
def test_a_discount_of_20_per_cent_or_more_is_asked_about(rate: object, warned: bool) -> None:
    assert bool(found("VW21", discount={"rate": rate})) is warned


def test_a_dear_discount_is_told_how_to_be_written_and_does_not_stop() -> None:
    told = found("VW21", discount={"rate": [[5, 0.03], [5, 0.35]]})
    assert [(one.severity, one.where) for one in told] == [("warning", "discount.rate.2")]
    assert told[0].text == "0.35 discounts by 35 per cent a year; for 0.35 per cent write 0.0035"


@pytest.mark.parametrize(
    ("where", "changed"),
    [
        ("counterfactual", {"counterfactual": share(1, basis="expert")}),
        ("counterfactual", {"counterfactual": {"level": 1, "source": "x"}}),
        ("counterfactual", {"counterfactual": {"difference": 1, "source": "x"}}),
        ("attribution_to_others", {"attribution_to_others": share(1)}),
        ("closeness", {"closeness": share(1)}),
        ("displacement", {"displacement": share(1)}),
        ("drop_off", {"drop_off": 1, "duration_years": 2}),
    ],
)
def test_a_share_of_exactly_1_is_asked_about_at_its_place(where: str, changed: dict[str, Any]) -> None:
    told = found("VW21", outcome(**changed))
    assert [(one.severity, one.where) for one in told] == [("warning", f"outcomes.trygghet.{where}")]
    assert told[0].text.endswith("for 1 per cent write 0.01")


def test_everybody_improved_is_asked_about_as_a_share_and_clear_as_counts() -> None:
    assert [one.where for one in found("VW21", outcome("improved", share_improved=1))] == [
        "outcomes.trygghet.share_improved"
    ]
    assert found("VW21", outcome(improved=80)) == []
    assert found("VW21", outcome("improved", share_improved={"k": 80, "n": 80})) == []


def test_a_1_that_is_no_share_is_nothing_odd() -> None:
    points = {"change": {"mean": 2, "unit": "points"}, "counterfactual": {"level": 1, "basis": "matched"}}
    assert found("VW21", outcome(weight=1, payer={"state": 1}, partner_shares={"Skolan": 1})) == []
    assert found("VW21", outcome("improved", **points)) == []


def test_overlap_and_upstream_are_counted_once() -> None:
    pair = [outcome(overlap_group="a"), outcome(id="lugn", overlap_group="a")]
    assert [one.where for one in found("VE05", *pair)] == ["outcomes.lugn.overlap_group"]
    assert found("VE05", pair[0], {**pair[1], "counted": False}) == []


def test_a_chain_is_counted_once_also_past_a_link_that_is_not_counted() -> None:
    chain = [
        outcome(upstream_of="mitt"),
        outcome(id="mitt", upstream_of="slut", counted=False),
        outcome(id="slut"),
    ]
    assert [one.where for one in found("VE05", *chain)] == ["outcomes.trygghet.upstream_of"]
    assert found("VE05", chain[0], chain[1], {**chain[2], "counted": False}) == []


def test_an_outcome_upstream_of_itself_is_refused_and_does_not_go_round_for_ever() -> None:
    assert len(found("VE05", outcome(upstream_of="trygghet"))) == 1


@pytest.mark.parametrize("counted", [True, False])
def test_a_chain_that_goes_round_is_told_once_with_its_way_counted_or_not(counted: bool) -> None:
    steps = {"trygghet": "a", "a": "b", "b": "c", "c": "a"}
    rows = [outcome(id=one, upstream_of=other, counted=counted) for one, other in steps.items()]
    told = [(one.where, one.text) for one in found("VE05", *rows)]
    assert told == [("outcomes.a.upstream_of", "leads back to itself: a → b → c → a; take one step away")]


def test_overlap_in_a_map_of_weights_counts_too() -> None:
    pair = [
        outcome("unit_value", overlap_group="a", weight=0.5),
        outcome("unit_value", id="b", overlap_group="a", weight=0.5),
    ]
    assert "VE05" in codes(*pair)
    assert "VE12" in codes(outcome("unit_value", weight=0.5))


def test_in_a_map_of_weights_only_what_counts_makes_up_the_whole_and_the_unweighed_is_told() -> None:
    whole = [outcome("unit_value", weight=1), outcome("unit_value", id="b", weight=0.5, counted=False)]
    assert found("VE12", *whole) == []
    bare = [outcome("unit_value", weight=1), outcome("unit_value", id="b")]
    assert [one.where for one in found("VW16", *bare)] == ["outcomes.b.weight"]
    assert len(found("VW16", outcome("unit_value"), outcome("unit_value", id="b"))) == 2


@pytest.mark.parametrize(
    ("inputs", "refused"),
    [
        ([], True),
        (INPUTS[:1], True),
        ([{"stakeholder": "x", "kind": "time", "amount": 0}], True),
        ([{"stakeholder": "x", "kind": "time", "amount": 0, "source": "x"}], False),
        (
            [
                {"stakeholder": "x", "kind": "time", "amount": 0, "source": "x"},
                {"stakeholder": "x", "kind": "money", "amount": 0},
            ],
            True,
        ),
        (INPUTS, False),
    ],
)
def test_resources_are_complete(inputs: list[dict[str, Any]], refused: bool) -> None:
    assert ("VE08" in codes(inputs=inputs)) == refused


def test_a_negative_resource_is_refused() -> None:
    assert "VE11" in codes(inputs=[{**INPUTS[0], "amount": -1}, INPUTS[1]])


def test_evaluate_refuses_what_has_an_error_and_names_it() -> None:
    with pytest.raises(Refused, match=r"VE01 outcomes\.trygghet\.displacement"):
        evaluate(a_map(outcome(displacement=share(20))))


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        (
            "VW01",
            {"counterfactual": NOTHING, "attribution_to_others": NOTHING, "displacement": NOTHING},
        ),
        ("VW03", {"counterfactual": share(0.2, basis="assumed")}),
        ("VW03", {"counterfactual": share(0.2, basis="self_report")}),
        ("VW03", {"counterfactual": share(0.2)}),
        ("VW04", {"attribution_to_others": share(0.05), "counterfactual": share(0.2, basis="expert")}),
        ("VW04", {"counterfactual": share(0.01, basis="trial")}),
        ("VW04", {"duration_years": 3, "drop_off": 0.05}),
        ("VW06", {"answered": 40, "improved": 20}),
        ("VW06", {"started": 29, "answered": 29, "improved": 20}),
        ("VW08", {"phenomenon": "gav 1:1,436"}),
        ("VW10", {"started": 11, "answered": 11, "improved": 5}),
        ("VW13", {"answered": 79}),
        ("VW15", {"displacement": {"share": 0.1}}),
        ("VW16", {"counted": False}),
        ("VW17", {"duration_years": 3}),
    ],
)
def test_a_warning_is_shown(code: str, changed: dict[str, Any]) -> None:
    assert code in {one.code for one in report(a_map({**SOUND, **changed})).findings}


def test_the_warnings_are_silent_where_nothing_is_to_be_said() -> None:
    lasting = {**SOUND, "duration_years": 3}
    assert "VW17" not in codes({**lasting, "decision": "BESLUT-14"})
    assert "VW17" not in codes({**lasting, "drop_off": {"share": 0, "source": "x", "decision": "BESLUT-14"}})
    assert codes({**lasting, "follow_up_years": 3}) & {"VW17", "VE09"} == set()
    matched = {"counterfactual": {"level": 0.2, "basis": "matched", "source": "x"}}
    assert "VW04" not in codes({**SOUND, **matched, "attribution_to_others": share(0.01)})


def test_a_share_of_unknown_many_is_told() -> None:
    row = {key: value for key, value in SOUND.items() if key not in ("answered", "improved")}
    assert found("VW06", {**row, "share_improved": 0.7})[0].text.startswith("is not given")


def test_a_low_discount_rate_is_told_only_where_time_matters() -> None:
    assert found("VW04", SOUND, discount={"rate": 0}) == []
    lasting = {**SOUND, "duration_years": 3, "drop_off": 0.2}
    assert found("VW04", lasting, discount={"rate": 0})[0].where == "discount.rate"
    assert found("VW04", {**SOUND, "starts": "after"}, discount={"rate": 0.03})[0].where == "discount.rate"
    assert found("VW04", lasting, discount={"rate": 0.035}) == []


def test_a_map_of_good_news_only_is_told_and_so_is_a_forecast() -> None:
    assert "VW02" not in codes(SOUND, LOOKED_AT)
    assert "VW09" in codes(SOUND, kind="forecast")


def test_one_row_that_carries_the_value_is_told() -> None:
    assert found("VW05", SOUND)[0].text.startswith("100 per cent")
    assert found("VW05", SOUND, {**SOUND, "id": "b"}) == []


def test_harms_deducted_harder_than_gains_are_told() -> None:
    harm = {**SOUND, "id": "buller", "sign": -1, "displacement": share(0.6)}
    assert found("VW11", SOUND, harm)[0].where == "outcomes.buller"
    assert found("VW11", SOUND, {**harm, "displacement": share(0.1)}) == []
    assert found("VW11", harm) == []


def test_odd_sizes_are_told() -> None:
    def worth(id: str, amount: float, source: str = "x") -> dict[str, Any]:
        return {**SOUND, "id": id, "unit_value": {**VALUE, "amount": amount, "source": source}}

    rows = [worth("a", 100), worth("b", 110), worth("c", 5000)]
    assert [one.where for one in found("VW07", *rows)] == ["outcomes.c.unit_value.amount"]
    assert found("VW07", *rows[:2]) == []
    assert "a thousandfold" in found("VW07", worth("a", 15_000_000, "15 000 kr enligt Övning 6"))[0].text
    assert found("VW07", worth("a", 15_000, "15 tkr")) == []
    assert found("VW07", worth("a", 15_000, "15 000 kr, inte 15 kr")) == []
    assert "a thousandfold" in found("VW07", worth("a", 1.5, "1,5 tkr"))[0].text


def test_an_interval_across_1_and_a_point_off_the_middle_are_told() -> None:
    worth = {**VALUE, "amount": {"low": 0, "mode": 2_000, "high": 60_000}}
    told = {one.code for one in report(a_map({**SOUND, "unit_value": worth}), 2000).findings}
    assert {"VW12", "VW14"} <= told
    assert {"VW12", "VW14", "VW18"} & {one.code for one in report(a_map(SOUND), 10).findings} == {"VW18"}


def test_an_outcome_without_kronor_in_a_map_with_kronor_is_told() -> None:
    bare = {key: value for key, value in SOUND.items() if key != "unit_value"}
    assert found("VW16", SOUND, {**bare, "id": "b"})[0].text.startswith("is not valued in money")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kvoten blev 1:1,4", 0),
        ("kvoten blev 1:1,44", 1),
        ("kvoten blev 3,56:1", 1),
        ("1:13", 0),
        ("1:130", 0),
        ("vi gav 1:2 och de 1:3", 1),
        ("klockan 11:15 den 1:a maj", 0),
        ("", 0),
    ],
)
def test_a_ratio_told_too_exactly_or_beside_another_is_found_in_a_text(text: str, said: int) -> None:
    assert len(list(ratio_findings(text, "title"))) == said


def test_the_worst_case_is_nobody_or_everybody_of_those_without_an_answer() -> None:
    row = a_map(outcome(started=120, answered=80, improved=56)).outcomes[0]
    bounds = worst_case_share(row)
    assert bounds is not None
    assert [round(float(end), 3) for end in bounds] == [0.467, 0.8]
    assert "between 46.7 and 80.0 per cent" in found("VW13", outcome(started=120))[0].text
    by_share = a_map(outcome("improved", started=120, share_improved=0.7)).outcomes[0]
    assert worst_case_share(by_share) == bounds


def test_without_any_improvement_known_the_silent_are_taken_to_be_like_the_others() -> None:
    row = outcome("improved", answered=70, counterfactual={"difference": 0.1, "basis": "matched", "source": "x"})
    assert found("VW13", row)[0].text.endswith("taken to be like the others")
    assert worst_case_share(a_map(row).outcomes[0]) is None
