"""A logic model is checked and drawn whatever stands in it; each single hole is in tests/spec/agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.agenda.samples import KINDS, WHOLE, changed, two

from samklang.methods.agenda.logic_check import check
from samklang.methods.agenda.logic_matrix import MatrixRow, matrix
from samklang.methods.agenda.logic_model import Activity, LogicModel, Outcome, links
from samklang.methods.kernel.findings import errors

some = settings(max_examples=50, deadline=None)
names = st.sampled_from("abcdefg")
several = st.lists(names, max_size=3).map(tuple)
KEYS = {
    "outcomes": {"leads_to": several, "valued": st.booleans()},
    "indicators": {"of": several, "phenomena": several, "sources": several, "baseline": st.sampled_from(["", "May"])},
    "activities": {"outcomes": several, "resources": several},
    "outputs": {"activities": several, "sources": several},
    "resources": {"sources": several},
    "assumptions": {"of": several, "threat": st.booleans()},
}
parts = {
    kind: st.lists(st.builds(made, names, names, **KEYS.get(kind, {})), max_size=3).map(tuple)
    for kind, made in KINDS.items()
}
models = st.builds(LogicModel, **parts)


def test_a_whole_model_has_nothing_to_mend() -> None:
    assert check(WHOLE) == ()


def test_several_activities_in_their_own_time_may_lead_to_one_outcome() -> None:
    early = replace(WHOLE.activities[0], starts=date(2026, 1, 1), ends=date(2026, 6, 30))
    late = Activity("cafe", "A café", ("safe",), ("leader",), date(2027, 1, 1), None)
    outputs = (replace(WHOLE.outputs[0], activities=("walks", "cafe")),)
    assert check(replace(WHOLE, activities=(early, late), outputs=outputs)) == ()


def test_an_outcome_may_reach_the_goal_by_way_of_another() -> None:
    assert check(two()) == ()


def test_a_threat_is_as_good_as_an_assumption() -> None:
    assert check(changed("assumptions", threat=True)) == ()


def test_one_value_along_a_way_counts_once() -> None:
    model = two()
    first, second = model.outcomes
    assert check(replace(model, outcomes=(first, replace(second, valued=True)))) == ()


def test_a_circle_is_told_once() -> None:
    (found,) = [one for one in check(two(leads_to="known")) if one.code == "LE11"]
    assert found.text == "leads back to itself (known, safe); take one of the links away"


def test_a_reference_to_nothing_says_what_it_may_name() -> None:
    (finding,) = check(changed("indicators", of=("safe", "survey")))
    assert finding.text == (
        "there is no 'survey' among goals or outcomes or activities; name one that is there, or add it"
    )


def test_errors_come_before_warnings() -> None:
    found = check(LogicModel(outcomes=(Outcome("o", "O"),), activities=(Activity("a", "A"),)))
    assert [finding.severity for finding in found] == sorted(finding.severity for finding in found)
    assert {finding.code[:2] for finding in errors(found)} == {"LE"}


def test_every_link_says_where_it_is_written() -> None:
    assert [(link.where, link.to) for link in links(WHOLE)] == [
        ("outcomes.safe.leads_to", "warm"),
        ("indicators.safe_01.of", "safe"),
        ("indicators.safe_01.sources", "survey"),
        ("activities.walks.outcomes", "safe"),
        ("activities.walks.resources", "leader"),
        ("outputs.evenings.activities", "walks"),
        ("outputs.evenings.sources", "roll"),
        ("assumptions.lamps.of", "safe"),
    ]


def test_the_matrix_has_four_rows_and_four_columns() -> None:
    assert matrix(WHOLE) == (
        MatrixRow("goals", WHOLE.goals, (), (), ()),
        MatrixRow("outcomes", WHOLE.outcomes, WHOLE.indicators, WHOLE.sources[:1], WHOLE.assumptions),
        MatrixRow("activities", WHOLE.activities, WHOLE.outputs, WHOLE.sources[1:], ()),
        MatrixRow("resources", WHOLE.resources, (), (), ()),
    )


def test_a_part_of_two_rows_stands_in_both() -> None:
    rows = matrix(changed("assumptions", of=("warm", "leader")))
    assert [bool(row.assumptions) for row in rows] == [True, False, False, True]


def test_the_source_of_a_resource_stands_in_its_row() -> None:
    rows = matrix(changed("resources", sources=("roll",)))
    assert [bool(row.sources) for row in rows] == [False, True, True, True]


@some
@given(models)
def test_any_model_is_checked_and_every_part_of_it_is_seen_in_the_matrix(model: LogicModel) -> None:
    shown = {part for row in matrix(model) for part in (*row.logic, *row.indicators, *row.sources, *row.assumptions)}
    assert shown == {part for kind in model.kinds.values() for part in kind}
    assert all(finding.where.partition(".")[0] in model.kinds and finding.text for finding in check(model))


@some
@given(models)
def test_the_order_of_the_parts_changes_no_code(model: LogicModel) -> None:
    turned = replace(model, **{kind: rows[::-1] for kind, rows in model.kinds.items()})
    assert {one.code for one in check(turned)} == {one.code for one in check(model)}
