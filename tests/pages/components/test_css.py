"""Rules that keep the style sheets honest: small files, logical properties, colours in one place, no tiny text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samklang.pages.components.drawing.colours import STATIC, standalone_css

SHEETS = sorted(STATIC.glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|width|height|"
    r"(min|max)-(width|height))\s*:(?!\s*\d+px\))"
)


def rules(sheet: str) -> str:
    """The sheet without comments and without the conditions of its queries."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    return re.sub(r"@(media|container)[^{]+", "", text)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_is_longer_than_four_hundred_lines(sheet: Path) -> None:
    assert len(sheet.read_text().splitlines()) <= 400


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheets_use_logical_properties_only_so_that_arabic_mirrors(sheet: Path) -> None:
    assert [found[0] for found in PHYSICAL.findall(rules(sheet.read_text()))] == []


@pytest.mark.parametrize(
    "sheet",
    [sheet for sheet in SHEETS if sheet.name not in {"tokens.css", "print.css"}],
    ids=lambda sheet: sheet.name,
)
def test_colours_are_named_in_the_tokens_only(sheet: Path) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(", rules(sheet.read_text())) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_text_is_smaller_than_twelve_pixels(sheet: Path) -> None:
    text = rules(sheet.read_text())
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;]*?([\d.]+)px", text)]
    sizes += [float(size) * 16 for size in re.findall(r"(?:font-size|--text-\w+):\s*([\d.]+)rem", text)]
    assert [size for size in sizes if size < 12] == []


def test_focus_motion_contrast_modes_and_paper_are_all_thought_of() -> None:
    every = "".join(sheet.read_text() for sheet in SHEETS)
    wanted = (
        ":focus-visible",
        "prefers-reduced-motion",
        "forced-colors",
        "@media print",
        "prefers-color-scheme: dark",
    )
    assert [rule for rule in wanted if rule not in every] == []


def test_a_drawing_on_its_own_carries_colours_and_no_variables() -> None:
    css = standalone_css()
    assert ("var(" in css, "@media" in css, ".fill-1 { fill: #0a3f8a; }" in css) == (False, False, True)
