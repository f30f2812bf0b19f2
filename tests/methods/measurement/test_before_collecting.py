"""What can be seen is said in three languages, and in no other."""

from __future__ import annotations

import pytest

from samklang.methods.measurement.before_collecting import sights
from samklang.methods.statistics.refusals import BadArgument


def test_a_language_there_are_no_texts_in_is_refused_by_name() -> None:
    with pytest.raises(BadArgument, match="language: there are no texts in 'fr': take one of"):
        sights(25)[0].sentence("fr")  # type: ignore[arg-type]
