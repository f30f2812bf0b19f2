"""What is recalled and not held against its source never reaches a wave, and so never a release or a report.

Reports are composed from releases and releases from a wave's frozen content; that records and pages read no score,
band or unchecked cost in another way is a contract of the import linter.
"""

from __future__ import annotations

import pytest

from samklang.methods.measurement import scale_block
from samklang.methods.measurement.instrument_drafts import draft_parts, publishable
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.questionnaire import LANGUAGES
from samklang.methods.measurement.scale_block import askable_scales, scale_questions

ASKED = [each.item.removeprefix("instrument:") for each in askable_scales("en")]


def test_some_of_what_is_asked_has_drafts() -> None:
    assert [name for name in ASKED if draft_parts(instrument(name))] == ["gad7", "life_satisfaction", "ucla3"]


def test_what_is_asked_is_the_same_without_an_instruments_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {name: scale_questions(name, LANGUAGES) for name in ASKED}
    monkeypatch.setattr(scale_block, "instrument", lambda name: publishable(instrument(name)))
    assert {name: scale_questions(name, LANGUAGES) for name in ASKED} == whole


@pytest.mark.parametrize("name", ASKED)
def test_a_question_of_a_wave_holds_wording_and_codes_and_nothing_else(name: str) -> None:
    rows, _title = scale_questions(name, LANGUAGES)
    wording = {"text", "help", "options", "indicator"}
    assert {key for row in rows for texts in row["texts"].values() for key in texts} == wording
    about = {"id", "block", "source", "steps", "ordered", "sensitive", "higher_is_better"}
    assert {key for row in rows for key in row} == about | {"adults_only", "sensitive_module", "texts"}
