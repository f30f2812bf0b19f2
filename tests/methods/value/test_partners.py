"""One change, several partners: over all maps of an initiative nobody claims more than the whole."""

from __future__ import annotations

from typing import Any

from tests.methods.value.maps import a_map, outcome

from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.partners import by_partner, claims, ledger_findings
from samklang.methods.value.report import report


def shared(title: str, share: float, **changed: Any) -> ValueMap:
    return a_map(outcome(partner_shares={title: share}), title=title, **changed)


def test_shares_of_one_change_over_several_maps_may_not_pass_the_whole() -> None:
    maps = [shared("Föreningen", 0.7), shared("Skolan", 0.4)]
    found = ledger_findings(maps)
    assert [(one.code, one.severity, one.where) for one in found] == [("VE04", "error", "outcomes.trygghet")]
    assert "claimed 1.1 times in all (Föreningen 0.7, Skolan 0.4)" in found[0].text
    assert ledger_findings([maps[0], shared("Skolan", 0.3)]) == ()


def test_without_named_partners_a_map_claims_all_that_is_not_due_to_others() -> None:
    assert [float(claim.claimed_share) for claim in claims([a_map()])] == [0.95]
    assert [float(claim.claimed_share) for claim in claims([a_map(outcome("attribution_to_others"))])] == [1]


def test_another_perspective_or_a_forecast_is_no_second_claim() -> None:
    maps = [a_map(), a_map(perspective="municipality"), a_map(kind="forecast")]
    assert ledger_findings(maps) == ()


def test_another_stakeholder_and_an_outcome_that_is_not_counted_claim_nothing_of_it() -> None:
    maps = [a_map(), a_map(outcome(stakeholder="Skolan")), a_map(outcome(counted=False))]
    assert ledger_findings(maps) == ()


def test_a_report_beside_the_other_maps_is_refused_by_the_ledger() -> None:
    answer = report(shared("Föreningen", 0.7), beside=[shared("Skolan", 0.4)])
    assert (answer.refused, answer.findings[0].code) == (True, "VE04")


def test_the_value_is_told_by_partner_where_shares_are_set() -> None:
    value_map = a_map(outcome(partner_shares={"Föreningen": 0.75, "Skolan": 0.25}), outcome(id="annan"))
    assert by_partner(value_map, evaluate(value_map)) == {"Föreningen": 430_920, "Skolan": 143_640}


def test_what_two_other_maps_quarrel_about_does_not_stop_a_third() -> None:
    quarrel = [shared("Föreningen", 0.7), shared("Skolan", 0.4)]
    answer = report(a_map(outcome(id="annan")), beside=quarrel)
    assert (answer.refused, [one for one in answer.findings if one.code == "VE04"]) == (False, [])
