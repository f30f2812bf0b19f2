"""What respondents who pool their own answers can prove about all the others of an atom.

Their answers are a floor on the unknowns; those of members who sit in other atoms count too. The truth agrees with
everything published, so only coalitions that hold everybody of the atom who stands outside the target can prove it.
A database seen before refutes a coalition when it holds the coalition's answers and leaves one of the others outside;
only coalitions that no such witness refutes need a programme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement

import numpy as np

from samklang.methods.disclosure.world import World

# (atom, class of values) → how many members of a coalition.
Known = Mapping[tuple[int, int], int]


def insiders_learn(world: World, part: int, wanted: frozenset[str], coalition: int) -> bool:
    """Whether some coalition of real respondents can prove that all others of an atom are inside."""
    row, inside = world.target(part, wanted), world.inside(wanted)
    size = world.parts[part].size
    outside = {
        place: people for place, people in world.members.items() if place[0] == part and place[1] not in inside
    }
    alone = sum(outside.values())
    if alone > coalition:
        return False
    witnesses = _Witnesses(world, row, size, coalition)
    for known in _coalitions(world.members, outside, coalition):
        here = sum(people for (index, _), people in known.items() if index == part)
        own = here - alone
        if here == size or witnesses.refute(known, alone):
            continue
        if not witnesses.near:
            witnesses.look_near_the_truth(size - alone - 1)
            if witnesses.refute(known, alone):
                continue
        if round(world.least(row, world.floor(known))) - own == size - here:
            return True
        witnesses.look()
    return False


def _coalitions(members: Known, outside: Known, most: int) -> Iterator[dict[tuple[int, int], int]]:
    """Every distinct coalition of real respondents that holds those outside the target: (atom, class) → members."""
    for size in range(max(0, 1 - sum(outside.values())), most - sum(outside.values()) + 1):
        for chosen in combinations_with_replacement(sorted(members), size):
            known = dict(outside)
            for kind in chosen:
                known[kind] = known.get(kind, 0) + 1
            if all(people <= members[kind] for kind, people in known.items()):
                yield known


class _Witnesses:
    """Which databases hold so many people of a kind, as bits of a whole number, by how many they leave outside."""

    def __init__(self, world: World, row: np.ndarray, size: int, coalition: int) -> None:
        self.world, self.row, self.size, self.coalition = world, row, size, coalition
        self.near = False
        self.look()

    def look_near_the_truth(self, most: int) -> None:
        """Meet the database most like the truth that leaves one more outside; it refutes nearly all at once."""
        self.near = True
        self.world.look_near_the_truth(self.row, most, self.coalition)
        self.look()

    def look(self) -> None:
        """Take in the databases the world has seen."""
        seen = self.world.witnesses
        left = self.size - seen @ self.row
        self.open = [_bits(left > outside) for outside in range(self.coalition + 1)]
        shape = (len(seen), len(self.world.parts), len(self.world.classes))
        counts = seen.reshape(shape)
        self.holds = {
            (place, people): _bits(counts[:, place[0], place[1]] >= people)
            for place in self.world.members
            for people in range(1, self.coalition + 1)
        }

    def refute(self, known: Known, outside: int) -> bool:
        """Whether a database holds the coalition's answers and leaves one of the others outside the target.

        outside: members of the coalition who are in the atom and outside the target themselves.
        """
        agree = self.open[outside]
        for kind in known.items():
            agree &= self.holds[kind]
        return agree != 0


def _bits(flags: np.ndarray) -> int:
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")
