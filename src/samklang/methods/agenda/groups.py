"""Whose orders may be told together: small sectors are joined, and residents stay among eight or more.

A partner votes for an organisation, a resident for nobody else. Partners: a sector under 3 voters is joined with
the other small ones, and while these are still under 3 the smallest told sector joins them, or subtraction would give
them away. Residents are one group; under 8 they are left out of every figure, as everywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.methods.agenda.ballots import Ballot
from samklang.methods.disclosure.plan import SHOWN_FROM

JOINED_UNDER = 3


@dataclass(frozen=True)
class Group:
    """Voters told together. sectors: the partners', several when joined; residents: whether they are among them."""

    sectors: tuple[str, ...]
    residents: bool
    ballots: tuple[Ballot, ...]

    @property
    def name(self) -> str:
        """What a finding calls a group told apart."""
        return " and ".join(self.sectors) or "residents"


@dataclass(frozen=True)
class Electorate:
    """Those who voted. whole: all who are counted; groups: those told apart, none when there is only one.

    left_out: whether there are residents, but too few to be counted.
    """

    whole: Group
    groups: tuple[Group, ...]
    left_out: bool


def electorate(ballots: Sequence[Ballot]) -> Electorate:
    """Who is counted and who is told apart. ballots: none of them blank."""
    residents = tuple(one for one in ballots if one.sector is None)
    sectors: dict[str, list[Ballot]] = {}
    for one in ballots:
        if one.sector is not None:
            sectors.setdefault(one.sector, []).append(one)
    counted = len(residents) >= SHOWN_FROM
    partners = tuple(one for rows in sectors.values() for one in rows)
    whole = Group(tuple(sorted(sectors)), counted, partners + (residents if counted else ()))
    groups = [_group(names, sectors) for names in _joined({name: len(rows) for name, rows in sectors.items()})]
    if counted:
        groups.append(Group((), True, residents))
    return Electorate(whole, tuple(groups) if len(groups) > 1 else (), bool(residents) and not counted)


def _joined(sizes: dict[str, int]) -> list[tuple[str, ...]]:
    """Names of the sectors told together, the joined ones last; nothing of fewer than three voters."""
    by_size = sorted(sizes, key=lambda name: (sizes[name], name))
    small = sum(sizes[name] < JOINED_UNDER for name in by_size)
    while 0 < small < len(by_size) and sum(sizes[name] for name in by_size[:small]) < JOINED_UNDER:
        small += 1
    alone = [(name,) for name in sorted(by_size[small:])]
    enough = sum(sizes[name] for name in by_size[:small]) >= JOINED_UNDER
    return alone + [tuple(sorted(by_size[:small]))] * enough


def _group(names: tuple[str, ...], sectors: dict[str, list[Ballot]]) -> Group:
    return Group(names, False, tuple(one for name in names for one in sectors[name]))
