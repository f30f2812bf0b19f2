"""Items read from elsewhere as the parts `responses` and `items` of an instrument file, to go on from by hand."""

from __future__ import annotations

from typing import Any

from samklang.methods.measurement.exchange.shareable import ReadBlock
from samklang.methods.measurement.instrument import ResponseSet


def fragment(block: ReadBlock) -> dict[str, Any]:
    """Plain data in the form of instrument/1. Scores, licence and source are for a person to write."""
    sets: list[ResponseSet] = []
    for item in block.items:
        if item.responses not in sets:
            sets.append(item.responses)
    names = [f"answer_{place}" for place in range(1, len(sets) + 1)]
    items = []
    for item in block.items:
        row: dict[str, Any] = {"id": item.id, "responses": names[sets.index(item.responses)]}
        items.append({**row, "text": dict(item.text)} if item.text else row)
    return {
        "id": block.id,
        "version": block.version,
        "title": dict(block.title),
        "responses": {name: _plain(each) for name, each in zip(names, sets, strict=True)},
        "items": items,
    }


def _plain(responses: ResponseSet) -> dict[str, Any]:
    non_answers = [{"code": code, "reason": reason} for code, reason in responses.non_answers.items()]
    if not responses.codes:
        return {"interval": [responses.low, responses.high], "non_answers": non_answers}
    options = [
        {"code": code, "label": dict(responses.labels[code])} if responses.labels[code] else {"code": code}
        for code in responses.codes
    ]
    return {"options": options, "non_answers": non_answers}
