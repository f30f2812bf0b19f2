"""One and none are told in their own words, in each language."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.measurement.effect.answers import TRUST, two_waves

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.frame import make_frame
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.plan import External, Plan
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.write import caveats
from samklang.methods.measurement.effect.study import effect, study

NAN = float("nan")
LOT = Counterfactual("lottery", by="Gruppen", when="2024-01-10")
TOLD: dict[Language, tuple[str, str, str]] = {
    "sv": ("1 av 12 svarade inte båda gångerna. Om den personen ligger ", ", i 1 jämförbart område med ", "Ingen"),
    "en": ("1 of 12 did not answer both times. If that person is ", ", in 1 comparable area by ", "Nobody"),
    "da": ("1 af 12 svarede ikke begge gange. Hvis den person ligger ", ", i 1 sammenligneligt område med ", "Ingen"),
}


def first(frame: Any, **more: Any) -> ChangeResult:
    return study(Plan("", (TRUST,), **more), frame).results[0]


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_a_single_leaver_is_told_as_one_person(language: Language) -> None:
    before = [4.0, 5.0, 6.0] * 4
    rises = [1, -0.25, 0.75, 0.75, -0.25, 0.5, 1, -0.25, 0.75, 0.75, 0.5, 0.75]
    after = [begun + rise for begun, rise in zip(before, rises, strict=True)]
    result = first(two_waves(before, [NAN, *after[1:]]))
    assert TOLD[language][0] in result.sentence(language)
    several = first(two_waves(before, [NAN, NAN, *after[2:]]))
    assert several.sensitivity["tipping_points"] is not None
    assert [each in several.sentence(language) for each in ("den person", "that person")] == [False, False]


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_a_single_area_is_told_as_one(language: Language) -> None:
    frame = make_frame([1] * 40 + [2] * 40, {"trust": [4.0, 5.0] * 20 + [5.0, 5.5] * 20})
    external = External("trust", "Husby", {"Grannby": {1: 5.0, 2: 5.2}}, True, "statistik")
    result = first(frame, counterfactual=Counterfactual("statistics"), externals=(external,))
    assert TOLD[language][1] in result.sentence(language)


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_nobody_is_told_in_words_with_everybody_who_was_asked(language: Language) -> None:
    result = first(make_frame([1] * 9 + [2] * 7, {"trust": [NAN] * 16}))
    assert (result.sentence(language).split(" ")[0], result.n_asked, result.n_started, result.n_used) == (
        TOLD[language][2],
        7,
        7,
        0,
    )


def test_where_a_lot_decided_nobody_is_said_to_have_taken_part() -> None:
    drawn = [1.0] * 20 + [0.0] * 20
    before = [4.0, 5.0] * 10 + [5.0, 6.0, 5.0, 5.0] * 5
    after = [6.0, 6.5] * 10 + [5.0, 6.5, 5.0, 5.5] * 5
    result = effect(two_waves(before, after, people_took_part=drawn), TRUST, LOT)
    assert "baseline_unlike" in result.caveats
    told = [text for language in ("sv", "en", "da") for text in caveats(result, language)]
    assert [text for text in told if "deltog" in text or "took part" in text] == []
