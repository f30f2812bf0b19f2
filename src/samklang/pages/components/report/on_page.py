"""A report's blocks as the page shows them: pictures and links get addresses, so that no SVG is trusted inline."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import get_language

from samklang.pages.components.drawing.colours import standalone_css

PARTS = ("first", "second")


def on_page(
    document: Mapping[str, Any],
    picture_address: Callable[[int], str],
    ref_address: Callable[[str], str] = lambda _ref: "",
) -> dict[str, Any]:
    """The document with a source for every picture and an address for every link.

    picture_address: a picture's id → its address; ref_address: what a link names → its page for this reader, or
    nothing; then the link leads to the place in the report itself.
    """

    def shown(block: Mapping[str, Any]) -> dict[str, Any]:
        """A block with what a template needs. One reads `items` as the mapping's own method."""
        found = {**block, "items_list": block.get("items", [])}
        if "svg" in block:
            found["source"] = _image(block["svg"])
        if block.get("phone"):
            found["phone_source"] = _image(block["phone"])
        if block.get("kind") == "picture":
            found["source"] = picture_address(block["id"])
        if block.get("kind") == "link":
            found["href"] = ref_address(block["ref"]) or (f"#{block['section']}" if block["section"] else "")
        if block.get("kind") == "cards":
            found["rows"] = [{**one, "link": shown(one["link"])} for one in block["rows"]]
        if block.get("kind") == "figures":
            found["rows"] = [(value, label, shown(working)) for value, label, working in block["rows"]]
        if block.get("kind") == "pair":
            found |= {part: [shown(one) for one in block[part]] for part in PARTS}
        return found

    cover = document.get("cover")
    return {
        **document,
        "cover": {**cover, "wide": _image(cover["wide"], ""), "narrow": _image(cover["narrow"], "")}
        if cover
        else None,
        "sections": [{**part, "blocks": [shown(block) for block in part["blocks"]]} for part in document["sections"]],
    }


def in_readers_language(content: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """A frozen report in the reader's language, else in the first it has."""
    return content.get(get_language() or "sv") or next(iter(content.values()))


def _image(svg: str, scheme: str = "dark") -> str:
    """A drawing as an image that runs nothing; with a scheme it also follows a reader who wants a dark page."""
    if scheme:
        dark = f"<style>@media (prefers-color-scheme: {scheme}) {{ {standalone_css(scheme)} }}</style>"
        head, end, rest = svg.partition("</style>")
        svg = head + end + dark + rest if end else svg
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
