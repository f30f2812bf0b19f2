"""Ballots of a prioritising: what each voter put where, read once and refused with every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from scipy.stats import rankdata

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.statistics.sample import Integers, Numbers


@dataclass(frozen=True)
class Ballot:
    """One voter's order.

    places: option → place, 1 first; equal places are level; options left out come after the named ones, level.
    sector: the partner's that the voter speaks for; None for a resident, who speaks for nobody else.
    """

    places: Mapping[str, float]
    sector: str | None = None

    @property
    def blank(self) -> bool:
        """Whether it places nothing."""
        return not self.places


def check_ballots(ballots: Sequence[Ballot], options: Sequence[str]) -> None:
    """Raises UnreadableInput with every problem of the options and the ballots, each with its place."""
    problems = [
        *_of_options(options),
        *(line for at, one in enumerate(ballots) for line in _of_ballot(at, one, options)),
    ]
    if problems:
        raise UnreadableInput(problems)


def ranks_of(ballots: Sequence[Ballot], options: Sequence[str]) -> Numbers:
    """Ranks, (voters, options): 1 first; level options share their mean rank, those left out the last ones."""
    rows = [[one.places.get(option, max(one.places.values()) + 1) for option in options] for one in ballots]
    return np.asarray(rankdata(np.array(rows, dtype=np.float64).reshape(-1, len(options)), axis=1), dtype=np.float64)


def places_of(ranks: Numbers) -> Integers:
    """Place of each option in each voter's order, (voters, options): one more than how many stand before it."""
    return np.asarray(rankdata(ranks, method="min", axis=1), dtype=np.int64)


def _of_options(options: Sequence[str]) -> Iterator[str]:
    if len(options) < 2:
        yield f"options: there is {len(options)}; an order needs two or more"
    for option in dict.fromkeys(options):
        if options.count(option) > 1:
            yield f"options: '{option}' stands there {options.count(option)} times; name each option once"


def _of_ballot(at: int, ballot: Ballot, options: Sequence[str]) -> Iterator[str]:
    if ballot.sector == "":
        yield f"ballots.{at}.sector: is empty; name the partner's sector, or None for a resident"
    for option, place in ballot.places.items():
        if option not in options:
            yield f"ballots.{at}.places: there is no option '{option}'; there are {', '.join(options)}"
        if isinstance(place, bool) or not isinstance(place, int | float) or not isfinite(place) or place < 1:
            yield f"ballots.{at}.places.{option}: {place!r} is no place; write 1 for first, 2 for second"
