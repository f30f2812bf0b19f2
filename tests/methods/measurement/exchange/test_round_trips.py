"""Out and back: ids, codes, labels and order come through every form, and no licensed word goes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from samklang.methods.kernel import facts
from samklang.methods.measurement.exchange.codebook import codebook, from_codebook
from samklang.methods.measurement.exchange.fhir import to_fhir
from samklang.methods.measurement.exchange.fhir_reader import from_fhir
from samklang.methods.measurement.exchange.fragment import fragment
from samklang.methods.measurement.exchange.reproschema import from_reproschema, to_reproschema
from samklang.methods.measurement.exchange.shareable import ReadBlock
from samklang.methods.measurement.exchange.workbook import from_workbook, to_workbook
from samklang.methods.measurement.exchange.xlsform import to_xlsform
from samklang.methods.measurement.exchange.xlsform_reader import from_xlsform
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_reader import instrument, read_instrument, read_instrument_text
from samklang.methods.measurement.instrument_unlock import LicenceRecord, Wording, unlock

REFERENCE = Path(__file__).parents[3] / "reference" / "exchange"
NAMES = facts.names("instruments")


def as_json(data: object) -> object:
    """Through text, as a file would be."""
    text: object = json.loads(json.dumps(data, ensure_ascii=False))
    return text


TRIPS: dict[str, Callable[[Instrument], ReadBlock]] = {
    "fhir R5": lambda found: from_fhir(as_json(to_fhir(found)), "x.json"),
    "fhir R4": lambda found: from_fhir(as_json(to_fhir(found, "R4")), "x.json"),
    "xlsform": lambda found: from_xlsform(from_workbook(to_workbook(to_xlsform(found)), "x.xlsx"), "x.xlsx"),
    "reproschema": lambda found: from_reproschema(as_json(to_reproschema(found))),  # type: ignore[arg-type]
    "codebook": lambda found: from_codebook(as_json(codebook(found))),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", TRIPS)
def test_ids_codes_labels_and_order_come_back(name: str, form: str) -> None:
    found = instrument(name)
    back = TRIPS[form](found)
    assert (back.id, back.version) == (name, found.version)
    assert [(item.id, dict(item.text)) for item in back.items] == [(item.id, dict(item.text)) for item in found.items]
    for one, other in zip(back.items, found.items, strict=True):
        assert (one.responses.codes, one.responses.low, one.responses.high) == (
            other.responses.codes,
            other.responses.low,
            other.responses.high,
        )
        labels = {code: dict(label) for code, label in other.responses.labels.items()}
        assert {code: dict(label) for code, label in one.responses.labels.items()} == labels
        if form != "reproschema":
            assert dict(one.responses.non_answers) == dict(other.responses.non_answers)
        else:
            assert list(one.responses.non_answers) == list(other.responses.non_answers)


@pytest.mark.parametrize("form", TRIPS)
def test_five_languages_and_a_code_below_the_answers_come_back(form: str) -> None:
    text = (REFERENCE / "languages.yaml").read_text("utf-8").replace("code: 98", "code: -9")
    found = read_instrument_text(text, "languages.yaml")
    back = TRIPS[form](found)
    assert [dict(item.text) for item in back.items] == [dict(item.text) for item in found.items]
    assert [one.responses.labels for one in back.items] == [one.responses.labels for one in found.items]
    assert list(back.items[0].responses.non_answers) == [97, -9]
    assert (set(back.items[0].text), back.items[2].responses.high) == ({"sv", "en", "da", "ar", "so"}, 100)


@pytest.mark.parametrize("form", TRIPS)
def test_a_bodys_own_wording_never_leaves(form: str) -> None:
    gse = instrument("gse")
    words = Wording({item.id: "Secret" for item in gse.items}, dict.fromkeys((1, 2, 3, 4), "Secret"), lead="Secret")
    unlocked = unlock(gse, LicenceRecord("Holder", "1", True, "2026-11-25"), {"sv": words})
    assert TRIPS[form](unlocked) == TRIPS[form](gse)
    for export in (to_fhir, to_xlsform, to_reproschema, codebook):
        assert "Secret" not in json.dumps(export(unlocked))


def test_what_is_read_back_can_stand_in_an_instrument_file() -> None:
    fact = dict(facts.load("instruments", "rses"))
    made = fragment(from_xlsform(to_xlsform(instrument("rses")), "x.xlsx"))
    again = read_instrument({**fact, "responses": made["responses"], "items": made["items"]}, "x.yaml")
    assert again.items == instrument("rses").items
    reasons = [{"code": 97, "reason": "prefers_not_to_say"}, {"code": 98, "reason": "does_not_know"}]
    line = fragment(from_fhir(to_fhir(instrument("ors")), "x.json"))
    assert line["responses"] == {"answer_1": {"interval": [0.0, 10.0], "non_answers": reasons}}
    assert line["items"][0] == {"id": "ors_01", "responses": "answer_1"}
