"""Strict reading of one mapping: every key is asked for by name, and what nobody asked for is an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from numbers import Real

from samklang.methods.value.map.quantity import Quantity

LARGEST = 10**15
RANGE_KEYS = ({"low", "mode", "high"}, {"k", "n"})


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
        value = self._get(key, required)
        if value is None:
            return default
        if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
            return str(value).strip()
        self.problem(key, f"must be text, not {_kind(value)}")
        return default

    def choice(self, key: str, allowed: Sequence[str], default: str = "", required: bool = False) -> str:
        """One of a closed list of words."""
        value = self._get(key, required)
        if value is None:
            return default
        if isinstance(value, str) and value in allowed:
            return value
        self.problem(key, f"must be one of {', '.join(allowed)}, not {value!r}")
        return default

    def whole(self, key: str, required: bool = False, default: int | None = None) -> int | None:
        """A whole number."""
        value = self._get(key, required)
        number = number_of(value)
        if number is not None and number.denominator == 1:
            return int(number)
        if value is not None:
            self.problem(key, f"must be a whole number, not {_kind(value)}")
        return default

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._get(key, False)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.problem(key, f"must be true or false, not {_kind(value)}")
        return default

    def quantity(self, key: str, required: bool = False, counts: bool = False) -> Quantity | None:
        """A number, a range {low, mode, high} or, where counts is true, {k, n}."""
        value = self._get(key, required)
        if value is None:
            return None
        if isinstance(value, Mapping):
            return self._range(key, value, counts)
        number = number_of(value)
        if number is None:
            self.problem(key, f"must be a number{_percent_hint(value)}, not {_kind(value)}")
            return None
        return Quantity(number)

    def child(self, key: str, required: bool = False) -> Node | None:
        """A mapping inside this one."""
        value = self._get(key, required)
        if isinstance(value, Mapping):
            return Node(value, self.at(key), self.problems)
        if value is not None:
            self.problem(key, f"must be a mapping of keys and values, not {_kind(value)}")
        return None

    def children(self, key: str, required: bool = False) -> list[Node]:
        """A list of mappings."""
        value = self._get(key, required)
        if value is None:
            return []
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.problem(key, f"must be a list, not {_kind(value)}")
            return []
        for index, item in enumerate(value):
            if not isinstance(item, Mapping):
                self.problem(f"{key}[{index}]", f"must be a mapping of keys and values, not {_kind(item)}")
        found = enumerate(value)
        return [Node(item, self.at(f"{key}[{place}]"), self.problems) for place, item in found if _is_mapping(item)]

    def shares(self, key: str) -> dict[str, Fraction]:
        """A mapping of names to plain numbers, such as a split between payers."""
        node = self.child(key)
        if node is None:
            return {}
        found: dict[str, Fraction] = {}
        for name, raw in node.raw.items():
            number = number_of(raw)
            if number is None or not isinstance(name, str):
                node.problem(str(name), f"must be a name with a number{_percent_hint(raw)}, not {_kind(raw)}")
            else:
                found[name] = number
        return found

    def done(self) -> None:
        """Every key that nobody asked for is an error."""
        for key in self.raw:
            if key not in self.asked:
                self.problem(str(key), f"unknown key; known here: {', '.join(sorted(self.asked))}")

    def _get(self, key: str, required: bool) -> object:
        self.asked.add(key)
        value = self.raw.get(key)
        if value is None and required:
            self.problem(key, "is missing" if key not in self.raw else "is empty")
        elif value is None and key in self.raw:
            self.problem(key, "is empty; give a value or take the key away")
        return value

    def _range(self, key: str, value: Mapping[str, object], counts: bool) -> Quantity | None:
        stream = value.get("stream", "")
        keys = set(value) - {"stream"}
        allowed = RANGE_KEYS if counts else RANGE_KEYS[:1]
        if keys not in allowed or not isinstance(stream, str):
            self.problem(key, f"must be a number or {_shapes(allowed)}")
            return None
        numbers = {name: number_of(value[name]) for name in keys}
        wrong = [name for name, number in numbers.items() if number is None]
        for name in sorted(wrong):
            self.problem(f"{key}.{name}", f"must be a number{_percent_hint(value[name])}, not {_kind(value[name])}")
        found = {name: number for name, number in numbers.items() if number is not None}
        if wrong:
            return None
        if "n" in found:
            centre = found["k"] / found["n"] if found["n"] else Fraction(0)
            return Quantity(centre, k=found["k"], n=found["n"], stream=stream)
        return Quantity(found["mode"], low=found["low"], high=found["high"], stream=stream)


def _is_mapping(item: object) -> bool:
    return isinstance(item, Mapping)


def _shapes(allowed: Iterable[set[str]]) -> str:
    return " or ".join("{low, mode, high}" if "low" in keys else "{k, n}" for keys in allowed)


def _percent_hint(value: object) -> str:
    return " between 0 and 1 (write 0.20 for 20 %)" if isinstance(value, str) and "%" in value else ""


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    return repr(value)
