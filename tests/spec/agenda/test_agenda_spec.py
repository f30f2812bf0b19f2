"""Runs every case of the specifications beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.methods.agenda.samples import OPTIONS, changed, more, two, votes

from samklang.methods.agenda.ballots import Ballot
from samklang.methods.agenda.group_ranking import GroupRanking
from samklang.methods.agenda.logic_check import check
from samklang.methods.agenda.logic_model import LogicModel
from samklang.methods.agenda.outcome_checks import CheckedOutcome, checked
from samklang.methods.agenda.ranking import ranking
from samklang.methods.statistics.refusals import BadArgument

HERE = Path(__file__).parent
MODELS = {"empty": LogicModel(), "circle": two(leads_to="known"), "valued twice": two(valued=True)}


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))["cases"]
    return [pytest.param(case, id=str(case.get("what", place))) for place, case in enumerate(found)]


def cast(told: str) -> list[Ballot]:
    """`5 public: safety work · 4 residents`: ballots by sector; without an order, safety first."""
    ballots: list[Ballot] = []
    for many in told.split(" · "):
        who, _, order = many.partition(": ")
        times, sector = who.split()
        ballots += votes(int(times), order or "safety", None if sector == "residents" else sector)
    return ballots


def lists(row: dict[str, Any]) -> dict[str, Any]:
    """YAML's lists as the tuples of a part."""
    return {key: tuple(each) if isinstance(each, list) else each for key, each in row.items()}


def size(told: GroupRanking) -> str:
    low, high = told.voters
    return str(low) if low == high else f"{low}–{high}"


@pytest.mark.parametrize("case", cases("prioritising"))
def test_prioritising(case: dict[str, Any]) -> None:
    made = ranking(cast(case["votes"]), OPTIONS, seed=1, chosen=case["chosen"])
    assert made.whole is not None
    order = " > ".join(" = ".join(level) for level in made.whole.order) or None
    assert (made.verdict, made.whole.strength, order) == (case["verdict"], case["strength"], case["order"])
    assert [finding.code for finding in made.findings] == case["found"]


@pytest.mark.parametrize("case", cases("groups"))
def test_groups(case: dict[str, Any]) -> None:
    made = ranking(cast(case["votes"]), OPTIONS, seed=1)
    groups = [f"{' + '.join(one.sectors) or 'residents'} {size(one)}" for one in made.groups]
    assert (made.whole and size(made.whole), groups) == (case["whole"] and str(case["whole"]), case["groups"])


@pytest.mark.parametrize("case", cases("logic_model"))
def test_logic_model(case: dict[str, Any]) -> None:
    model = MODELS.get(case.get("model", ""))
    for kind, changes in case.get("change", {}).items():
        model = changed(kind, **lists(changes))
    for kind, name in case.get("add", {}).items():
        model = more(kind, name)
    assert model is not None
    assert [f"{finding.code} {finding.where}" for finding in check(model)] == case["found"]


def test_every_hole_has_a_case() -> None:
    told = {line.split()[0] for case in cases("logic_model") for line in case.values[0]["found"]}
    assert told == {f"{kind}{number:02d}" for kind, last in (("LE", 11), ("LW", 12)) for number in range(1, last + 1)}


@pytest.mark.parametrize("case", cases("outcome_checks"))
def test_outcome_checks(case: dict[str, Any]) -> None:
    assert checked(case["answers"]) == CheckedOutcome(case["state"], tuple(case["failed"]), tuple(case["open"]))


def test_an_answer_to_no_check_is_refused() -> None:
    with pytest.raises(BadArgument, match="there is no check cheap; the checks are urgent, goal, follow_up, power"):
        checked({"goal": True, "cheap": True})
