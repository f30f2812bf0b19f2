"""A licensed instrument opens for a body with its own licence and its own wording, whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_drafts import draft_parts, publishable
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.instrument_unlock import LicenceRecord, Wording, unlock

RECORD = LicenceRecord("Rights holder", "no. 17, in the archive", True, "2026-11-25")
GSE = instrument("gse")
WORDS = Wording({item.id: f"Text {item.id}" for item in GSE.items}, {code: f"Label {code}" for code in (1, 2, 3, 4)})


def refused(record: LicenceRecord, **wordings: Wording) -> list[str]:
    with pytest.raises(UnreadableInput) as caught:
        unlock(GSE, record, wordings)
    return list(caught.value.problems)


def test_a_recorded_licence_and_a_whole_language_unlock_the_wording() -> None:
    made = unlock(GSE, RECORD, {"sv": replace(WORDS, lead="Tänk på i dag")})
    assert (made.items[9].text, made.items[0].responses.labels[4]) == ({"sv": "Text gse_10"}, {"sv": "Label 4"})
    assert (made.languages, made.lead, made.wording_status) == (
        ("sv",),
        {"sv": "Tänk på i dag"},
        {"sv": "user_supplied"},
    )
    assert (made.licence.text, GSE.items[0].text) == ("ship_nc", {})


def test_an_item_may_have_answers_of_its_own_and_a_line_has_two_ends() -> None:
    own = replace(WORDS, own_answers={"gse_01": dict.fromkeys((1, 2, 3, 4), "Own")})
    assert unlock(GSE, RECORD, {"sv": own}).items[0].responses.labels[1] == {"sv": "Own"}
    ors = instrument("ors")
    line = Wording({item.id: "Text" for item in ors.items}, {0: "Low", 10: "High"})
    assert unlock(ors, RECORD, {"sv": line}).items[0].responses.labels == {0: {"sv": "Low"}, 10: {"sv": "High"}}


def test_everything_that_is_missing_is_told_at_once() -> None:
    items = {**WORDS.items, "gse_01": " ", "gse_99": "Text"}
    told = refused(
        LicenceRecord(" ", "", False, "2026-11-25", "2026-01-01"), sv=Wording(items, {**WORDS.answers, 4: "", 9: "x"})
    )
    for part in (
        "holder:",
        "proof:",
        "electronic:",
        "until:",
        "sv, gse_99: there is no such item",
        "sv, gse_01: the text is",
    ):
        assert sum(part in line for line in told) == 1
    assert sum("the answer 4 has no label" in line for line in told) == 10
    assert sum("9 is none of its answers" in line for line in told) == 10


def test_no_language_and_an_open_instrument_are_refused() -> None:
    assert refused(RECORD) == ["gse: wording: give the texts of at least one language"]
    with pytest.raises(UnreadableInput, match="the wording ships already"):
        unlock(instrument("rses"), RECORD, {"sv": WORDS})


def test_every_recalled_part_is_told_with_its_place() -> None:
    assert draft_parts(instrument("phq9")) == ("total, the missing rule",)
    assert draft_parts(instrument("ors")) == ("total, the bands (Miller & Duncan, recalled)",)
    assert draft_parts(instrument("mhc_sf")) == ("category, how it is scored",)
    assert draft_parts(instrument("rses")) == ()


def test_what_is_published_has_no_recalled_part() -> None:
    assert [scale.id for scale in publishable(instrument("mhc_sf")).scales] == [
        "emotional",
        "social",
        "psychological",
        "total",
    ]
    assert publishable(instrument("ors")).scales[0].bands is None
    assert publishable(instrument("phq9")).scales[0].min_valid == 9
    kept = publishable(instrument("rses")).scales[0]
    assert (kept.bands is not None, kept.min_valid) == (True, 8)


def test_a_sum_of_drafts_is_a_draft() -> None:
    found = instrument("sdq_s")
    scales = tuple(replace(scale, draft=scale.id == "peer") for scale in found.scales)
    assert [scale.id for scale in publishable(replace(found, scales=scales)).scales][-1] == "prosocial"
