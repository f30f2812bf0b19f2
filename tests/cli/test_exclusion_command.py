"""`samklang exclusion` by what it prints and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from samklang.cli.main import main
from samklang.methods.kernel.facts import load

OWN = """\
id,amount,price_year,municipality,region,state,individual,kind,source
exempel-coachning,50000,2024,1,,,,service,Avtal 2024
exempel-bortfall-arbete,420000,2024,0.3,0.1,0.3,0.3,lost_production,Egen beräkning
exempel-forsorjningsstod,110000,2024,1,,,,transfer,Bokslut 2024
"""


def own(folder: Path, text: str = OWN) -> str:
    file = folder / "egna.csv"
    file.write_text(text, "utf-8")
    return str(file)


def test_an_example_is_reckoned_and_flagged_at_every_made_up_amount(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exclusion", "exempel-gymnasium"]) == 0
    told = capsys.readouterr().out
    assert "Påhittat exempel, inte för beslut." in told
    assert told.count("VW19 warning") == 4
    assert "municipality breaks even from year" in told


def test_your_own_costs_stand_in_place_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exclusion", "exempel-gymnasium", "--costs", own(tmp_path), "--json", "--rate", "0"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert {cost["status"] for cost in row["unit_costs"]} == {"own"}
    assert [found["where"] for found in row["findings"] if found["code"] == "VW19"] == [
        "calculators.exempel-gymnasium"
    ]
    first = row["avoided"][0]
    assert (first["horizon_years"], first["society"]["per_person"]) == (1, 0.15 * 0.5 * 420_000 - 50_000)
    assert first["payers"]["municipality"]["per_person"] == 0.15 * 0.5 * (0.3 * 420_000 + 110_000) - 50_000
    assert set(row["sentences"]) == {"sv", "en", "da"}
    assert list(row["pinned"]) == ["calculators/exempel-gymnasium"]


def test_horizon_people_and_further_cost_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--horizon", "10,2", "--people", "40", "--further-cost", "1000000", "--rate", "0", "--json"]
    out = tmp_path / "result.json"
    assert main(["exclusion", "exempel-uvas", *asked, "--out", str(out)]) == 0
    row = json.loads(out.read_text("utf-8"))
    assert (capsys.readouterr().out, [one["horizon_years"] for one in row["avoided"]]) == ("", [2, 10])
    society = row["avoided"][1]["society"]
    assert society["all"] == 40 * society["per_person"]
    assert row["break_even"][0]["people"] == -(-1_000_000 // society["per_person"])


def test_own_paths_are_read_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = dict(load("calculators", "exempel-laskunnighet"), title="Läsning hos oss")
    file = tmp_path / "vara.yaml"
    file.write_text(yaml.safe_dump(paths, allow_unicode=True), "utf-8")
    assert main(["exclusion", str(file), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Läsning hos oss")
    file.write_text(yaml.safe_dump({**paths, "group": 7, "colour": 1}, allow_unicode=True), "utf-8")
    assert main(["exclusion", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_mixed_price_years_are_refused_and_mended_by_one_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = own(tmp_path, OWN.replace("50000,2024", "50000,2019").replace("0000,2024", "0000,2022"))
    assert main(["exclusion", "exempel-gymnasium", "--costs", older, "--json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["avoided"] == []
    assert "exempel-gymnasium, unit_costs.exempel-coachning.price_year: VE10" in told.err
    assert main(["exclusion", "exempel-gymnasium", "--costs", older]) == 1
    assert "Refused" in capsys.readouterr().out


def test_prices_are_restated_by_the_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    costs = own(tmp_path, OWN.replace(",2024,", ",2019,"))
    paths = tmp_path / "vara.yaml"
    paths.write_text(yaml.safe_dump(dict(load("calculators", "exempel-gymnasium")), allow_unicode=True), "utf-8")
    with_ours = ["exclusion", str(paths), "--costs", costs, "--price-year", "2023", "--json"]
    assert main(with_ours) == 0
    restated = {cost["id"]: cost for cost in json.loads(capsys.readouterr().out)["unit_costs"]}["exempel-coachning"]
    assert (round(restated["amount"]), restated["price_year"]) == (round(50_000 * 403.70 / 334.26), 2023)
    assert main(["exclusion", "exempel-uvas", "--price-year", "2023"]) == 2  # our examples are at prices of 2024
    assert "no value for 2024" in capsys.readouterr().err
    assert main([*with_ours, "--index", "ppi"]) == 2
    assert capsys.readouterr().err == "--index ppi: there is no such index\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["exempel-nonsens"], "exempel-nonsens: no such calculator; known: exempel-grundskola"),
        (["/no/such.yaml"], "/no/such.yaml: there is no such file"),
        (["exempel-uvas", "--costs", "/no/such.csv"], "/no/such.csv: there is no such file"),
    ],
)
def test_what_cannot_be_found_is_two(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exclusion", *arguments]) == 2
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize(
    "more",
    [
        ["--horizon", "0"],
        ["--horizon", "61"],
        ["--horizon", "tio"],
        ["--rate", "3.5"],
        ["--rate", "-0.1"],
        ["--rate", "x"],
        ["--people", "1e9"],
        ["--people", "9" * 5000],
        ["--further-cost", "9999999999999999999"],
    ],
)
def test_an_option_out_of_range_is_two(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["exclusion", "exempel-uvas", *more])
    assert stopped.value.code == 2


@pytest.mark.parametrize("people", ["0", "0.5", "-1"])
@pytest.mark.parametrize("more", [[], ["--further-cost", "100000"]])
def test_help_for_nobody_or_half_a_person_is_refused(
    people: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["exclusion", "exempel-uvas", f"--people={people}", *more])
    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    advice = "is not a whole number from 1 to 1000000000 (write 40)"
    assert told.err.endswith(f"error: argument --people: '{people}' {advice}\n")


@pytest.mark.parametrize("rate", ["1", "3.5"])
def test_a_rate_of_1_or_more_is_a_per_cent_and_is_told_how_to_be_written(
    rate: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["exclusion", "exempel-uvas", "--rate", rate])
    made = capsys.readouterr()
    assert (stopped.value.code, made.out) == (2, "")
    assert "is not a share below 1 (write 0.035 for 3.5 %)" in made.err
