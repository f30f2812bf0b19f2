"""Every interface text stands in Swedish and Danish, with the same placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

LOCALE = Path(__file__).resolve().parents[2] / "src" / "samklang" / "locale"
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", ["sv", "da"])
def test_no_text_is_left_without_a_translation(language: str) -> None:
    texts = polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))
    assert [entry.msgid for entry in texts.untranslated_entries() + texts.fuzzy_entries()] == []


@pytest.mark.parametrize("language", ["sv", "da"])
def test_a_translation_has_the_placeholders_of_its_source(language: str) -> None:
    texts = polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))
    odd = [
        entry.msgid
        for entry in texts
        if not entry.msgid_plural and set(PLACEHOLDER.findall(entry.msgid)) != set(PLACEHOLDER.findall(entry.msgstr))
    ]
    assert odd == []
