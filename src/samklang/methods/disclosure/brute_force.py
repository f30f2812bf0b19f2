"""The attacker who knows the algorithm, for tiny worlds: run the publisher on all that could have been answered.

Every vector of answers of n people is published; vectors with the same output look alike to the world. Within such
a class, split by what an insider knows of their own answer, the posterior that a person is in the sensitive set is

    P(person low | output, own answers) = Σ of the prior over vectors where they are low / Σ over the class

with answers independent and the prior share of low answers spread evenly over the sensitive values, the rest over the
others. Exact bounds (the auditor) see only what is certain; this sees likelihood, and rules that depend on answers.
Source: Bayesian attack as in Dinur and Nissim (PODS 2003), by enumeration.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from samklang.methods.disclosure.atoms import Question

PRIOR = 0.30
MOST_VECTORS = 500_000
Publisher = Callable[[tuple[str, ...]], Hashable]


@dataclass(frozen=True)
class Posterior:
    """The worst an attacker can believe. share: 0-1; output: of the publisher; known: the insiders' own answers."""

    share: float
    output: Hashable
    known: tuple[tuple[int, str], ...]


def worst_posterior(
    publish: Publisher, question: Question, people: int, coalition: int = 1, prior: float = PRIOR
) -> Posterior:
    """The highest posterior of any person outside any coalition of up to so many, over all outputs.

    publish: from everybody's answers to whatever leaves. Raises ValueError for more than half a million vectors.
    """
    if len(question.values) ** people > MOST_VECTORS:
        raise ValueError(f"{len(question.values)} values and {people} people are too many to try all answers")
    weights = _weights(question, prior)
    groups: dict[Hashable, list[tuple[tuple[str, ...], float]]] = {}
    for answers in product(question.values, repeat=people):
        weight = 1.0
        for value in answers:
            weight *= weights[value]
        groups.setdefault(publish(answers), []).append((answers, weight))
    found = Posterior(0.0, None, ())
    for output, members in groups.items():
        for size in range(coalition + 1):
            for insiders in combinations(range(people), size):
                found = max(found, _worst(output, members, insiders, question), key=lambda each: each.share)
    return found


def _weights(question: Question, prior: float) -> dict[str, float]:
    low, fine = len(question.sensitive), len(question.values) - len(question.sensitive)
    return {value: prior / low if value in question.sensitive else (1 - prior) / fine for value in question.values}


def _worst(
    output: Hashable,
    members: Sequence[tuple[tuple[str, ...], float]],
    insiders: tuple[int, ...],
    question: Question,
) -> Posterior:
    """The worst posterior of an outsider, over what the insiders may have answered."""
    people = len(members[0][0])
    outsiders = [person for person in range(people) if person not in insiders]
    total: dict[tuple[str, ...], float] = {}
    low: dict[tuple[str, ...], list[float]] = {}
    for answers, weight in members:
        own = tuple(answers[person] for person in insiders)
        total[own] = total.get(own, 0.0) + weight
        sums = low.setdefault(own, [0.0] * people)
        for person in outsiders:
            sums[person] += weight * (answers[person] in question.sensitive)
    share, own = max((max(sums) / total[own], own) for own, sums in low.items())
    return Posterior(share, output, tuple(zip(insiders, own, strict=True)))
