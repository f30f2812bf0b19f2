"""Links two waves by codes people make themselves, kept only as keyed hashes, with one mismatch tolerated."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# The usual mark, in standard deviations, for groups that differ at the start (Stuart 2010, 10.1214/09-STS313).
MARKED_DIFFERENCE = 0.25

# With fewer, strangers have codes one element apart: nearly everybody is ambiguous (docs/method/linking.md).
FEWEST_ELEMENTS = 5


@dataclass(frozen=True)
class LinkCode:
    """The hash of a whole code, and one for each element left out; None where an unknown element stood in it."""

    whole: str | None
    without: tuple[str | None, ...]


@dataclass(frozen=True)
class Linked:
    """pairs: the persons of wave one and two who are each other's only candidates; ambiguous: several candidates."""

    pairs: tuple[tuple[str, str], ...]
    ambiguous: tuple[frozenset[str], frozenset[str]]
    unmatched: tuple[frozenset[str], frozenset[str]]

    @property
    def match_share(self) -> float | None:
        """Linked people as a share, 0–1, of wave one; None when nobody stands there."""
        n = len(self.pairs) + len(self.ambiguous[0]) + len(self.unmatched[0])
        return len(self.pairs) / n if n else None


def link_code(elements: Sequence[str | None], key: bytes) -> LinkCode:
    """The keyed hashes of a code. elements: in fixed order, None = doesn't know; key: the project's secret.

    Raises ValueError for an empty key or fewer than five elements. HMAC: RFC 2104. Letters of any script are kept,
    Å is not A.
    """
    if not key:
        raise ValueError("a link code needs the project's key")
    if len(elements) < FEWEST_ELEMENTS:
        asked = "ask six or seven small questions, five only under a hundred people"
        raise ValueError(f"elements: {len(elements)} can't tell people apart; {asked}")
    plain = [None if each is None else unicodedata.normalize("NFC", each.strip().casefold()) for each in elements]
    plain = [each or None for each in plain]
    without = (_hash(str(place), plain[:place] + plain[place + 1 :], key) for place in range(len(plain)))
    return LinkCode(_hash("whole", plain, key), tuple(without))


def _hash(kind: str, elements: Sequence[str | None], key: bytes) -> str | None:
    known = [each for each in elements if each is not None]
    if len(known) < len(elements):
        return None
    # Lengths are written out, so that ("ab", "c") and ("a", "bc") differ.
    text = kind + "".join(f"|{len(each)}:{each}" for each in known)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def link(first: Mapping[str, LinkCode], second: Mapping[str, LinkCode]) -> Linked:
    """Pairs of persons whose codes differ in one element at most and who are each other's only candidates."""
    forward = _candidates(first, second)
    backward: dict[str, set[str]] = {name: set() for name in second}
    for one, others in forward.items():
        for other in others:
            backward[other].add(one)
    pairs = []
    for one, others in forward.items():
        if len(others) == 1 and len(backward[next(iter(others))]) == 1:
            pairs.append((one, next(iter(others))))
    linked = {name for pair in pairs for name in (("1", pair[0]), ("2", pair[1]))}
    ambiguous, unmatched = [], []
    for wave, found in (("1", forward), ("2", backward)):
        ambiguous.append(frozenset(n for n, others in found.items() if others and (wave, n) not in linked))
        unmatched.append(frozenset(n for n, others in found.items() if not others))
    return Linked(tuple(pairs), (ambiguous[0], ambiguous[1]), (unmatched[0], unmatched[1]))


def _candidates(first: Mapping[str, LinkCode], second: Mapping[str, LinkCode]) -> dict[str, set[str]]:
    by_hash: dict[str, set[str]] = defaultdict(set)
    for name, code in second.items():
        for each in (code.whole, *code.without):
            if each is not None:
                by_hash[each].add(name)
    found: dict[str, set[str]] = {}
    for name, code in first.items():
        hashes = [each for each in (code.whole, *code.without) if each is not None]
        found[name] = set().union(*(by_hash.get(each, set()) for each in hashes))
    return found


def standardised_difference(linked: NDArray[np.float64], others: NDArray[np.float64]) -> float | None:
    """How the linked differ from the others at baseline: mean difference over the pooled SD (Cohen's d).

    linked, others: (n,) and (m,) scores, points. None with fewer than two people on a side or no spread.
    """
    if min(len(linked), len(others)) < 2:
        return None
    freedom = len(linked) + len(others) - 2
    squares = (len(linked) - 1) * linked.var(ddof=1) + (len(others) - 1) * others.var(ddof=1)
    pooled = float(np.sqrt(squares / freedom))
    return None if pooled == 0 else float(linked.mean() - others.mean()) / pooled


@dataclass(frozen=True)
class BaselineDifference:
    """How the linked differ from the rest of wave one in one score, at baseline.

    linked_n, others_n: people with the score; linked_mean, others_mean: points; d: standardised difference.
    """

    linked_n: int
    others_n: int
    linked_mean: float | None
    others_mean: float | None
    d: float | None

    @property
    def marked(self) -> bool:
        """Whether the linked are others than the rest: the result then speaks for the linked alone."""
        return self.d is not None and abs(self.d) >= MARKED_DIFFERENCE


def compare_at_baseline(
    linked: Linked, people: Sequence[str], scores: Mapping[str, NDArray[np.float64]]
) -> dict[str, BaselineDifference]:
    """The linked beside everybody else of wave one, score by score. scores: name → (n,) points, NaN = none.

    people: (n,) those of wave one, in the order of the scores. Raises ValueError when a score has another length.
    """
    paired = {one for one, _ in linked.pairs}
    is_linked = np.array([name in paired for name in people], dtype=np.bool_)
    return {name: _difference(values, is_linked) for name, values in scores.items()}


def _difference(values: NDArray[np.float64], is_linked: NDArray[np.bool_]) -> BaselineDifference:
    if values.shape != is_linked.shape:
        raise ValueError("a score needs one value for each person of wave one")
    known = ~np.isnan(values)
    ours, others = values[known & is_linked], values[known & ~is_linked]
    return BaselineDifference(
        len(ours), len(others), _mean(ours), _mean(others), standardised_difference(ours, others)
    )


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if len(values) else None
