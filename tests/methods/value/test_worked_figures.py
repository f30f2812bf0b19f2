"""The worked figures of the sources come out as the sources print them."""

from fractions import Fraction

import pytest
from tests.methods.value.maps import NOTHING, a_map, outcome, plain_outcome, reckoned, total

from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.number_text import band_text, per_cent_text, point_text, ratio_text
from samklang.methods.value.report import report, report_row

GAINS = {
    "Deltagare": 1_360_000,
    "Deltagarnas organisationer": 70_000,
    "Kursledaren": 35_000,
    "Koordinatorer": 30_000,
    "Hotell och restaurang": 8_000,
    "Transport": 4_000,
}


def test_eighty_people_give_574_560_kronor_and_a_ratio_of_1_4364() -> None:
    result = evaluate(a_map())
    assert result.total_value == 574_560
    assert result.ratio == Fraction(14364, 10000)
    assert result.net == 174_560


def test_574_560_is_told_as_575_000_or_550_000_to_600_000() -> None:
    assert point_text(574_560) == "575\u00a0000"
    assert band_text(574_560) == "550\u00a0000–600\u00a0000"


def test_the_saving_of_11_6_million_keeps_67_5_per_cent() -> None:
    saving = plain_outcome(
        "besparing",
        11_600_000,
        counterfactual={"share": 0.25, "basis": "expert", "source": "x"},
        closeness={"share": 0.10, "source": "x"},
    )
    row = reckoned(saving).outcomes[0]
    assert (row.present_value, row.retained_share) == (7_830_000, Fraction(675, 1000))
    assert point_text(7_830_000) == "7,8\u00a0miljoner"


def test_seven_stakeholders_and_a_harm_come_to_1_467_000_against_1_405_000() -> None:
    rows = [plain_outcome(f"o{place}", amount, stakeholder=who) for place, (who, amount) in enumerate(GAINS.items())]
    harm = plain_outcome("klimat", 40_000, stakeholder="Miljön", sign=-1)
    inputs = [
        {"stakeholder": "Organisationerna", "kind": "money", "amount": 640_000},
        {"stakeholder": "Projektet", "kind": "money", "amount": 600_000},
        {"stakeholder": "Deltagarna", "kind": "time", "amount": 165_000},
    ]
    result = reckoned(*rows, harm, inputs=inputs)
    assert (result.total_value, result.total_inputs) == (1_467_000, 1_405_000)
    assert result.stakeholders["Miljön"] == -40_000
    assert ratio_text(result.ratio) == "1:1"


def test_a_negative_total_is_a_legitimate_answer_and_has_no_ratio() -> None:
    rows = [plain_outcome("e", 20), plain_outcome("m", 40, sign=-1), plain_outcome("p", 10)]
    row = report_row(report(a_map(*rows)))
    assert (row["total_value"], row["ratio"], row["display"]["ratio"]) == (-10, None, None)
    assert row["display"]["point"] == "−10"


@pytest.mark.parametrize(("improved", "told"), [(27, "93\u00a0%"), (23, "79\u00a0%"), (19, "66\u00a0%")])
def test_shares_are_of_all_29_who_started(improved: int, told: str) -> None:
    row = reckoned(outcome(started=29, answered=29, improved=improved)).outcomes[0]
    assert per_cent_text(row.quantity / 29) == told


def test_111_people_at_1_150_000_each_give_127_650_000_and_every_guard_speaks() -> None:
    claimed = plain_outcome("jobb", 1_150_000, quantity=111)
    assert total(claimed) == 127_650_000
    found = {finding.code for finding in report(a_map(claimed)).findings}
    assert {"VW01", "VW04", "VW05"} <= found


def test_without_any_deduction_the_whole_gross_value_is_left() -> None:
    gross = outcome(counterfactual=NOTHING, attribution_to_others=NOTHING, displacement=NOTHING)
    assert total(gross) == 56 * 15000
