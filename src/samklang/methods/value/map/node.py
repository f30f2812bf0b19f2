"""A node of a value map: besides words and numbers it holds quantities with a range, and splits between payers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from samklang.methods.kernel import node as kernel_node
from samklang.methods.kernel.node import kind_of, number_hint, number_of
from samklang.methods.value.map.limits import FIRST_YEAR, LAST_YEAR
from samklang.methods.value.map.quantity import Quantity

__all__ = ["Node", "number_of"]

RANGE_KEYS = ({"low", "mode", "high"}, {"k", "n"})


@dataclass
class Node(kernel_node.Node):
    """A mapping under reading, in a value map."""

    def quantity(self, key: str, required: bool = False, counts: bool = False) -> Quantity | None:
        """A number, a range {low, mode, high} or, where counts is true, {k, n}."""
        value = self.get(key, required)
        if value is None:
            return None
        if isinstance(value, Mapping):
            return self._range(key, value, counts)
        number = number_of(value)
        if number is None:
            self.problem(key, f"must be a number{number_hint(value)}, not {kind_of(value)}")
            return None
        return Quantity(number)

    def year(self, key: str, required: bool = False) -> int | None:
        """A calendar year, such as that of prices."""
        year = self.whole(key, required)
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            self.problem(key, f"must be a year such as 2024, not {year}")
        return year

    def shares(self, key: str) -> dict[str, Fraction]:
        """A mapping of names to plain numbers, such as a split between payers."""
        node = self.child(key)
        if node is None:
            return {}
        found: dict[str, Fraction] = {}
        for name, raw in node.raw.items():
            number = number_of(raw)
            if number is None or not isinstance(name, str):
                node.problem(str(name), f"must be a name with a number{number_hint(raw)}, not {kind_of(raw)}")
            else:
                found[name] = number
        return found

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
            self.problem(f"{key}.{name}", f"must be a number{number_hint(value[name])}, not {kind_of(value[name])}")
        found = {name: number for name, number in numbers.items() if number is not None}
        if wrong:
            return None
        if "n" in found:
            centre = found["k"] / found["n"] if found["n"] else Fraction(0)
            return Quantity(centre, k=found["k"], n=found["n"], stream=stream)
        return Quantity(found["mode"], low=found["low"], high=found["high"], stream=stream)


def _shapes(allowed: Iterable[set[str]]) -> str:
    return " or ".join("{low, mode, high}" if "low" in keys else "{k, n}" for keys in allowed)
