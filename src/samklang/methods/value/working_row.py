"""A working as plain data, for JSON."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from samklang.methods.value.explain import Working
from samklang.methods.value.number_text import plain


def working_row(working: Working) -> dict[str, Any]:
    """Every step and year of an outcome, numbers unrounded."""
    return {
        "id": working.outcome,
        "steps": [_plain_row(asdict(step)) for step in working.steps],
        "years": [_plain_row(asdict(year)) for year in working.years],
        "present_value": plain(working.present_value),
    }


def _plain_row(row: dict[str, Any]) -> dict[str, Any]:
    return {key: plain(value) if isinstance(value, Fraction) else value for key, value in row.items()}
