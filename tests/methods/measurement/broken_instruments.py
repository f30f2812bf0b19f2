"""Instruments broken on purpose, in one place at a time."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_reader import read_instrument

Change = Callable[[Any], None]


def broken(change: Change, name: str = "rses") -> list[str]:
    """What is told of one of ours after a change."""
    fact = copy.deepcopy(dict(facts.load("instruments", name)))
    change(fact)
    with pytest.raises(UnreadableInput) as caught:
        read_instrument(fact, "x.yaml")
    return list(caught.value.problems)


def put(value: Any, *path: Any) -> Change:
    """The change that puts a value at the end of a path."""

    def change(fact: Any) -> None:
        for step in path[:-1]:
            fact = fact[step]
        fact[path[-1]] = value

    return change


def drop(*path: Any) -> Change:
    """The change that takes a key away."""

    def change(fact: Any) -> None:
        for step in path[:-1]:
            fact = fact[step]
        fact.pop(path[-1])

    return change
