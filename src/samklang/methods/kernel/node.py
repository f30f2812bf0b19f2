"""Strict reading of one mapping: every key is asked for by name, and what nobody asked for is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import inf
from numbers import Real
from typing import Self, TypeVar

from samklang.methods.kernel.findings import UnreadableInput

Made = TypeVar("Made")

LARGEST = 10**15
DECIMAL_COMMA = re.compile(r"[-+]?\d{1,15},\d{1,15}")


def number_of(raw: object) -> Fraction | None:
    """The exact number behind a written one, or nothing if it isn't a number of sensible size."""
    if isinstance(raw, bool) or not isinstance(raw, Real | Decimal):
        return None
    try:
        number = Fraction(str(raw))
    except ValueError:  # not a number, infinite, or thousands of digits
        return None
    return number if abs(number) <= LARGEST else None


@dataclass
class Node:
    """A mapping under reading. raw: what was written; path: where it stands; problems: all that was found so far."""

    raw: Mapping[str, object]
    path: str
    problems: list[str]
    asked: set[str] = field(default_factory=set)

    @classmethod
    def read_top(cls, raw: object, schema: str, read: Callable[[Self], Made]) -> Made:
        """What a whole file says. Raises UnreadableInput with every problem at once, each naming its path."""
        if not isinstance(raw, Mapping):
            raise UnreadableInput([f"the top: must be a mapping of keys and values, starting with schema: {schema}"])
        node = cls(raw, "", [])
        made = read(node)
        node.done()
        if node.problems:
            raise UnreadableInput(node.problems)
        return made

    def at(self, key: str) -> str:
        """The path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether a key is given; it then counts as known."""
        self.asked.add(key)
        return key in self.raw

    def problem(self, key: str, text: str) -> None:
        """Note what is wrong with a key."""
        self.problems.append(f"{self.at(key)}: {text}")

    def text(self, key: str, required: bool = False, default: str = "") -> str:
        """A text; numbers and dates are read as they stand, so that a source may be `2024`."""
        value = self.get(key, required)
        if value is None:
            return default
        if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
            told = str(value).strip()
            if required and not told:
                self.problem(key, "is empty")
            return told
        self.problem(key, f"must be text, not {kind_of(value)}")
        return default

    def choice(self, key: str, allowed: Sequence[str], default: str = "", required: bool = False) -> str:
        """One of a closed list of words."""
        value = self.get(key, required)
        if value is None:
            return default
        if isinstance(value, str) and value in allowed:
            return value
        self.problem(key, f"must be one of {', '.join(allowed)}, not {value!r}")
        return default

    def whole(self, key: str, required: bool = False, default: int | None = None) -> int | None:
        """A whole number."""
        value = self.get(key, required)
        number = number_of(value)
        if number is not None and number.denominator == 1:
            return int(number)
        if value is not None:
            self.problem(key, f"must be a whole number, not {kind_of(value)}")
        return default

    def number(self, key: str, required: bool = False, default: float | None = None) -> float | None:
        """A plain number."""
        value = self.get(key, required)
        number = number_of(value)
        if number is not None:
            return float(number)
        if value is not None:
            self.problem(key, f"must be a number{number_hint(value)}, not {kind_of(value)}")
        return default

    def words(self, key: str) -> list[str]:
        """A list of words."""
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.problem(key, f"must be a list, not {kind_of(value)}")
            return []
        wrong = [place for place, item in enumerate(value) if not isinstance(item, str) or not item.strip()]
        for place in wrong:
            self.problem(f"{key}[{place}]", f"must be a word, not {kind_of(value[place])}")
        return [item.strip() for place, item in enumerate(value) if place not in wrong]

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.get(key, False)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.problem(key, f"must be true or false, not {kind_of(value)}")
        return default

    def child(self, key: str, required: bool = False) -> Self | None:
        """A mapping inside this one."""
        value = self.get(key, required)
        if isinstance(value, Mapping):
            return type(self)(value, self.at(key), self.problems)
        if value is not None:
            self.problem(key, f"must be a mapping of keys and values, not {kind_of(value)}")
        return None

    def children(self, key: str, required: bool = False) -> list[Self]:
        """A list of mappings."""
        value = self.get(key, required)
        if value is None:
            return []
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.problem(key, f"must be a list, not {kind_of(value)}")
            return []
        for index, item in enumerate(value):
            if not isinstance(item, Mapping):
                self.problem(f"{key}[{index}]", f"must be a mapping of keys and values, not {kind_of(item)}")
        found = enumerate(value)
        return [
            type(self)(item, self.at(f"{key}[{place}]"), self.problems) for place, item in found if _is_mapping(item)
        ]

    def done(self) -> None:
        """Every key that nobody asked for is an error."""
        for key in self.raw:
            if key not in self.asked:
                self.problem(str(key), f"unknown key; known here: {', '.join(sorted(self.asked))}")

    def get(self, key: str, required: bool = False) -> object:
        """What is written at a key, or nothing."""
        self.asked.add(key)
        value = self.raw.get(key)
        if value is None and required:
            self.problem(key, "is missing" if key not in self.raw else "is empty")
        elif value is None and key in self.raw:
            self.problem(key, "is empty; give a value or take the key away")
        return value


def _is_mapping(item: object) -> bool:
    return isinstance(item, Mapping)


def number_hint(value: object) -> str:
    """How to write a number, for somebody who wrote per cents, a decimal comma or more than anybody counts."""
    if isinstance(value, str):
        if "%" in value:
            return " between 0 and 1 (write 0.20 for 20 %)"
        return " with a decimal point (write 0.2 for 0,2)" if DECIMAL_COMMA.fullmatch(value.strip()) else ""
    return f" of at most {LARGEST}" if isinstance(value, int | float) and LARGEST < abs(value) < inf else ""


def kind_of(value: object) -> str:
    """What was written, for an error."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    return repr(value)
