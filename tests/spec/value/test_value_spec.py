"""Runs every case of the specifications beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.methods.value.maps import a_map, outcome, plain_outcome, reckoned

from samklang.methods.value.guards.counts import worst_case_share
from samklang.methods.value.report import report
from samklang.methods.value.rounding import per_cent

HERE = Path(__file__).parent
SHARES = ("counterfactual", "attribution_to_others", "closeness", "displacement")


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))["cases"]
    return [pytest.param(case, id=str(case.get("what", place))) for place, case in enumerate(found)]


def whole(place: int, row: dict[str, Any]) -> dict[str, Any]:
    """An outcome from the short form of a table: plain shares, a plain amount, nothing deducted unless said."""
    shares = {name: {"share": row.get(name, 0), "source": "x"} for name in SHARES}
    counted = {key: each for key, each in row.items() if key not in (*SHARES, "unit_value", "relative_to")}
    made = plain_outcome(f"o{place}", row.get("unit_value", 0), **shares)
    if "started" in row:
        del made["quantity"]
    if "relative_to" in row:
        made["unit_value"] = {**made["unit_value"], "relative_to": row["relative_to"]}
        del made["unit_value"]["amount"]
    return {**made, **counted}


@pytest.mark.parametrize("case", cases("worked_figures"))
def test_worked_figures(case: dict[str, Any]) -> None:
    inputs = [{"stakeholder": "x", "kind": "time", "amount": case["inputs"], "source": "x"}]
    answer = report(a_map(*(whole(place, row) for place, row in enumerate(case["outcomes"])), inputs=inputs))
    assert answer.result is not None
    assert answer.display is not None
    shown = [text and text.replace("\u00a0", " ") for text in (answer.display.point, answer.display.band)]
    assert (answer.result.total_value, *shown) == (case["total"], case["point"], case["band"])
    assert answer.display.ratio == case["ratio"]


@pytest.mark.parametrize("case", cases("denominators"))
def test_denominators(case: dict[str, Any]) -> None:
    counts = {name: case[name] for name in ("started", "answered", "improved")}
    answer = report(a_map(outcome(**counts)))
    if case["code"]:
        assert case["code"] in {found.code for found in answer.findings}
    quantity = None if answer.result is None else answer.result.outcomes[0].quantity
    assert quantity == case["quantity"]
    if quantity is not None:
        bounds = worst_case_share(answer.value_map.outcomes[0])
        assert (bounds and [per_cent(end) for end in bounds]) == case["bounds"]
        assert per_cent(quantity / case["started"]) == case["per_cent"]


@pytest.mark.parametrize("case", cases("counterfactual"))
def test_counterfactual(case: dict[str, Any]) -> None:
    row = reckoned(outcome(counterfactual=case["counterfactual"])).outcomes[0]
    assert (row.quantity, float(row.retained_share)) == (case["quantity"], case["kept"])


@pytest.mark.parametrize("case", cases("time"))
def test_time(case: dict[str, Any]) -> None:
    lasting = {name: case[name] for name in ("duration_years", "drop_off", "starts")}
    discount = {"rate": case["rate"], "timing": case["timing"]}
    row = reckoned(plain_outcome("o", 1000, **lasting), discount=discount).outcomes[0]
    assert (list(row.by_year), row.present_value) == (case["by_year"], case["present_value"])


def changed(keys: dict[str, Any]) -> dict[str, Any]:
    """The contract's outcome with keys changed, or taken away where nothing stands."""
    gone = [key for key, each in keys.items() if each is None]
    return outcome(*gone, **{key: each for key, each in keys.items() if each is not None})


@pytest.mark.parametrize("case", cases("findings"))
def test_findings(case: dict[str, Any]) -> None:
    rows = [changed(case.get("change", {}))]
    if "beside" in case:
        rows.append(changed(case["beside"]))
    answer = report(a_map(*rows, **case.get("map", {})), draws=1000, seed=1)
    assert case["code"] in {found.code for found in answer.findings}
    assert answer.refused == case["code"].startswith("VE")


def test_every_finding_has_a_case() -> None:
    """VW19 and VW20 belong to the calculators of exclusion."""
    told = {case.values[0]["code"] for case in cases("findings")}
    assert told == {f"VE{number:02d}" for number in range(1, 13)} | {
        f"VW{number:02d}" for number in (*range(1, 19), 21)
    }
