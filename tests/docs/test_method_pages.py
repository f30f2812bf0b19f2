"""The method pages are run: every example in them prints what the page says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("docs/method/*.md"), *ROOT.glob("docs/how-to/*.md")])
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def examples(page: Path) -> str:
    """All examples of a page in one text, in order, so that a later one may use what an earlier one made."""
    return "\n".join(block for block in BLOCK.findall(page.read_text("utf-8")) if ">>>" in block)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_on_the_page_prints_what_it_says(page: Path) -> None:
    test = doctest.DocTestParser().get_doctest(examples(page), {}, page.name, str(page), 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test, out=told.append)
    assert "".join(told) == ""


@pytest.mark.parametrize("said", [r"formula", r"(\*\*|## |\| )when", r"must be said", r"^## source"])
def test_every_method_page_tells_formula_when_what_must_be_said_and_source(said: str) -> None:
    pages = {page.name: page.read_text("utf-8") for page in ROOT.glob("docs/method/*.md")}
    assert [name for name, text in pages.items() if not re.search(said, text, re.IGNORECASE | re.MULTILINE)] == []


def test_every_method_page_has_an_example() -> None:
    assert [page.name for page in ROOT.glob("docs/method/*.md") if not examples(page)] == []
