"""Stops as links with a spoken name, in lists a screen reader can walk through."""

from __future__ import annotations

from collections.abc import Iterable

from samklang.pages.components.drawing.svg import element


def linked(inside: str, spoken: str, href: str) -> str:
    """A list item; a link if it leads anywhere. Only addresses within the site and plain web addresses are linked."""
    safe = href.startswith(("/", "#", "?", "https://", "http://"))
    if href and safe:
        content = element("a", inside, href=href, aria_label=spoken)
    else:
        content = element("g", inside, role="img", aria_label=spoken)
    return element("g", content, role="listitem")


def listed(items: Iterable[str], name: str) -> str:
    """The items as a list."""
    return element("g", *items, role="list", aria_label=name)
