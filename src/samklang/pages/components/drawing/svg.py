"""Safe SVG text: one function makes every element, so that nothing reaches a drawing unescaped."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape, quoteattr

# Marks that turn or hide the writing of what stands around them; people's own letters keep their direction without.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff")


def clean(text: str) -> str:
    """The text without control characters and direction overrides."""
    if text.isprintable():  # nothing of either sort counts as printable, and most text is
        return text
    kept = (letter for letter in text if letter not in TURNING)
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in kept)


def isolated(text: str) -> str:
    """The clean text, kept apart from its surroundings if any letter runs right to left."""
    plain = clean(text)
    if plain.isascii():
        return plain
    if any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in plain):
        return f"\u2068{plain}\u2069"
    return plain


def element(name: str, *inside: str, text: str = "", **attributes: object) -> str:
    """An element: ``text`` is escaped, ``inside`` is finished SVG; attributes as Python spells them.

    An attribute that is None or empty is left out.
    """
    parts = [name]
    for key, value in attributes.items():
        if value is None or value == "":
            continue
        written = attribute(value) if isinstance(value, float) else clean(str(value))
        parts.append(f"{_name(key)}={quoteattr(written)}")
    content = escape(isolated(text)) + "".join(inside)
    opened = " ".join(parts)
    return f"<{opened}>{content}</{name}>" if content else f"<{opened}/>"


def attribute(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{round(value, 2):g}" if abs(value) < 100_000 else f"{value:.0f}"


def _name(key: str) -> str:
    if key in {"viewBox", "pathLength", "patternUnits", "preserveAspectRatio", "patternTransform"}:
        return key
    return key.rstrip("_").replace("_", "-")
