"""Every database that agrees with what was published about one question, and the least of something among them.

The unknowns are x[a, v], people of atom a with value v: whole numbers ≥ 0, Σ_v x[a, v] = size of a. Values that no
statement tells apart share one unknown, a class of values; a target then counts only the classes wholly inside it.
Solved by mixed-integer programming (HiGHS through scipy), so the bounds are exact. Every database met on the way, the
truth first, is kept as a witness: what one of them refutes needs no programme.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from samklang.methods.disclosure.atoms import Atom, Question, Statement

SLACK = 1e-6


@dataclass
class World:
    """Atoms linked by statements. answers: person → value, which must agree with the statements.

    classes: values no statement tells apart; members: (atom, class) → people; witnesses: databases seen, one a row;
    solved: programmes solved so far.
    """

    parts: Sequence[Atom]
    question: Question
    statements: Sequence[Statement]
    answers: Mapping[str, str]
    solved: int = 0
    classes: tuple[frozenset[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        alike: dict[tuple[float, ...], set[str]] = {}
        for value in self.question.values:
            weights = tuple(statement.coef.get(value, 0.0) for statement in self.statements)
            alike.setdefault(weights, set()).add(value)
        self.classes = tuple(frozenset(values) for values in alike.values())
        place = {value: index for index, values in enumerate(self.classes) for value in values}
        self.members = Counter(
            (index, place[self.answers[person]]) for index, part in enumerate(self.parts) for person in part.people
        )
        self.witnesses = self.floor(self.members)[None, :]
        sums = np.kron(np.eye(len(self.parts)), np.ones(len(self.classes)))
        told = [self.row(statement) for statement in self.statements]
        sizes = [float(part.size) for part in self.parts]
        self._matrix = csr_array(np.vstack([sums, *told]))
        self._lows = np.array([*sizes, *(statement.lo for statement in self.statements)]) - SLACK
        self._highs = np.array([*sizes, *(statement.hi for statement in self.statements)]) + SLACK

    def inside(self, wanted: frozenset[str]) -> frozenset[int]:
        """The places of the classes wholly inside some values."""
        return frozenset(place for place, values in enumerate(self.classes) if values <= wanted)

    def row(self, statement: Statement) -> np.ndarray:
        """A statement's coefficients over all unknowns."""
        weights = np.array([statement.coef.get(min(values), 0.0) for values in self.classes])
        held = np.array([statement.people_set in part.sets for part in self.parts], dtype=float)
        return np.kron(held, weights)

    def floor(self, known: Mapping[tuple[int, int], int]) -> np.ndarray:
        """Lower bounds from people whose answers are known: (atom, class) → how many."""
        bounds = np.zeros((len(self.parts), len(self.classes)))
        for place, people in known.items():
            bounds[place] = people
        return bounds.ravel()

    def target(self, part: int, wanted: frozenset[str]) -> np.ndarray:
        """Coefficients that count an atom's people with one of the wanted values."""
        row = np.zeros((len(self.parts), len(self.classes)))
        row[part, sorted(self.inside(wanted))] = 1.0
        return row.ravel()

    def fewest(self, objective: np.ndarray) -> float:
        """The least value of an objective among the witnesses."""
        return float((self.witnesses @ objective).min())

    def least(self, objective: np.ndarray, floor: np.ndarray | None = None) -> float:
        """The least possible value of an objective. Raises ValueError when no database agrees."""
        found = self._solve(objective, self._matrix, self._lows, self._highs, floor)
        if found.x is None:
            raise ValueError(f"no database agrees with what was published ({found.message})")
        return float(found.fun)

    def look_near_the_truth(self, row: np.ndarray, most: float, keep: int) -> None:
        """Meet a database with Σ row · x ≤ most, if there is one, that holds as many people of each kind as the truth
        does, up to a number to keep; where it can't hold all it lacks as few as possible.
        """
        unknowns = row.size
        same, none = eye_array(unknowns), csr_array((self._matrix.shape[0], unknowns))
        matrix = vstack([hstack([self._matrix, none]), hstack([csr_array(row[None, :]), csr_array((1, unknowns))])])
        lacking = hstack([same, same])
        held = np.minimum(self.witnesses[0], keep)
        self._solve(
            np.concatenate([np.zeros(unknowns), np.ones(unknowns)]),
            csr_array(vstack([matrix, lacking])),
            np.concatenate([self._lows, [-np.inf], held]),
            np.concatenate([self._highs, [most + SLACK], np.full(unknowns, np.inf)]),
        )

    def _solve(
        self,
        objective: np.ndarray,
        matrix: csr_array,
        lows: np.ndarray,
        highs: np.ndarray,
        floor: np.ndarray | None = None,
    ) -> OptimizeResult:
        """Solve a programme whose first unknowns are the world's, and keep the database it finds."""
        self.solved += 1
        found = milp(
            objective,
            constraints=LinearConstraint(matrix, lows, highs),
            bounds=Bounds(np.zeros(objective.size) if floor is None else floor, np.full(objective.size, np.inf)),
            integrality=np.ones(objective.size),
        )
        if found.x is not None:
            self.witnesses = np.vstack([self.witnesses, np.round(found.x[: self.witnesses.shape[1]])])
        return found
