"""The audit input is plain data that says everything, and what can't be read is told place by place."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.methods.disclosure.worlds import random_world

from samklang.methods.disclosure.audit_input import as_plain
from samklang.methods.disclosure.audit_material import audit_material
from samklang.methods.disclosure.audit_reader import read_audit_input
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
        "coalition: is missing",
        "questions: is missing",
        "statements: is missing",
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"coalition": "two"}, "coalition: must be a whole number, not 'two'"),
        ({"coalition": 1.5}, "coalition: must be a whole number, not 1.5"),
        ({"coalition": True}, "coalition: must be a whole number, not True"),
        ({"coalition": -1}, "coalition: is -1; it must be 0 (an outsider) or more"),
        ({"plan": {"k": "eight"}}, "plan.k: must be a whole number, not 'eight'"),
        (
            {"wave": 1},
            "wave: unknown key; known here: answers, coalition, derived, people, plan, questions, statements",
        ),
        ({"statements": 7}, "statements: must be a list, not 7"),
        ({"statements": statement(q="other")}, "statements[0].q: there is no question other"),
        ({"statements": statement(set={"all": 1})}, "statements[0].set: must be a word or a number, not a mapping"),
        ({"statements": statement(lo=6)}, "statements[0]: lo 6 is above hi 5"),
        ({"statements": statement(lo=float("nan"))}, "statements[0].lo: must be a number, not nan"),
        ({"statements": statement(hi="5")}, "statements[0].hi: must be a number, not '5'"),
        ({"statements": statement(suppressed="no")}, "statements[0].suppressed: must be true or false, not 'no'"),
        (
            {"statements": statement(supressed=True)},
            "statements[0].supressed: unknown key; known here: coef, hi, lo, q, set, suppressed",
        ),
        ({"statements": statement(coef=[["9", 1]])}, "statements[0].coef: 9 are not among the question's values"),
        ({"statements": statement(coef={"1": 1})}, "statements[0].coef: must be a list, not a mapping"),
        (
            {"statements": statement(coef=[["1"]])},
            'statements[0].coef[0]: must be a value and its number, as ["1", 1], not a list',
        ),
        (
            {"statements": statement(coef=[["1", 1], ["1", 1]])},
            "statements[0].coef: 1 stands there twice; add its weights up",
        ),
    ],
)
def test_a_plan_or_a_statement_that_cannot_be_understood_is_refused(changes: dict[str, Any], told: str) -> None:
    assert problems(plain(**changes)) == (told,)


def test_a_set_that_is_no_list_of_words_is_refused() -> None:
    people = plain()["people"]
    assert problems(plain(people=people | {"p0000": "c01"})) == ("people.p0000: must be a list, not 'c01'",)
    assert problems(plain(people=people | {"p0000": [["c01"]]})) == ("people.p0000[0]: must be a word or a number",)
    assert problems(plain(people=["p0000"]))[0] == "people: must be a mapping of keys and values, not a list"


def test_questions_and_answers_that_dont_fit_are_all_told() -> None:
    data = plain()
    data["questions"]["q"]["sensitive"] = ["low", 1]
    data["answers"]["q"] = dict.fromkeys([*list(data["people"])[1:], "nobody"], "high")
    data["answers"]["other"] = {}
    assert problems(data) == (
        "questions.q.sensitive: low are not among its values",
        "answers.q: 1 people have no value, first p0000; a skip is a value",
        "answers.q: 1 are not among people, first nobody",
        "answers.q: high are not among the question's values",
        "answers.other: there is no question other",
    )


def test_a_question_or_an_answer_of_the_wrong_shape_is_told() -> None:
    data = plain()
    data["questions"] |= {"q": {"values": ["1", "1"], "sensitive": "1"}, "kind": 7}
    data["answers"]["q"]["p0000"] = None
    data["answers"]["kind"]["p0000"] = True
    del data["questions"]["open"]["sensitive"]
    assert problems(data) == (
        "questions.q.sensitive: must be a list, not '1'",
        "questions.q.values: 1 stands there twice",
        "questions.kind: must be a mapping of keys and values, not 7",
        "questions.open.sensitive: is missing",
        "answers.q.p0000: is empty",
        "answers.kind.p0000: must be a word or a number, not True",
    )


def test_values_written_as_numbers_are_the_same_as_words() -> None:
    data = plain()
    data["questions"]["q"] = {"values": [1, 2, 3, "skip"], "sensitive": [1]}
    data["answers"]["q"] = {person: int(value) for person, value in data["answers"]["q"].items()}
    data["statements"] = statement(coef=[[1, 1]], lo=4, hi=4)
    assert [one.text for one in audit(read_audit_input(data)).violations] == []
    data["answers"]["q"] = dict.fromkeys(data["people"], 1)
    data["statements"] = statement(coef=[[1, 1]], lo=12, hi=12)
    assert audit(read_audit_input(data)).violations[0].text == "all 12 people are known to have 1"
