"""The audit input is plain data that says everything, and what can't be read is told place by place."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.methods.disclosure.worlds import random_world

from samklang.methods.disclosure.audit_input import as_plain, read_audit_input
from samklang.methods.disclosure.audit_material import audit_material
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.estimates import release_estimate
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Row, StoredEstimate, manifest_hash, protect
from samklang.methods.kernel.findings import UnreadableInput

SCALE = Asked("q", (1, 2, 3), 1)
KIND = Asked("kind", (1, 2), 1, ordered=False)
OPEN = Asked("open", (1, 2), 0, ordered=False)


def plain(n: int = 12, /, **changes: Any) -> dict[str, Any]:
    """A good input of one group, with some keys changed."""
    rows = [Row((), {"q": 1 + place % 3, "kind": 1, "open": 2}) for place in range(n)]
    release = protect(rows, (), (SCALE, KIND, OPEN), Plan())
    return as_plain(audit_material(release, rows), release) | changes


def statement(**changes: Any) -> list[dict[str, Any]]:
    return [{"q": "q", "set": "c01", "coef": [["1", 1.0]], "lo": 3, "hi": 5, "suppressed": False} | changes]


def problems(data: object) -> tuple[str, ...]:
    with pytest.raises(UnreadableInput) as refused:
        read_audit_input(data)
    return refused.value.problems


def test_what_is_written_is_read_back_as_it_was() -> None:
    data = json.loads(json.dumps(plain()))
    material = read_audit_input(data)
    assert material.coalition == 1
    assert len(material.people) == 12
    assert len(material.statements) == 4
    assert audit(material).safe


def test_everybody_in_a_published_set_has_a_value_for_every_question() -> None:
    closing = random_world(3).closings[0]
    rows = random_world(3).rows[0]
    material = audit_material(closing.release, rows)
    assert {len(given) for given in material.answers.values()} == {len(material.people)}


def test_a_skip_is_a_value_and_is_never_sensitive() -> None:
    data = plain()
    assert data["questions"]["q"] == {"values": ["1", "2", "3", "skip"], "sensitive": ["1"]}


def test_those_left_out_of_every_figure_are_in_no_set() -> None:
    rows = [Row(("yes",), {"q": 1})] * 9 + [Row(("no",), {"q": 3})] * 2
    release = protect(rows, ("lives_here",), (SCALE,), Plan())
    sets = list(as_plain(audit_material(release, rows), release)["people"].values())
    assert sorted(sets) == [[]] * 2 + [["c01"]] * 9


def test_everything_computed_from_the_statements_is_listed_with_its_rounding() -> None:
    told = [one["rounding"].split(":")[0] for one in plain()["derived"]]
    assert told == [
        "bucket word",
        "share of the sensitive set and of three classes",
        "mean",
        "bucket word",
        "share of the sensitive set and of three classes",
    ]
    assert len(plain(120)["derived"]) == len(told) + 1


def test_a_change_and_a_model_estimate_are_listed_as_derived() -> None:
    world = next(
        world for world in map(random_world, range(40)) if any(one.release.changes for one in world.closings)
    )
    release = next(one.release for one in world.closings if one.release.changes)
    rows = world.rows[1]
    listed = as_plain(audit_material(release, rows), release)["derived"]
    assert [one for one in listed if one["inputs"][0].startswith("linked/")] != []
    estimate = StoredEstimate("q0", "Läget 1", "ANCOVA", 0.1234, 0.0, 0.2)
    marked = release_estimate(replace(release, changes=()), estimate, (40, 50))
    assert as_plain(audit_material(marked, rows), marked)["derived"][-1] == {
        "inputs": ["model: ANCOVA, q0, against Läget 1"],
        "rounding": "two significant figures; a model estimate, outside the proof",
    }


def test_rows_with_the_same_buckets_make_the_same_manifest() -> None:
    one = [Row((), {"q": code}) for code in [1] * 4 + [2] * 4 + [3] * 4]
    other = [Row((), {"q": code}) for code in [3] * 4 + [1] * 5 + [2] * 3]
    manifests = [protect(rows, (), (SCALE,), Plan()).as_manifest() for rows in (one, other)]
    assert manifest_hash(manifests[0]) == manifest_hash(manifests[1])


def test_the_top_must_be_an_object_with_every_key() -> None:
    assert problems([]) == ("the top: must be an object with coalition, questions, people, answers, statements",)
    assert problems({"people": {}, "answers": {}}) == (
        "coalition: missing",
        "questions: missing",
        "statements: missing",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"coalition": "two"},
        {"questions": []},
        {"people": {"p0000": 3}},
        {"answers": 7},
        {"statements": [{"q": "q"}]},
        {"statements": statement(lo=10**400)},
        {"statements": statement(coef=[["1"]])},
        {"questions": {"q": {"values": [{}, "1"], "sensitive": ["1"]}}},
    ],
)
def test_a_part_of_the_wrong_shape_is_told(changes: dict[str, Any]) -> None:
    assert problems(plain(**changes))[0].startswith("the audit input has a part of the wrong shape")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"coalition": -1}, "coalition: is -1; it must be 0 (an outsider) or more"),
        ({"statements": statement(q="other")}, "statements.0.q: there is no question other"),
        ({"statements": statement(set={"all": 1})}, "statements.0.set: must be a set's name"),
        ({"statements": statement(lo=6)}, "statements.0: lo 6 is above hi 5"),
        ({"statements": statement(lo=float("nan"))}, "statements.0: lo, hi and coef must be finite numbers"),
        ({"statements": statement(coef=[["9", 1]])}, "statements.0.coef: 9 are not among the question's values"),
    ],
)
def test_a_statement_or_plan_that_says_something_impossible_is_told(changes: dict[str, Any], told: str) -> None:
    assert problems(plain(**changes)) == (told,)


def test_questions_and_answers_that_dont_fit_are_all_told() -> None:
    data = plain()
    data["questions"]["q"]["sensitive"] = ["low", 1]
    data["answers"]["q"] = dict.fromkeys(list(data["people"])[1:], "high")
    assert problems(data) == (
        "questions.q.sensitive: 1, low are not among its values",
        "answers.q: 1 people have no value, first p0000; a skip is a value",
        "answers.q: high are not among the question's values",
    )
