"""Numbers are written as R formats them, and p values of several outcomes are p.adjust's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.reference.effect.test_designs_as_r import EARNINGS, lalonde

from samklang.methods.measurement.effect.family import in_family
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.sentences.figures import figures, fixed, per_cent, signed
from samklang.methods.measurement.effect.study import change

LINES = (Path(__file__).parent / "figures.txt").read_text().splitlines()[1:]
AS_WRITTEN = str.maketrans({"_": "\u00a0", "~": "\u2212"})
TEXTS = {
    " ".join(name.split()[1:-1]): [name.split()[-1], *rest]
    for name, *rest in (line.rstrip().translate(AS_WRITTEN).split(" | ") for line in LINES if line.startswith("text"))
}
R = {name: [float(each) for each in told] for name, *told in map(str.split, LINES) if name != "text"}


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_numbers_are_written_as_r_formats_them(language: Language) -> None:
    numbers = R["numbers"]
    for decimals in (0, 1, 2):
        assert [fixed(each, decimals, language) for each in numbers] == TEXTS[f"fixed {language} {decimals}"]
    assert [signed(each, 1, language) for each in numbers] == TEXTS[f"signed {language}"]
    assert [figures(each, language) for each in numbers] == TEXTS[f"four {language}"]


def test_shares_are_whole_per_cents() -> None:
    assert [per_cent(share) for share in (19 / 29, 0.005, 0.625, 0.9949, 1)] == TEXTS["shares"]


def test_the_family_set_before_the_data_has_p_adjusts_holm_and_the_rest_no_p() -> None:
    result = change(lalonde(), EARNINGS)
    alone = [replace(result, p=p) for p in R["p"]]
    assert [each.p for each in in_family(alone)] == pytest.approx(R["holm"], abs=1e-9)
    primary = replace(EARNINGS, primary=True)
    named = [each if place == 1 else replace(each, indicator=primary) for place, each in enumerate(alone)]
    told = [each.p for each in in_family(named)]
    assert (told.pop(1), told) == (None, pytest.approx(R["holm_of_three"], abs=1e-9))
