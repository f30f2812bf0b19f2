"""What can be seen is said in three languages, and in no other."""

from __future__ import annotations

import pytest

from samklang.methods.kernel.languages import UnknownLanguage
from samklang.methods.measurement.before_collecting import notes, sights


def test_a_language_there_are_no_texts_in_is_refused_by_name() -> None:
    found = sights(25)
    for told in (found[0].sentence, lambda language: notes(found, language)):
        with pytest.raises(UnknownLanguage, match="unknown language 'fr'; known: sv, en, da"):
            told("fr")  # type: ignore[arg-type]
