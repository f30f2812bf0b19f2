"""How an initiative stands on the six conditions, the checklists and the time."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.methods.process.standing import UnknownCheck, stand_on_conditions, state_of_list, time_used

DRIVER = ("unaffiliated", "for_the_area", "trusted", "present", "capacity", "employees", "support")


def test_all_six_conditions_stand_there_graded_or_not() -> None:
    found = stand_on_conditions({"common_agenda": ["well", "partly"], "backbone": ["unknown", "badly"]})
    assert [each.condition for each in found] == [
        "common_agenda",
        "shared_measurement",
        "reinforcing_activities",
        "continuous_communication",
        "backbone",
        "user_involvement",
    ]
    assert [each.share for each in found] == [0.75, None, None, None, 0.0, None]
    assert [(each.graded, each.asked) for each in found if each.condition == "backbone"] == [(1, 2)]


def test_a_condition_that_is_not_one_or_is_graded_too_often_is_refused() -> None:
    with pytest.raises(UnknownCheck, match="no such condition with 1 questions"):
        stand_on_conditions({"luck": ["well"]})
    with pytest.raises(UnknownCheck, match="common_agenda"):
        stand_on_conditions({"common_agenda": ["well"]})


def test_who_should_drive_the_work_is_known_when_all_that_must_hold_does() -> None:
    state = state_of_list("driver", {check: "yes" for check in DRIVER if check != "employees"} | {"employees": "no"})
    assert ([row.id for row in state.preferred], state.open, state.holds) == (["employees"], (), True)


def test_a_check_that_must_hold_and_does_not_is_named() -> None:
    state = state_of_list("driver", dict.fromkeys(DRIVER, "yes") | {"trusted": "no"})
    assert ([row.id for row in state.failed], state.holds) == (["trusted"], False)


def test_what_nobody_knows_is_open_and_holds_nothing() -> None:
    state = state_of_list("prestudy", {"actor_map": "yes", "forums_map": "unknown"})
    assert [row.id for row in state.open] == [
        "forums_map",
        "shared_challenge",
        "others_want",
        "residents_gain",
        "can_be_funded",
    ]
    assert not state.holds


def test_an_answer_to_something_else_is_refused() -> None:
    with pytest.raises(UnknownCheck, match="driver has no check wealth"):
        state_of_list("driver", {"wealth": "yes"})


@pytest.mark.parametrize(
    ("today", "pace"), [(date(2026, 3, 1), "early"), (date(2027, 1, 1), "usual"), (date(2028, 1, 1), "long")]
)
def test_a_loop_usually_takes_half_a_year_to_one_and_a_half(today: date, pace: str) -> None:
    used = time_used("loop", date(2026, 1, 1), today)
    assert (used.least, used.most, used.pace) == (0.5, 1.5, pace)


def test_the_shared_stops_usually_take_a_year_to_one_and_a_half() -> None:
    used = time_used("trunk", date(2026, 1, 1), date(2027, 4, 2))
    assert (round(used.years, 2), used.pace) == (1.25, "usual")


def test_a_line_that_has_not_begun_has_taken_no_time() -> None:
    with pytest.raises(ValueError, match="the loop begins 2026-01-02, after 2026-01-01"):
        time_used("loop", date(2026, 1, 2), date(2026, 1, 1))
