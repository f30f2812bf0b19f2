"""Periods of time, in shares of themselves."""

from __future__ import annotations

from datetime import date


def elapsed_share(begins: date, ends: date, on: date) -> float:
    """How much of a period has passed, 0-1, by days, both ends included. Raises ValueError when it ends first."""
    if ends < begins:
        raise ValueError(f"the period ends {ends} before it begins {begins}")
    days = (ends - begins).days + 1
    return min(1.0, max(0.0, ((on - begins).days + 1) / days))
