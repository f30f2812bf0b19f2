"""Where a line stands and whether it may move, from its evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samklang.methods.process.loop import (
    Evidence,
    line_state,
    may_go_back,
    may_move_on,
    may_record,
    may_start_loop,
    missing,
    train_at,
)
from samklang.methods.process.template import UnknownStop, evidence_kinds, line, stop, stops

FINANCED = [Evidence("budget_set"), Evidence("grant_decided"), Evidence("follow_up_plan", subject="programme:1")]


def everything(*identifiers: str) -> list[Evidence]:
    """Just what the stops require."""
    return [
        Evidence(each.any_of[0], identifier)
        for identifier in identifiers
        for each in stop(identifier).requires
        for _ in range(each.least)
    ]


def lacking(identifier: str, evidence: list[Evidence]) -> list[tuple[str, ...]]:
    return [reason.kinds for reason in missing(identifier, evidence)]


def test_a_new_initiative_stands_at_the_manifesto() -> None:
    assert train_at("trunk", []) == "A"


def test_a_new_loop_stands_at_needs_and_data() -> None:
    assert train_at("loop", []) == "1"


def test_an_empty_stop_lacks_all_it_requires_in_order() -> None:
    assert lacking("3", []) == [("anchored",), ("decision_made",), ("residents_told",)]


def test_what_is_missing_says_what_to_do_in_three_languages() -> None:
    reason = missing("3", [])[0]
    assert (reason.code, reason.text["en"]) == (
        "missing",
        "Test the proposals with residents and write whom you spoke with.",
    )
    assert set(reason.text) == {"sv", "en", "da"}


def test_either_a_grant_or_own_resources_will_do() -> None:
    rest = [Evidence("budget_set"), Evidence("follow_up_plan")]
    assert missing("4", [*rest, Evidence("grant_decided")]) == ()
    assert missing("4", [*rest, Evidence("own_resources_pledged")]) == ()
    assert missing("4", rest)[0].text["en"] == (
        "Record which grant has been decided. Or: Record what the partners contribute themselves."
    )


def test_needs_take_two_workshops_and_the_reason_counts_them() -> None:
    rows = [Evidence("needs_recorded"), Evidence("gaps_recorded"), Evidence("workshop_held", "1", "workshop:7")]
    (reason,) = missing("1", rows)
    assert reason.code == "more"
    assert reason.text["en"] == "Hold a workshop and write down what you arrived at. 2 are needed, and 1 exist."


def test_the_same_workshop_recorded_twice_counts_once() -> None:
    rows = [Evidence("needs_recorded"), Evidence("gaps_recorded")]
    twice = [Evidence("workshop_held", "1", "workshop:7")] * 2
    other = [Evidence("workshop_held", "1", "workshop:8")]
    assert lacking("1", rows + twice) == [("workshop_held",)]
    assert lacking("1", rows + twice + other) == []


def test_evidence_at_another_stop_does_not_count_here() -> None:
    assert ("workshop_held",) in lacking("B", [Evidence("workshop_held", "A")])


def test_evidence_without_a_stop_counts_where_only_one_stop_asks_for_it() -> None:
    assert ("decision_made",) not in lacking("3", [Evidence("decision_made")])
    assert ("residents_told",) in lacking("3", [Evidence("residents_told")])


def test_a_train_may_not_leave_before_everything_is_there() -> None:
    answer = may_move_on("4", FINANCED[:2])
    assert (answer.allowed, [reason.kinds for reason in answer.reasons]) == (False, [("follow_up_plan",)])


def test_a_train_may_leave_when_everything_is_there() -> None:
    assert may_move_on("4", FINANCED).allowed


def test_a_finished_loop_has_no_next_stop_but_a_new_loop() -> None:
    (reason,) = may_move_on("6", everything("6")).reasons
    assert (reason.code, reason.text["sv"]) == (
        "loop_done",
        "Varvet är klart. Börja ett nytt varv vid behov och data.",
    )


def test_a_finished_start_up_leads_to_a_loop() -> None:
    assert [reason.code for reason in may_move_on("C", everything("C")).reasons] == ["trunk_done"]


def test_a_loop_opens_only_when_the_trunk_is_done() -> None:
    assert not may_start_loop(everything("A", "B")).allowed
    assert may_start_loop(everything("A", "B", "C")).allowed


def test_the_train_stands_at_the_first_stop_that_lacks_something() -> None:
    assert train_at("loop", everything("1", "2")) == "3"


def test_withdrawn_evidence_brings_the_train_back() -> None:
    rows = everything("1", "2", "3")
    assert train_at("loop", rows) == "4"
    assert train_at("loop", rows[1:]) == "1"


def test_the_train_stays_at_the_last_stop_of_a_finished_line() -> None:
    assert train_at("loop", everything("1", "2", "3", "4", "5", "6")) == "6"


def test_the_map_shows_done_here_and_ahead_and_how_full_each_stop_is() -> None:
    state = line_state("loop", [*everything("1", "2"), Evidence("anchored")])
    assert (state.at, [(each.stop, each.standing, each.filled, each.required) for each in state.stops]) == (
        "3",
        [
            ("1", "done", 3, 3),
            ("2", "done", 4, 4),
            ("3", "here", 1, 3),
            ("4", "ahead", 0, 3),
            ("5", "ahead", 0, 3),
            ("6", "ahead", 0, 3),
        ],
    )


def test_a_train_that_was_taken_back_stands_where_it_was_taken() -> None:
    state = line_state("loop", everything("1", "2", "3"), at="2")
    assert [each.standing for each in state.stops] == ["done", "here", "ahead", "ahead", "ahead", "ahead"]


def test_a_line_does_not_take_a_stop_of_another_line() -> None:
    with pytest.raises(UnknownStop, match="the loop has no stop 'A'"):
        line_state("loop", [], at="A")


def test_there_is_a_way_back_from_decision_to_proposals() -> None:
    assert may_go_back("3", "2").allowed


def test_back_is_never_forwards() -> None:
    assert [reason.code for reason in may_go_back("2", "5").reasons] == ["no_way_back"]
    assert not may_go_back("A", "C").allowed


def test_the_manifesto_can_be_opened_again_from_any_stop_of_a_loop() -> None:
    assert [each.id for each in stops("loop") if not may_go_back(each.id, "A").allowed] == []


def test_a_programme_may_not_start_without_its_own_follow_up_plan() -> None:
    rows = [Evidence("decision_made"), Evidence("follow_up_plan", subject="programme:1")]
    refused = may_record("programme_started", rows, "programme:2")
    assert may_record("programme_started", rows, "programme:1").allowed
    assert [reason.text["en"] for reason in refused.reasons] == [
        "The programme can't start until its follow-up plan is ready."
    ]


def test_a_programme_may_not_start_before_it_is_decided() -> None:
    rows = [Evidence("follow_up_plan", subject="programme:1")]
    assert [reason.kinds for reason in may_record("programme_started", rows, "programme:1").reasons] == [
        ("decision_made",)
    ]


def test_what_has_no_precondition_may_always_be_recorded() -> None:
    assert may_record("needs_recorded", []).allowed


@given(
    some.lists(
        some.builds(
            Evidence,
            some.sampled_from([each.id for each in evidence_kinds()]),
            some.sampled_from([None, *(each.id for each in stops())]),
            some.sampled_from(["", "a", "b"]),
        ),
        max_size=30,
    ),
    some.integers(0, 29),
)
def test_more_evidence_never_takes_the_train_back(rows: list[Evidence], cut: int) -> None:
    order = line("loop").stops
    assert order.index(train_at("loop", rows[:cut])) <= order.index(train_at("loop", rows))
