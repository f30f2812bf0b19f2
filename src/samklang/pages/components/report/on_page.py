"""A report's blocks as the page shows them: every picture gets an address, so that no SVG is trusted inline."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import get_language


def on_page(document: Mapping[str, Any], picture_address: Callable[[int], str]) -> dict[str, Any]:
    """The document with a source for every picture. Drawings travel inside the page, as images that run nothing."""
    return {
        **document,
        "sections": [
            {**part, "blocks": [_shown(block, picture_address) for block in part["blocks"]]}
            for part in document["sections"]
        ],
    }


def in_readers_language(content: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """A frozen report in the reader's language, else in the first it has."""
    return content.get(get_language() or "sv") or next(iter(content.values()))


def _shown(block: Mapping[str, Any], picture_address: Callable[[int], str]) -> dict[str, Any]:
    if "svg" in block:
        drawn = b64encode(block["svg"].encode()).decode()
        return {**block, "source": f"data:image/svg+xml;base64,{drawn}"}
    if block["kind"] == "picture":
        return {**block, "source": picture_address(block["id"])}
    # A template reads `items` as the mapping's own method.
    return {**block, "items_list": block.get("items", [])}
