"""The colours and rules of a drawing that stands on its own: drawing.css with the tokens' light values written in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static" / "samklang"
PRINT_FONTS = '"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif'


@cache
def tokens(scheme: str = "light") -> dict[str, str]:
    """The tokens of a scheme, ``light`` or ``dark``."""
    text = (STATIC / "tokens.css").read_text(encoding="utf-8")
    light, _, dark = text.partition("@media (prefers-color-scheme: dark)")
    found = _declared(light)
    if scheme == "dark":
        found |= _declared(dark.partition("/* the line")[0])
    return found


@cache
def standalone_css(scheme: str = "light") -> str:
    """The classes of drawings, on white paper or on a dark page, without anything a PDF writer doesn't know."""
    white = {"--page": "#ffffff", "--surface": "#ffffff"} if scheme == "light" else {}
    values = tokens(scheme) | white | {"--font": PRINT_FONTS}
    text = (STATIC / "drawing.css").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S).partition("@media")[0]
    text = re.sub(r"var\((--[\w-]+)\)", lambda found: values[found[1]], text)
    return re.sub(r"\s+", " ", text).strip()


def _declared(text: str) -> dict[str, str]:
    return {name: value.strip() for name, value in re.findall(r"(--[\w-]+):\s*([^;]+);", text)}
