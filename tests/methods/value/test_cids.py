"""A value map as a document of the Common Impact Data Standard: what its own words and ours say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.methods.value.maps import outcome
from tests.reference.exchange.maps import HEAD, MAPS

from samklang.methods.value.exchange.cids import Reporter, decimal_text, to_cids
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.report import report

REPORTER = Reporter("Torgföreningen", date(2024, 1, 1), date(2024, 6, 30))


def document(*outcomes: dict[str, Any]) -> dict[str, Any]:
    return to_cids(report(read_map({**HEAD, "outcomes": list(outcomes) or MAPS["kronor"]["outcomes"]})), REPORTER)


def nodes(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [node for node in made["@graph"] if node["@type"] == f"cids:{kind}"]


def addresses(node: Any) -> set[str]:
    """Every address that a document's parts point to."""
    if isinstance(node, dict):
        return set().union(*(addresses(value) for key, value in node.items() if key not in ("@id", "@type")))
    if isinstance(node, list):
        return set().union(*map(addresses, node))
    return {node} if isinstance(node, str) and node.startswith("urn:samklang:map:") else set()


def test_the_contracts_map_comes_out_with_its_figures() -> None:
    made = document(outcome())
    (of_map,) = nodes(made, "ImpactModel")
    assert (of_map["hasName"], of_map["currency"], of_map["priceYear"]) == (
        "Trygghet på torget / «öst»",
        "SEK",
        "2024",
    )
    (impact,) = nodes(made, "ImpactReport")
    assert (impact["hasImpactScale"]["value"]["hasNumericalValue"], impact["impactYear1"]) == ("56", "574560")
    assert (impact["attributionToOthers"], impact["displacement"]) == (
        {"share": "0.05", "source": "Fråga 12"},
        {"share": "0.1", "source": "Arbetsgruppen"},
    )
    assert impact["unitValue"] == {
        "amount": "15000",
        "unit": "SEK/person/year",
        "method": "stated",
        "source": "Övning 6",
        "priceYear": "2024",
    }


def test_a_counterfactual_is_the_standards_own_with_its_basis() -> None:
    (impact,) = nodes(document(outcome()), "ImpactReport")
    found = impact["hasImpactScale"]["hasCounterfactual"]
    assert (found["@type"], found["value"]["hasNumericalValue"], found["basis"], found["mode"]) == (
        "cids:Counterfactual",
        "0.2",
        "expert",
        "share",
    )
    assert (found["startedAtTime"], found["endedAtTime"]) == ("2024-01-01T00:00:00Z", "2024-06-30T23:59:59Z")


def test_a_level_is_said_to_have_taken_the_counterfactual_away_already() -> None:
    impacts = {each["hasName"]: each["hasImpactScale"] for each in nodes(document(), "ImpactReport")}
    told = {name: scale["hasDescription"] for name, scale in impacts.items()}
    assert told == {
        "trygghet (Boende)": "people, nothing taken away",
        "oro hos grannar (Grannar)": "number counted, nothing taken away",
        "arbete (Boende)": "people, the counterfactual taken away",
    }


def test_harm_is_named_and_every_finding_goes_along() -> None:
    made = document()
    harm = [each["hasComment"] for each in nodes(made, "ImpactReport")]
    assert harm == ["good, evaluation", "harm, evaluation", "good, evaluation"]
    assert [each["code"] for each in nodes(made, "ImpactModel")[0]["finding"]] == [
        finding.code for finding in report(read_map(MAPS["kronor"])).findings
    ]


def test_what_is_not_in_the_totals_is_said_to_be_so() -> None:
    made = document(outcome(), outcome(id="sömn", counted=False), outcome("unit_value", id="vänner"))
    told = [each["hasComment"] for each in nodes(made, "ImpactReport")]
    assert told == ["good, evaluation", *["good, evaluation, not in the totals"] * 2]


def test_a_map_of_weights_has_no_kronor_and_says_its_weights() -> None:
    made = to_cids(report(read_map(MAPS["weights"])), REPORTER)
    assert [each["weight"] for each in nodes(made, "ImpactReport")] == ["0.4", "0.6"]
    text = str(made["@graph"])
    assert [word for word in ("totalValue", "currency", "unitValue", "presentValue") if word in text] == []


def test_every_address_that_is_pointed_to_is_there() -> None:
    for name in MAPS:
        made = to_cids(report(read_map(MAPS[name])), REPORTER)
        assert addresses(made["@graph"]) - {node["@id"] for node in made["@graph"]} == set()


def test_every_key_has_an_address() -> None:
    def keys(node: Any) -> set[str]:
        if isinstance(node, dict):
            return set(node).union(*map(keys, node.values()))
        return set().union(*map(keys, node)) if isinstance(node, list) else set()

    for name in MAPS:
        made = to_cids(report(read_map(MAPS[name])), REPORTER)
        assert keys(made["@graph"]) - set(made["@context"]) == {"@id", "@type"}


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.0, "0"), (1e-7, "0.0000001"), (1e22, "10000000000000000000000"), (-0.25, "-0.25"), (100.0, "100")],
)
def test_a_decimal_has_no_exponent(number: float, text: str) -> None:
    assert decimal_text(number) == text


def test_a_refused_map_is_not_reported() -> None:
    refused = report(read_map({**HEAD, "outcomes": [outcome(counterfactual={"share": 1.2, "basis": "expert"})]}))
    with pytest.raises(ValueError, match="refused"):
        to_cids(refused, REPORTER)
