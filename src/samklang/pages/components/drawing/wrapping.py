"""How wide a text is, about, and where it breaks: SVG can't break lines by itself."""

from __future__ import annotations

NARROW = frozenset("iljtfrI.,:;'|!()[] \u00a0·")
WIDE = frozenset("mwMW@%")


def width_of(text: str, size: float) -> float:
    """About how many pixels the text takes in Noto Sans."""
    return sum(_share(letter) for letter in text) * size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than ``width`` pixels; a word longer than that stands on a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if not word:
            continue
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _share(letter: str) -> float:
    if letter in NARROW:
        return 0.33
    if letter in WIDE:
        return 0.88
    return 0.66 if letter.isupper() else 0.58
