"""Value maps that use every part of what is exported."""

from __future__ import annotations

from typing import Any

from tests.methods.value.maps import INPUTS, outcome, plain_outcome

HEAD: dict[str, Any] = {
    "schema": "value-map/1",
    "title": "Trygghet på torget / «öst»",
    "kind": "evaluation",
    "perspective": "society",
    "currency": "SEK",
    "price_year": 2024,
    "discount": {"rate": 0.035, "timing": "end"},
    "inputs": INPUTS,
}
NAMED = outcome(phenomenon="trygghet ute")
HARM = plain_outcome("oro hos grannar", 400.5, sign=-1, stakeholder="Grannar")
LEVEL = outcome(
    "improved",
    id="arbete",
    share_improved=0.25,
    counterfactual={"level": 0.1, "basis": "matched", "source": "Register"},
)
WEIGHED = [
    outcome("unit_value", id="vänner", weight=0.4),
    outcome("unit_value", id="sömn", weight=0.6, stakeholder="Barn"),
]
NO_KRONOR = ("currency", "price_year", "discount")

MAPS: dict[str, dict[str, Any]] = {
    "kronor": {**HEAD, "outcomes": [NAMED, HARM, LEVEL]},
    "forecast": {**HEAD, "kind": "forecast", "outcomes": [outcome(duration_years=2.5, drop_off=0.3)]},
    "weights": {
        **{key: value for key, value in HEAD.items() if key not in NO_KRONOR},
        "outcomes": WEIGHED,
    },
}
