"""What each form says beside ids, codes and labels."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from samklang.methods.measurement.exchange.codebook import codebook, codebook_csv, codebook_markdown
from samklang.methods.measurement.exchange.ddi import NAMESPACE, to_ddi
from samklang.methods.measurement.exchange.fhir import to_fhir
from samklang.methods.measurement.exchange.reproschema import to_reproschema
from samklang.methods.measurement.exchange.shareable import non_answer_label, title_in
from samklang.methods.measurement.exchange.xlsform import to_xlsform
from samklang.methods.measurement.instrument_reader import instrument


@pytest.mark.parametrize(
    ("release", "url", "kind"), [("R4", "ordinalValue", "choice"), ("R5", "itemWeight", "coding")]
)
def test_a_reversed_item_weighs_the_other_way(release: str, url: str, kind: str) -> None:
    made = to_fhir(instrument("rses"), "R4" if release == "R4" else "R5")
    first, second = made["item"][0], made["item"][1]
    assert (first["type"], first["answerOption"][0]["extension"][0]["url"].rpartition("/")[2]) == (kind, url)
    weights = [
        [o["extension"][0]["valueDecimal"] for o in item["answerOption"] if "extension" in o]
        for item in (first, second)
    ]
    assert weights == [[4, 3, 2, 1], [1, 2, 3, 4]]


def test_a_sum_is_given_only_when_every_item_is_answered() -> None:
    score = to_fhir(instrument("ucla3"))["item"][-1]
    assert (score["linkId"], score["readOnly"]) == ("score_total", True)
    items = "%resource.item.where(linkId='ucla_01' or linkId='ucla_02' or linkId='ucla_03').answer.value"
    asked = f"{items}.where(system.empty() or system != 'urn:samklang:non-answer').weight()"
    expression = score["extension"][0]["valueExpression"]["expression"]
    assert expression == f"iif({asked}.count() = 3, {asked}.sum(), {{}})"


def test_rights_languages_and_the_leading_line_go_with_it() -> None:
    made = to_fhir(instrument("phq9"))
    assert (made["language"], made["status"], made["item"][0]["type"]) == ("en", "draft", "display")
    assert made["copyright"].startswith("No permission required")
    rses = to_fhir(instrument("rses"))
    translated = rses["item"][0]["_text"]["extension"][0]["extension"]
    assert (rses["language"], translated[0]["valueCode"]) == ("sv", "en")


def test_a_form_has_our_words_for_not_answering() -> None:
    sheets = to_xlsform(instrument("rses"))
    assert sheets["choices"][5] == ["rses_1", "97", "Vill inte svara", "I don't want to answer", "prefers_not_to_say"]
    assert sheets["settings"][1][:4] == ["Rosenbergs självkänsleskala", "rses", "1.0.0", "Svenska (sv)"]
    assert to_xlsform(instrument("phq9"))["survey"][1][0] == "note"
    assert to_xlsform(instrument("ors"))["survey"][1] == [
        "range",
        "ors_01",
        "[ors_01]",
        "start=0 end=10 step=0.1",
        "97 prefers_not_to_say; 98 does_not_know",
    ]


def test_a_reason_the_house_has_no_words_for_is_told_by_its_name() -> None:
    assert non_answer_label(99, "not_applicable", "sv") == "not applicable"
    assert non_answer_label(97, "prefers_not_to_say", "xx") == "prefers not to say"


def test_a_title_in_another_language_is_better_than_none() -> None:
    told = [title_in(instrument("rses"), languages) for languages in (["da"], ["xx"])]
    assert told == ["Rosenbergs selvværdsskala", "Rosenbergs självkänsleskala"]


def test_a_computed_sum_never_adds_the_code_of_a_non_answer() -> None:
    made = to_reproschema(instrument("rses"))["rses_schema"]["compute"][0]
    assert made["variableName"] == "rses_total"
    assert made["jsExpression"].startswith("[rses_01, rses_02,")
    assert ".every(x => x >= 1 && x <= 4) ? rses_01 + (5 - rses_02) + rses_03" in made["jsExpression"]
    assert "compute" not in to_reproschema(instrument("mood_pictures"))["mood_pictures_schema"]
    assert "preamble" in to_reproschema(instrument("phq9"))["phq9_schema"]


def test_a_codebook_tells_how_each_score_is_made() -> None:
    rows = {
        row["variable"]: row for row in csv.DictReader(io.StringIO(codebook_csv(codebook(instrument("rses")), "sv")))
    }
    assert rows["rses_02"]["codes"].startswith("4 Instämmer helt; 3 Instämmer")
    assert (rows["rses_02"]["missing"], rows["rses_02"]["range"]) == (
        "97 prefers_not_to_say; 98 does_not_know",
        "1 to 4",
    )
    wanted = "reversed rses_02, rses_05, rses_06, rses_08, rses_09, 8 answers needed"
    assert rows["total"]["derivation"].endswith(wanted)
    category = {
        row["variable"]: row for row in csv.DictReader(io.StringIO(codebook_csv(codebook(instrument("mhc_sf")))))
    }
    assert (category["category"]["codes"], category["category"]["range"]) == (
        "flourishing; languishing; moderate",
        "",
    )


def test_a_codebook_can_be_read_as_a_page_and_names_its_drafts() -> None:
    page = codebook_markdown(codebook(instrument("sdq_s")))
    assert page.startswith("# Strengths and Difficulties Questionnaire, self-report\n")
    assert "- derivation: sum_of of emotional, conduct, hyperactivity, peer\n" in page
    assert "Draft, not held against its source: emotional, the bands" in page


XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def variables(name: str) -> dict[str, Element]:
    """A codebook's variables as DDI has them, by name."""
    root = fromstring(to_ddi(codebook(instrument(name))))
    return {each.attrib["name"]: each for each in root.iter(f"{{{NAMESPACE}}}var")}


def said(variable: Element, path: str) -> list[str]:
    steps = "/".join(f"{{{NAMESPACE}}}{step}" for step in path.split("/"))
    return [each.text or "" for each in variable.findall(steps)]


def test_an_archive_gets_every_column_that_scoring_writes() -> None:
    parts = [f"total{part}" for part in ("", "__n_valid", "__status", "__band")]
    assert list(variables("rses")) == [*(f"rses_{place:02d}" for place in range(1, 11)), *parts]


def test_an_archive_gets_the_question_the_missing_codes_and_the_rule() -> None:
    found = variables("rses")
    item = found["rses_02"]
    languages = [each.attrib[XML_LANGUAGE] for each in item.iter(f"{{{NAMESPACE}}}qstnLit")]
    assert (languages, said(item, "universe")) == (["sv", "en"], ["From 12 years"])
    missing = [each.attrib["VALUE"] for each in item.iter(f"{{{NAMESPACE}}}item")]
    assert (missing, said(item, "catgry/catValu")) == (["97", "98"], ["4", "3", "2", "1", "97", "98"])
    assert said(found["total"], "derivation/drvdesc")[0].endswith("answers needed: 8")
    assert said(found["total__status"], "catgry/catValu") == ["scored", "insufficient", "invalid"]
    assert said(found["total__band"], "derivation/drvdesc") == ["low from 10; some from 26; good from 30"]


def test_an_archive_reads_which_ages_a_band_holds_for() -> None:
    rule = said(variables("ors")["total__band"], "derivation/drvdesc")[0].split("; ")
    assert rule[1:3] == ["above_cut from 28 at 13 to 17 years", "below_cut from 0 at 18 to any age"]


def test_licensed_wording_stays_out_of_the_archive_too() -> None:
    found = variables("who5")["who5_01"]
    assert (said(found, "labl"), said(found, "qstn/qstnLit")) == (["[who5_01]"], [])


def test_a_codebook_guards_texts_that_a_spreadsheet_would_run() -> None:
    found = instrument("ucla3")
    items = tuple(replace(item, text={"en": "=HYPERLINK(A1)"}) for item in found.items)
    rows = list(csv.DictReader(io.StringIO(codebook_csv(codebook(replace(found, items=items))))))
    assert rows[0]["question"] == "'=HYPERLINK(A1)"
