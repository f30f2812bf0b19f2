"""Random places whose waves are released by every row of the rule, for the auditor to attack."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from samklang.methods.disclosure.audit_material import Earlier
from samklang.methods.disclosure.closing import Closing, close
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Row

AXES = ("lives_here", "took_part")
LABELS = (("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no"))


@dataclass(frozen=True)
class Person:
    """A person with a lasting place in the area and a lean: the share of the steps they stand low on."""

    labels: tuple[str, ...]
    low: float
    skips: float


@dataclass(frozen=True)
class World:
    """Waves of one place: its rows and the closing of each, compared with the one before where the plan says so."""

    rows: tuple[tuple[Row, ...], ...]
    closings: tuple[Closing, ...]


def random_questions(rng: Random) -> tuple[Asked, ...]:
    """A few questions: scales of 2 to 7 steps, one or more of them sensitive, and one that isn't ordered."""
    asked = []
    for place in range(rng.randint(1, 3)):
        steps = rng.randint(2, 7)
        asked.append(Asked(f"q{place}", tuple(range(1, steps + 1)), rng.randint(1, max(1, steps // 2))))
    kinds = rng.randint(2, 5)
    return (*asked, Asked("kind", tuple(range(1, kinds + 1)), rng.randint(1, kinds - 1), ordered=False))


def random_people(rng: Random) -> list[Person]:
    """One group of 3–120 or an area of several groups; each is polarised on its own, 5–90 % low."""
    cells = [()] if rng.random() < 0.6 else [*LABELS]
    skips = rng.choice([0.0, 0.02, 0.3])
    people = []
    for labels in cells:
        low = rng.choice([0.05, 0.9, rng.uniform(0.05, 0.9)])
        people += [Person(labels, low, skips)] * rng.randint(3, 120 if labels == () else 40)
    return people


def answers(rng: Random, person: Person, questions: tuple[Asked, ...], shift: float) -> Row:
    """What a person answers in a wave."""
    given: dict[str, int | None] = {}
    for asked in questions:
        low = rng.random() < min(0.99, max(0.01, person.low + shift))
        steps = asked.steps[: asked.sensitive] if low else asked.steps[asked.sensitive :] or asked.steps
        given[asked.id] = None if rng.random() < person.skips else rng.choice(steps)
    return Row(person.labels, given)


def random_world(seed: int, coalition: int = 1) -> World:
    """One to three waves. Some people come and go between them; the second is compared with the first."""
    rng = Random(seed)
    plan = Plan(k=max(8, 2 * (coalition + 2)), coalition=coalition)
    questions, people = random_questions(rng), random_people(rng)
    axes = AXES if people[0].labels else ()
    stays = rng.choice([1.0, 0.95, 0.7])
    rows: list[tuple[Row, ...]] = []
    closings: list[Closing] = []
    standing: list[list[int]] = []
    for wave in range(rng.randint(1, 3)):
        shift = rng.choice([0.0, 0.8, -0.8]) if wave else 0.0
        here = [place for place in range(len(people)) if rng.random() < stays]
        rows.append(tuple(answers(rng, people[place], questions, shift) for place in here))
        standing.append(here)
        earlier = None
        if wave == 1:
            known = {place: now for now, place in enumerate(here)}
            links = {then: known[place] for then, place in enumerate(standing[0]) if place in known}
            earlier = Earlier(closings[0].release, rows[0], links)
        closings.append(close(rows[-1], axes, questions, plan, earlier))
    return World(tuple(rows), tuple(closings))


def edge_world(seed: int, coalition: int = 1) -> World:
    """Two waves whose linked people moved together, at the edges where buckets and change could undo each other."""
    rng = Random(seed)
    steps = rng.randint(2, 4)
    asked = Asked("q", tuple(range(1, steps + 1)), 1 if steps == 2 else rng.randint(1, steps // 2))
    linked = rng.randint(12, 32)
    cuts = sorted(rng.choice([0, linked, rng.randint(0, linked), 2 * linked // 3]) for _ in range(3))
    sides = [(True, True)] * cuts[0] + [(True, False)] * (cuts[1] - cuts[0])
    sides += [(False, True)] * (cuts[2] - cuts[1]) + [(False, False)] * (linked - cuts[2])
    low, fine = asked.steps[: asked.sensitive], asked.steps[asked.sensitive :]
    ends = rng.random() < 0.5

    def row(is_low: bool) -> Row:
        chosen = low if is_low else fine
        return Row((), {"q": chosen[0] if ends else rng.choice(chosen)})

    rows = []
    for wave in range(2):
        alone = rng.random() < 0.5
        rows.append([row(side[wave]) for side in sides] + [row(alone)] * rng.choice([0, 1, 2, 3, 5, 8]))
    plan = Plan(k=max(8, 2 * (coalition + 2)), coalition=coalition)
    first = close(rows[0], (), (asked,), plan)
    earlier = Earlier(first.release, rows[0], {place: place for place in range(linked)})
    second = close(rows[1], (), (asked,), plan, earlier)
    return World(tuple(map(tuple, rows)), (first, second))
