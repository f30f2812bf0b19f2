"""The whole answer: figures, sentences in three languages, other rates, and refusals."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.value.maps import INPUTS, a_map, outcome, plain_outcome

from samklang.methods.value.number_text import Language
from samklang.methods.value.report import report, report_row
from samklang.methods.value.report_text import report_text
from samklang.methods.value.sentence_words import WORDS
from samklang.methods.value.sentences import break_even_sentence, value_sentence

RANGED = outcome(displacement={"share": {"low": 0, "mode": 0.1, "high": 0.4}, "source": "x"})
LANGUAGES: tuple[Language, ...] = ("sv", "en", "da")


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "Värdet är omkring 575 000 kr (550 000–600 000), mot resurser för 400 000 kr."),
        ("en", "The value is about 575,000 SEK (550,000–600,000), against resources of 400,000 SEK."),
        (
            "da",
            "Værdien er omkring 575.000 svenske kroner (550.000–600.000), mod ressourcer for 400.000 svenske kroner.",
        ),
    ],
)
def test_without_draws_the_sentence_tells_the_point_and_its_band(language: Language, told: str) -> None:
    assert said(value_sentence(report(a_map()), language)) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "sv",
            "Troligt värde 450 000–650 000 kr (80 %); sannolikheten att värdet når upp till resurserna, "
            "400 000 kr, är 100 %.",
        ),
        (
            "en",
            "Probable value 450,000–650,000 SEK (80%); the chance that the value reaches the resources, "
            "400,000 SEK, is 100%.",
        ),
        (
            "da",
            "Sandsynlig værdi 450.000–650.000 svenske kroner (80 %); sandsynligheden for, at værdien når op på "
            "ressourcerne, 400.000 svenske kroner, er 100 %.",
        ),
    ],
)
def test_with_draws_the_sentence_tells_the_range_and_the_chance(language: Language, told: str) -> None:
    assert said(value_sentence(report(a_map(RANGED), 4000, 1), language)) == told


def test_a_forecast_says_so_first_and_a_refused_map_says_nothing() -> None:
    assert value_sentence(report(a_map(kind="forecast")), "sv").startswith("Prognos: Värdet")
    assert value_sentence(report(a_map(outcome("counterfactual"))), "sv") == ""


def test_a_currency_without_a_word_of_its_own_is_told_by_its_code() -> None:
    value = {**outcome()["unit_value"], "unit": "EUR/person"}
    assert "575\u00a0000 EUR" in value_sentence(report(a_map(outcome(unit_value=value), currency="EUR")))


@pytest.mark.parametrize(
    ("parameter", "told"),
    [
        ("trygghet.counterfactual", "What would have happened anyway (trygghet) must exceed 44% (now 20%)"),
        ("trygghet.improved", "The number who are better off (trygghet) must fall below 39 (now 56)"),
        ("inputs.Boende.time", "The resource (Boende, time) must exceed 225,000 (now 50,000)"),
        ("discount.rate", "The discount rate must exceed 44% (now 0%)"),
        ("trygghet.drop_off", "The drop-off (trygghet): nothing it could be makes the value equal"),
    ],
)
def test_how_far_a_number_may_move_is_told_in_words(parameter: str, told: str) -> None:
    rows = {row.parameter: row for row in report(a_map()).break_even}
    assert break_even_sentence(rows[parameter], "en").startswith(told)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", ["Nyttoperioden (trygghet) måste sjunka under 0,696 år (nu 1 år)", "Resursen (Boende, tid 2) måste"]),
        (
            "en",
            [
                "The benefit period (trygghet) must fall below 0.696 years (now 1 year)",
                "The resource (Boende, time 2)",
            ],
        ),
        ("da", ["Nytteperioden (trygghet) skal falde under 0,696 år (nu 1 år)", "Ressourcen (Boende, tid 2) skal"]),
    ],
)
def test_years_and_resources_are_told_in_words_of_the_language(language: Language, told: list[str]) -> None:
    halves = [{**INPUTS[1], "amount": 25_000}, {**INPUTS[1], "amount": 25_000}]
    rows = {row.parameter: row for row in report(a_map(inputs=[INPUTS[0], *halves])).break_even}
    asked = ("trygghet.duration_years", "inputs.Boende.time.2")
    said_now = [said(break_even_sentence(rows[name], language)) for name in asked]
    assert [text.startswith(start) for text, start in zip(said_now, told, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "Avtrappningen (trygghet): ingen möjlig nivå gör värdet lika stort som resurserna."),
        ("en", "The drop-off (trygghet): nothing it could be makes the value equal to the resources."),
        ("da", "Aftrapningen (trygghet): intet muligt niveau gør værdien lige så stor som ressourcerne."),
    ],
)
def test_that_nothing_helps_is_told_in_words_of_the_language(language: Language, told: str) -> None:
    rows = {row.parameter: row for row in report(a_map()).break_even}
    assert break_even_sentence(rows["trygghet.drop_off"], language) == told


def test_what_a_map_that_falls_short_would_need_is_told_in_words() -> None:
    dear = a_map(inputs=[{**INPUTS[0], "amount": 550_000}, INPUTS[1]])
    rows = {row.parameter: row for row in report(dear).break_even}
    assert break_even_sentence(rows["trygghet.improved"], "en").startswith(
        "The number who are better off (trygghet) must be at least 58.5 (now 56)"
    )
    assert break_even_sentence(rows["inputs.Boende.time"], "sv").startswith("Resursen (Boende, tid) får vara högst")


def test_every_language_has_a_word_for_every_kind_of_number() -> None:
    assert [set(WORDS[language].names) for language in LANGUAGES] == [set(WORDS["en"].names)] * 3
    every = outcome("improved", "answered", change={"mean": 1, "unit": "points"}, starts="after")
    counted = outcome("started", "improved", "answered", id="b", quantity=5)
    for row in report(a_map(every, counted, outcome("improved", id="c", share_improved=0.7))).break_even:
        for language in LANGUAGES:
            assert break_even_sentence(row, language) != ""


def test_the_total_at_none_3_and_3_5_per_cent_stands_beside() -> None:
    lasting = outcome(duration_years=2, drop_off=0.5)
    rows = report_row(report(a_map(lasting)))["at_other_rates"]
    assert [row["rate"] for row in rows] == [0, 0.03, 0.035]
    assert [round(row["total_value"]) for row in rows] == [861_840, 828_614, 823_309]
    assert [round(row["ratio"], 3) for row in rows] == [2.155, 2.072, 2.058]
    assert "At other discount rates: 862\u00a0000 at 0 %" in report_text(report(a_map(lasting)))


def test_a_negative_total_has_no_ratio_at_any_rate() -> None:
    harm = plain_outcome("m", 40, sign=-1)
    row = report_row(report(a_map(harm)))
    assert [each["ratio"] for each in row["at_other_rates"]] == [None, None, None]
    assert "No ratio:" in report_text(report(a_map(harm)))


def test_the_row_shows_payers_partners_years_weights_and_worst_cases() -> None:
    shown = outcome(payer={"state": 0.25, "region": 0.75}, started=100, weight=1, duration_years=1.5, drop_off=0.5)
    shown |= {"partner_shares": {"Föreningen": 0.5}}
    row = report_row(report(a_map(shown, outcome(id="annan"))))
    first = row["outcomes"][0]
    assert (first["weight"], first["worst_case_share"]) == (1, [0.56, 0.76])
    assert [round(value) for value in first["by_year"]] == [718_200, 179_550]
    assert round(row["partners"]["Föreningen"]) == round(0.5 * first["present_value"])
    assert round(row["payers"]["state"]) == round(0.25 * first["present_value"])
    assert round(sum(row["payers"].values())) == round(row["total_value"])


def test_rates_in_steps_are_told_as_they_were_written() -> None:
    stepped = a_map(discount={"rate": [[30, 0.035], [45, 0.03]], "timing": "start"})
    assert report_row(report(stepped))["discount"] == {"rate": [[30, 0.035], [45, 0.03]], "timing": "start"}
    assert "discounted by 3,5 %, then 3 % at the start" in report_text(report(stepped))


def test_a_map_of_weights_shows_what_changed_and_its_weight() -> None:
    weighed: list[dict[str, Any]] = [
        outcome("unit_value", weight=0.4),
        outcome("unit_value", id="b", weight=0.6),
        outcome("unit_value", id="c"),
    ]
    text = said(report_text(report(a_map(*weighed), draws=10), with_working=True))
    assert "trygghet (Boende): 56 changed, 68 % retained, weight 0,4" in text
    assert "c (Boende): 56 changed, 68 % retained\n" in text
    assert report_row(report(a_map(*weighed)))["at_other_rates"] == []


def test_the_text_with_draws_and_sensitivity_tells_what_was_drawn_and_what_decides() -> None:
    text = said(report_text(report(a_map(RANGED), 500, 1, with_sensitivity=True), True, "en"))
    assert "Drawn 500 times with seed 1: 1 uncertain numbers" in text
    assert "trygghet.displacement: " in text
    assert "everything: " in text


def test_sensitivity_of_a_map_where_nothing_is_uncertain_is_left_out() -> None:
    assert "Which numbers decide" not in report_text(report(a_map(), with_sensitivity=True))


def test_sensitivity_without_draws_tells_the_bars_only() -> None:
    text = report_text(report(a_map(RANGED), with_sensitivity=True))
    assert ("Which numbers decide" in text, "worth to know" in text) == (True, False)


def test_beside_a_row_with_nothing_to_be_said_stands_nothing() -> None:
    sound = {"counterfactual": {"share": 0.2, "basis": "trial", "source": "x"}}
    text = report_text(report(a_map(outcome(**sound), outcome(**sound, id="b"))))
    assert "to be read with" not in text


def test_beside_a_row_stand_the_codes_of_what_must_be_read_with_it() -> None:
    asked = outcome(displacement={"share": 1, "source": "x"})
    lines = report_text(report(a_map(asked, outcome(id="trygghet.kvar", sign=-1)))).splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("  trygghet (Boende)"))
    assert lines[first + 1] == "    to be read with VW21, VW04 below"
