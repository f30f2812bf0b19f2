"""`samklang value` by what it prints and its exit codes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.methods.value.maps import outcome, plain_outcome, raw_map

from samklang.cli.main import main

CONTRACT = """\
schema: value-map/1
title: Trygghet på torget
kind: evaluation                # or forecast
perspective: society
currency: SEK
price_year: 2024
discount: {rate: 0, timing: end}
inputs:                         # kind: money | time | subsidy; source optional
  - {stakeholder: Föreningen, kind: money, amount: 350000, source: budget 2024}
  - {stakeholder: Boende, kind: time, amount: 50000, source: 200 timmar à 250 kr}
outcomes:
  - id: trygghet
    stakeholder: Boende
    started: 80
    answered: 80                # those with a known outcome, leavers included
    improved: 56                # or share_improved: 0.70
    unit_value: {amount: 15000, unit: SEK/person/year, method: stated, source: Övning 6, price_year: 2024}
    counterfactual: {share: 0.20, basis: expert, source: Arbetsgruppen 14 mars}
    attribution_to_others: {share: 0.05, source: Fråga 12}
    closeness: {share: 0, source: Arbetsgruppen}
    displacement: {share: 0.10, source: Arbetsgruppen}
    duration_years: 1
    drop_off: 0
    starts: during
    sign: 1
"""


def valued(folder: Path, text: str, *more: str) -> int:
    file = folder / "torget.yaml"
    file.write_text(text, "utf-8")
    return main(["value", str(file), *more])


def as_text(*outcomes: dict[str, Any], **changed: Any) -> str:
    return yaml.safe_dump(raw_map(*outcomes, **changed), allow_unicode=True, sort_keys=False)


def row_of(folder: Path, capsys: pytest.CaptureFixture[str], text: str, *more: str) -> dict[str, Any]:
    valued(folder, text, "--json", *more)
    row: dict[str, Any] = json.loads(capsys.readouterr().out)
    return row


def test_the_map_of_the_contract_comes_to_574_560_and_1_4364(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert valued(tmp_path, CONTRACT, "--json") == 0
    row = json.loads(capsys.readouterr().out)
    figures = (row["total_value"], row["total_inputs"], row["net"], row["ratio"])
    assert figures == (574560, 400000, 174560, 1.4364)
    assert row["stakeholders"] == {"Boende": 574560}
    assert row["display"] == {
        "point": "575\u00a0000",
        "band": "550\u00a0000–600\u00a0000",
        "inputs": "400\u00a0000",
        "net": "175\u00a0000",
        "ratio": "1:1,4",
        "interval": None,
    }
    assert row["outcomes"] == [
        {
            "id": "trygghet",
            "stakeholder": "Boende",
            "quantity": 56,
            "retained_share": 0.684,
            "impact_year_1": 574560,
            "by_year": [574560],
            "present_value": 574560,
            "weight": None,
            "worst_case_share": None,
        }
    ]
    assert (row["uncertainty"], [found["code"] for found in row["findings"]]) == (None, ["VW04", "VW02", "VW05"])


def test_json_has_every_key_the_contract_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uncertain = outcome(displacement={"share": {"low": 0, "mode": 0.1, "high": 0.3}, "source": "x"})
    row = row_of(tmp_path, capsys, as_text(uncertain), "--draws", "100")
    named = {"outcomes", "stakeholders", "total_value", "total_inputs", "net", "ratio", "display"}
    assert named | {"uncertainty", "break_even", "findings"} <= set(row)
    assert {"p10", "p50", "p90", "probability_ratio_at_least_1"} <= set(row["uncertainty"])
    assert {key for found in row["findings"] for key in found} == {"code", "severity", "where", "text"}
    assert row["break_even"][0]["parameter"] == "trygghet.improved"


def test_the_text_begins_with_the_sentence_and_ends_with_every_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert valued(tmp_path, CONTRACT) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == (
        "Värdet är omkring 575\u00a0000 kr (550\u00a0000–600\u00a0000), mot resurser för 400\u00a0000 kr."
    )
    assert [line.split()[0] for line in lines[-3:]] == ["VW04", "VW02", "VW05"]


def test_explain_shows_every_factor_with_its_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert valued(tmp_path, CONTRACT, "--explain") == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "× 1 − 0,2 counterfactual = 44,8  [expert; Arbetsgruppen 14 mars]" in told
    assert "× 15 000 unit_value = 574 560  [SEK/person/year; Övning 6]" in told
    assert "Det som hade hänt ändå (trygghet) måste överstiga 44 % (nu 20 %)" in told


def test_explain_in_json_recomputes_to_the_present_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = row_of(tmp_path, capsys, CONTRACT, "--explain")
    steps = row["explain"][0]["steps"]
    assert (steps[-1]["running"], row["explain"][0]["present_value"]) == (574560, 574560)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = as_text(outcome(displacement={"share": {"low": 0, "mode": 0.1, "high": 0.3}, "source": "x"}))
    once = row_of(tmp_path, capsys, text, "--draws", "2000", "--seed", "7")
    again = row_of(tmp_path, capsys, text, "--draws", "2000", "--seed", "7")
    other = row_of(tmp_path, capsys, text, "--draws", "2000", "--seed", "8")
    assert (once == again, once["uncertainty"] == other["uncertainty"]) == (True, False)
    assert once["uncertainty"]["p10"] < once["uncertainty"]["p50"] < once["uncertainty"]["p90"]


def test_many_draws_are_told_on_stderr_while_one_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert valued(tmp_path, CONTRACT, "--draws", "200000", "--json") == 0
    told = capsys.readouterr()
    assert told.err == "Drawing 200000 times …\n"
    assert json.loads(told.out)["uncertainty"]["p10"] == 574560


def test_sensitivity_tells_what_decides_and_what_measuring_is_worth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = as_text(outcome(counterfactual={"share": {"low": 0.1, "mode": 0.4, "high": 0.7}, "source": "x"}))
    found = row_of(tmp_path, capsys, text, "--draws", "2000", "--sensitivity")["sensitivity"]
    assert [bar["parameter"] for bar in found["tornado"]] == ["trygghet.counterfactual"]
    assert found["worth_knowing_everything"] >= found["worth_knowing"][0]["worth"] > 0
    assert valued(tmp_path, text, "--draws", "2000", "--sensitivity") == 0
    assert "Which numbers decide" in capsys.readouterr().out
    assert valued(tmp_path, text, "--sensitivity") == 0
    assert "worth to know" not in capsys.readouterr().out


def test_a_result_goes_to_a_file_that_appears_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "result.json"
    assert valued(tmp_path, CONTRACT, "--json", "--out", str(out)) == 0
    assert (json.loads(out.read_text("utf-8"))["total_value"], capsys.readouterr().out) == (574560, "")


def test_a_refused_map_is_one_has_no_totals_and_is_told_on_stderr_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert valued(tmp_path, as_text(outcome("counterfactual")), "--json") == 1
    told = capsys.readouterr()
    row = json.loads(told.out)
    assert (row["total_value"], row["ratio"], row["outcomes"], row["display"]) == (None, None, [], None)
    assert "torget.yaml, outcomes.trygghet.counterfactual: VE02" in told.err
    assert valued(tmp_path, as_text(outcome("counterfactual"))) == 1
    told = capsys.readouterr()
    assert ("Refused: no totals" in told.out, len(told.err.splitlines())) == (True, 1)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"displacement": {"share": 20, "source": "x"}}, "VE01"),
        ({"displacement": {"share": 0}}, "VE02"),
        ({"unit_value": {"amount": 15000, "unit": "SEK/person"}}, "VE03"),
        ({"partner_shares": {"a": 0.7, "b": 0.6}}, "VE04"),
        ({"improved": 90}, "VE06"),
        ({"answered": 90}, "VE06"),
        ({"duration_years": 4, "follow_up_years": 1}, "VE09"),
        ({"unit_value": {**outcome()["unit_value"], "price_year": 2019}}, "VE10"),
        ({"unit_value": {**outcome()["unit_value"], "unit": "EUR/person/year"}}, "VE10"),
        ({"unit_value": {**outcome()["unit_value"], "amount": -1}}, "VE11"),
        ({"displacement": {"share": {"low": 0.3, "mode": 0.1, "high": 0.2}, "source": "x"}}, "VE11"),
        ({"payer": {"stat": 0.5, "region": 0.4}}, "VE12"),
    ],
)
def test_a_map_nobody_can_defend_is_refused_with_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, Any], code: str
) -> None:
    assert valued(tmp_path, as_text(outcome(**changed)), "--json") == 1
    assert code in {found["code"] for found in json.loads(capsys.readouterr().out)["findings"]}


def test_k_over_n_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = as_text(outcome("improved", "answered", share_improved={"k": 30, "n": 20}))
    assert valued(tmp_path, text, "--json") == 1
    assert "VE06" in {found["code"] for found in json.loads(capsys.readouterr().out)["findings"]}


def test_no_unpaid_time_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = as_text(inputs=[{"stakeholder": "x", "kind": "money", "amount": 1}])
    assert (valued(tmp_path, text), "VE08" in capsys.readouterr().out) == (1, True)


BROKEN = {
    "an unknown key": (CONTRACT.replace("closeness", "closenes"), "outcomes[0].closenes"),
    "a key given twice": (CONTRACT.replace("    sign: 1", "    sign: 1\n    sign: -1"), "torget.yaml, line 26"),
    "YAML that breaks off": (CONTRACT.replace("currency: SEK", "currency: [SEK"), "line "),
    "not a number": (CONTRACT.replace("amount: 15000", "amount: .nan"), "outcomes[0].unit_value.amount"),
    "endless": (CONTRACT.replace("amount: 15000", "amount: .inf"), "outcomes[0].unit_value.amount"),
    "per cent as text": (CONTRACT.replace("share: 0.20", "share: 20 %"), "write 0.20 for 20 %"),
    "octal": (CONTRACT.replace("started: 80", "started: 080"), "outcomes[0].started"),
    "no outcomes": (CONTRACT.partition("outcomes:")[0] + "outcomes: []\n", "outcomes: is empty"),
    "a currency nobody has": (CONTRACT.replace("SEK\n", "kronor\n"), "currency: must be three capital letters"),
    "a rate list of another shape": (CONTRACT.replace("rate: 0,", "rate: [[30]],"), "discount.rate[0]"),
    "another schema": (CONTRACT.replace("value-map/1", "value-map/9"), "schema"),
    "nothing at all": ("", "the top"),
    "a picture": ("\x00\x01", "can't be read as YAML"),
}


@pytest.mark.parametrize(("text", "place"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_two_with_one_line_naming_file_and_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, place: str
) -> None:
    out = tmp_path / "result.json"
    assert valued(tmp_path, text, "--json", "--out", str(out)) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines()), out.exists()) == ("", 1, False)
    assert "torget.yaml" in told.err
    assert place in told.err


def test_a_file_that_is_missing_too_large_or_not_text_is_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["value", str(tmp_path / "none.yaml")]) == 2
    assert valued(tmp_path, CONTRACT + "# x\n" * 2_500_000) == 2
    (tmp_path / "latin.yaml").write_bytes("title: på".encode("latin-1"))
    assert main(["value", str(tmp_path / "latin.yaml")]) == 2
    assert [line.partition(": ")[2] for line in capsys.readouterr().err.splitlines()] == [
        "there is no such file",
        f"{len(CONTRACT) + 10_000_000} characters are more than the 500000 a value map may have; split it",
        "not UTF-8; save the file as UTF-8 and try again",
    ]


@pytest.mark.parametrize("more", [["--draws", "0"], ["--draws", "1000001"], ["--seed", "x"], ["--price-year", "20"]])
def test_an_option_out_of_range_is_two(tmp_path: Path, more: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        valued(tmp_path, CONTRACT, *more)
    assert stopped.value.code == 2


def test_prices_of_several_years_are_brought_together_by_one_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = outcome(unit_value={**outcome()["unit_value"], "price_year": 2019})
    text = as_text(old, price_year=2023)
    assert valued(tmp_path, text, "--json") == 1
    capsys.readouterr()
    row = row_of(tmp_path, capsys, text, "--price-year", "2023")
    assert (row["price_year"], round(row["total_value"], 2)) == (2023, round(574560 * 403.70 / 334.26, 2))


def test_an_index_or_a_year_nobody_has_is_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert valued(tmp_path, CONTRACT, "--price-year", "2023", "--index", "ppi") == 2
    assert valued(tmp_path, CONTRACT, "--price-year", "2023") == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "--index ppi: there is no such index"
    assert told[1].startswith("index se-kpi: no value for 2024")


def test_maps_side_by_side_may_not_claim_more_than_the_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "skolan.yaml"
    other.write_text(CONTRACT.replace("Trygghet på torget", "Skolans karta"), "utf-8")
    assert valued(tmp_path, CONTRACT, "--beside", str(other)) == 1
    assert "VE04 error, outcomes.trygghet: Boende's change is claimed 1.9 times in all" in capsys.readouterr().out


def test_a_map_of_weights_has_no_kronor_and_needs_no_inputs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = copy.deepcopy(raw_map(outcome("unit_value", weight=1)))
    bare = {key: raw[key] for key in ("schema", "title", "kind", "perspective", "outcomes")}
    text = yaml.safe_dump(bare, allow_unicode=True)
    row = row_of(tmp_path, capsys, text, "--draws", "10", "--sensitivity", "--price-year", "2023")
    assert (row["total_value"], row["ratio"], row["outcomes"][0]["weight"]) == (None, None, 1)
    assert valued(tmp_path, text) == 0
    assert "väger förändringar mot varandra" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "7,83 miljoner"), ("en", "7.83 million"), ("da", "7,83 millioner")]
)
def test_numbers_are_written_as_in_the_chosen_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    saving = plain_outcome(
        "besparing",
        11_600_000,
        counterfactual={"share": 0.25, "basis": "expert", "source": "x"},
        closeness={"share": 0.10, "source": "x"},
    )
    assert valued(tmp_path, as_text(saving), "--lang", language) == 0
    assert told.replace("7,83", "7,8").replace("7.83", "7.8") in capsys.readouterr().out.replace("\u00a0", " ")


def test_two_numbers_are_moved_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--grid", "trygghet.counterfactual", "trygghet.unit_value"]
    grid = row_of(tmp_path, capsys, CONTRACT, *asked)["grid"]
    assert grid["rows"]["values"] == [0, 0.25, 0.5, 0.75, 1]
    assert grid["columns"] == {"parameter": "trygghet.unit_value", "values": [7500, 11250, 15000, 18750, 22500]}
    assert (grid["ratio"][0][2], grid["ratio"][4][2], grid["net"][4][2]) == (1.7955, None, -400000)
    assert valued(tmp_path, CONTRACT, *asked) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    assert told[-6].split("\t") == [
        "trygghet.counterfactual \\ trygghet.unit_value",
        "7 500",
        "11 300",
        "15 000",
        "18 800",
        "22 500",
    ]
    assert told[-1].split("\t") == ["1", "–", "–", "–", "–", "–"]


def test_a_grid_of_a_number_nobody_has_is_two_and_of_a_refused_map_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert valued(tmp_path, CONTRACT, "--grid", "trygghet.improved", "nonsens") == 2
    assert capsys.readouterr().err.startswith("--grid nonsens: no such number; known: trygghet.started")
    refused = as_text(outcome(displacement={"share": 20, "source": "x"}))
    assert valued(tmp_path, refused, "--grid", "trygghet.improved", "trygghet.displacement", "--json") == 1
    assert "grid" not in json.loads(capsys.readouterr().out)


def test_an_uncertain_number_is_moved_over_its_percentiles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = as_text(outcome(displacement={"share": {"low": 0, "mode": 0.2, "high": 0.4}, "source": "x"}))
    grid = row_of(tmp_path, capsys, text, "--grid", "trygghet.displacement", "trygghet.closeness")["grid"]
    values = grid["rows"]["values"]
    assert (round(values[2], 9), values == sorted(values), len(values)) == (0.2, True, 5)


def test_the_index_that_prices_were_restated_by_is_pinned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = row_of(tmp_path, capsys, CONTRACT.replace("price_year: 2024", "price_year: 2022"), "--price-year", "2023")
    assert [len(digest) for digest in row["pinned"].values()] == [64]
