"""Every interface text stands in Swedish and Danish, with the same placeholders."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

LOCALE = Path(__file__).resolve().parents[2] / "src" / "samklang" / "locale"
TRANSLATE = re.compile(r'{% translate "((?:[^"\\]|\\.)*)"|[ =]_\("((?:[^"\\]|\\.)*)"\)')
BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", re.DOTALL)
GETTEXT = {"_", "gettext", "gettext_lazy"}
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


def texts_of_templates() -> Iterator[tuple[str, str]]:
    for path in LOCALE.parent.rglob("*.html"):
        text = path.read_text("utf-8")
        yield from ((path.name, plain or call) for plain, call in TRANSLATE.findall(text))
        yield from ((path.name, re.sub(r"{{ *(\w+) *}}", r"%(\1)s", block)) for block in BLOCK.findall(text))


def texts_of_code() -> Iterator[tuple[str, str]]:
    for path in LOCALE.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                yield from ((path.name, part.value) for part in node.args[:1] if isinstance(part, ast.Constant))


@pytest.mark.parametrize("language", ["sv", "da"])
def test_every_text_that_is_shown_stands_in_the_catalogue(language: str) -> None:
    known = {entry.msgid for entry in polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))}
    shown = {*texts_of_templates(), *texts_of_code()}
    assert len(shown) > 500
    assert sorted(one for one in shown if one[1] not in known) == []
