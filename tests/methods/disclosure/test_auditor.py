"""The auditor proves what a release gives away, and passes what the rule of buckets lets out."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from samklang.methods.disclosure.atoms import Atom, AuditInput, Question, Statement
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.buckets import bucket
from samklang.methods.disclosure.world import World

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


def scale(given: Mapping[str, int], statements: list[Statement]) -> AuditInput:
    """One group that answered a scale of three steps, the first of them sensitive."""
    values = [value for value, people in given.items() for _ in range(people)]
    answers = {f"p{place}": value for place, value in enumerate(values)}
    question = Question(("1", "2", "3"), frozenset({"1"}))
    return AuditInput(1, {"q": question}, dict.fromkeys(answers, frozenset({"a"})), {"q": answers}, tuple(statements))


def kinds(material: AuditInput) -> list[str]:
    return sorted({violation.kind for violation in audit(material).violations})


def exact(group: str, count: float, coef: Mapping[str, float] = LOW) -> Statement:
    return Statement("q", group, coef, count, count)


def test_a_unanimous_group_with_an_exact_figure_is_certain() -> None:
    assert kinds(world({"a": (8, 8)}, [exact("a", 8)])) == ["certain"]


def test_a_group_of_which_nobody_is_low_is_certain_too() -> None:
    assert kinds(world({"a": (8, 0)}, [exact("a", 0)])) == ["certain"]


def test_the_one_who_differs_knows_the_rest() -> None:
    assert kinds(world({"a": (12, 1)}, [exact("a", 1)])) == ["insider"]


def test_two_who_differ_know_the_rest_when_they_pool_what_they_know() -> None:
    told = [exact("a", 2)]
    assert kinds(world({"a": (12, 2)}, told)) == []
    assert kinds(world({"a": (12, 2)}, told, coalition=2)) == ["insider"]


def test_buckets_made_for_one_insider_do_not_hold_against_two() -> None:
    told = [Statement("q", "a", LOW, 0, 2)]
    assert kinds(world({"a": (8, 2)}, told)) == []
    assert kinds(world({"a": (8, 2)}, told, coalition=2)) == ["insider"]


def test_nearly_all_in_a_small_group_is_as_good_as_certain() -> None:
    assert kinds(world({"a": (20, 18)}, [exact("a", 18)])) == ["confident"]


def test_nearly_all_of_thirty_is_an_ordinary_figure() -> None:
    assert kinds(world({"a": (30, 27)}, [exact("a", 27)])) == []


def test_a_hidden_group_is_undone_by_the_total() -> None:
    told = [exact("all", 12), exact("a", 8), Statement("q", "b", LOW, 0, 10, suppressed=True)]
    assert kinds(world({"a": (20, 8), "b": (10, 4)}, told)) == ["undone"]


def test_a_number_that_stays_hidden_is_no_violation() -> None:
    told = [Statement("q", "a", LOW, 6, 10), Statement("q", "b", LOW, 0, 10, suppressed=True)]
    assert kinds(world({"a": (20, 8), "b": (10, 4)}, told)) == []


def test_five_as_least_cell_with_the_small_ones_hidden_gives_the_small_one_away() -> None:
    groups = {"a": (14, 5), "b": (9, 3), "c": (4, 4)}
    told = [exact("all", 12), exact("a", 5), exact("b", 3), Statement("q", "c", LOW, 0, 4, suppressed=True)]
    assert kinds(world(groups, told)) == ["certain", "undone"]


def test_a_whole_per_cent_of_few_is_an_exact_count() -> None:
    # 8 % of 12 can only be one person: who it is knows that nobody else is.
    assert kinds(world({"a": (12, 1)}, [Statement("q", "a", LOW, 0.9, 1.02)])) == ["insider"]


def test_a_mean_with_one_decimal_is_exact_among_few() -> None:
    # A mean of 3.0 among 9 on a scale of three: everybody answered 3.
    weights = {"1": 1.0, "2": 2.0, "3": 3.0}
    assert kinds(scale({"3": 9}, [Statement("q", "a", weights, 26.6, 27)])) == ["certain"]


def test_everybody_but_one_gives_that_one_away() -> None:
    material = world({"a": (20, 9), "b": (1, 1)}, [exact("all", 10), exact("a", 9)])
    assert kinds(material) == ["certain"]


def test_a_late_answer_moves_a_live_figure() -> None:
    before = Statement("q", "early", LOW, 4, 4)
    material = world({"a": (9, 4)}, [before, exact("all", 4)])
    people = {name: sets | {"early"} if name != "a8" else sets for name, sets in material.people.items()}
    late = AuditInput(1, material.questions, people, material.answers, material.statements)
    assert kinds(late) == ["certain"]


def test_two_overlapping_groups_isolate_the_one_who_is_in_both() -> None:
    people = {f"a{n}": frozenset({"a"}) for n in range(9)} | {f"b{n}": frozenset({"b"}) for n in range(9)}
    people |= {"x": frozenset({"a", "b"})}
    answers = dict.fromkeys(people, "fine") | dict.fromkeys(("a0", "a1", "a2", "b0", "b1", "x"), "low")
    told = (exact("a", 4), exact("b", 3), exact("either", 6))
    sets = {name: held | {"either"} for name, held in people.items()}
    assert kinds(AuditInput(1, {"q": YES_NO}, sets, {"q": answers}, told)) == ["certain"]


def test_a_total_rounded_on_its_own_narrows_the_buckets_of_its_parts() -> None:
    told = [Statement("q", "a", LOW, 6, 8), Statement("q", "b", LOW, 6, 8), Statement("q", "all", LOW, 16, 18)]
    assert kinds(world({"a": (8, 8), "b": (8, 8)}, told)) == ["certain"]


def test_noise_of_one_is_certain_at_its_edges() -> None:
    # A count of 8 told as 9, with noise of one at most, can only be 8 of 8.
    assert kinds(world({"a": (8, 8)}, [Statement("q", "a", LOW, 8, 10)])) == ["certain"]


def test_the_one_who_skipped_knows_what_all_the_others_said() -> None:
    answered = {"1": 1.0, "2": 1.0}
    told = [exact("a", 30, answered), exact("a", 30, {"1": 1.0})]
    assert kinds(scale({"1": 30, "3": 1}, told)) == ["insider"]
    assert kinds(scale({"1": 15, "2": 15, "3": 1}, [exact("a", 30, answered), exact("a", 15, {"1": 1.0})])) == []


def test_a_bucket_that_leaves_only_one_open_is_thin() -> None:
    assert kinds(world({"a": (30, 30)}, [Statement("q", "a", LOW, 29, 30)])) == ["thin"]


def test_a_release_that_lies_is_found() -> None:
    assert kinds(world({"a": (20, 8)}, [Statement("q", "a", LOW, 9, 11)])) == ["false"]


def test_a_statement_about_nobody_tells_nothing() -> None:
    assert kinds(world({"a": (20, 8)}, [Statement("q", "nobody", LOW, 0, 0, suppressed=True)])) == []


def test_nothing_published_tells_nothing() -> None:
    result = audit(world({"a": (8, 8)}, []))
    assert (result.safe, result.margin) == (True, 8)


def test_the_margin_is_the_least_number_of_people_left_open() -> None:
    told = [Statement("q", "a", LOW, 3, 5), Statement("q", "b", LOW, 12, 15)]
    result = audit(world({"a": (8, 4), "b": (20, 14)}, told))
    assert (result.safe, result.margin) == (True, 5)


def test_people_in_no_figure_are_in_no_margin() -> None:
    material = world({"a": (8, 4), "b": (2, 1)}, [Statement("q", "a", LOW, 3, 5)])
    assert audit(material).margin == 5


def test_where_nobody_was_asked_there_is_no_margin() -> None:
    assert audit(AuditInput(1, {}, {}, {}, ())).margin is None


def test_numbers_no_database_agrees_with_are_refused() -> None:
    part = Atom(frozenset({"a"}), ("p0", "p1"))
    here = World((part,), YES_NO, (exact("a", 3),), {"p0": "low", "p1": "low"})
    with pytest.raises(ValueError, match="no database agrees with what was published"):
        here.least(here.target(0, frozenset({"low"})))


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
