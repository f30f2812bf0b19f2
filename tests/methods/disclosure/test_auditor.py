"""The auditor proves what a release gives away, and passes what the rule of buckets lets out."""

import random

import pytest

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.buckets import bucket

YES_NO = Question(("low", "fine"), frozenset({"low"}))
LOW = {"low": 1.0}


def world(groups: dict[str, tuple[int, int]], statements: list[Statement], coalition: int = 1) -> AuditInput:
    """Disjoint groups of n people of whom some are low; everyone is also in the set `all`."""
    people, answers = {}, {}
    for group, (n, low) in groups.items():
        for number in range(n):
            people[f"{group}{number}"] = frozenset({group, "all"})
            answers[f"{group}{number}"] = "low" if number < low else "fine"
    return AuditInput(coalition, {"q": YES_NO}, people, {"q": answers}, tuple(statements))


def kinds(material: AuditInput) -> list[str]:
    return sorted({violation.kind for violation in audit(material).violations})


def test_a_unanimous_group_with_an_exact_figure_is_certain() -> None:
    assert kinds(world({"a": (8, 8)}, [Statement("q", "a", LOW, 8, 8)])) == ["certain"]


def test_the_one_who_differs_knows_the_rest() -> None:
    assert kinds(world({"a": (12, 1)}, [Statement("q", "a", LOW, 1, 1)])) == ["insider"]


def test_nearly_all_in_a_small_group_is_as_good_as_certain() -> None:
    assert kinds(world({"a": (20, 18)}, [Statement("q", "a", LOW, 18, 18)])) == ["confident"]


def test_a_hidden_group_is_undone_by_the_total() -> None:
    told = [
        Statement("q", "all", LOW, 12, 12),
        Statement("q", "a", LOW, 8, 8),
        Statement("q", "b", LOW, 0, 10, suppressed=True),
    ]
    assert kinds(world({"a": (20, 8), "b": (10, 4)}, told)) == ["undone"]


def test_a_release_that_lies_is_found() -> None:
    assert kinds(world({"a": (20, 8)}, [Statement("q", "a", LOW, 9, 11)])) == ["false"]


def test_nothing_published_tells_nothing() -> None:
    result = audit(world({"a": (8, 8)}, []))
    assert (result.safe, result.margin) == (True, 8)


@pytest.mark.parametrize("seed", range(25))
def test_bucketed_groups_of_a_random_world_give_nobody_away(seed: int) -> None:
    rng = random.Random(seed)
    groups = {}
    for name in "abcd":
        n = rng.randint(8, 40)
        groups[name] = (n, rng.choice([0, n, rng.randint(0, n)]))
    told = []
    for name, (n, low) in groups.items():
        shown = bucket(low, n, 3, top_coded=True)
        told.append(Statement("q", name, LOW, shown.lo, shown.hi))
    assert kinds(world(groups, told)) == []
