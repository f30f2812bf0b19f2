"""The template of the process, read from facts."""

from __future__ import annotations

import pytest

from samklang.methods.process.checklists import checklist, conditions, decision_parts, phases, risks
from samklang.methods.process.template import (
    UnknownEvidence,
    UnknownStop,
    evidence_kind,
    in_language,
    line,
    stop,
    stops,
    stops_asking_for,
)


def test_there_are_three_stops_done_once_and_six_in_a_loop() -> None:
    assert [each.id for each in stops("trunk")] == ["A", "B", "C"]
    assert [each.id for each in stops("loop")] == ["1", "2", "3", "4", "5", "6"]
    assert [each.id for each in stops()] == ["A", "B", "C", "1", "2", "3", "4", "5", "6"]


def test_stops_have_the_names_of_the_source() -> None:
    assert [each.name["sv"] for each in stops()] == [
        "Manifest",
        "Mission",
        "Styrning",
        "Behov och data",
        "Lösningsförslag",
        "Beslut om satsningar",
        "Finansiering",
        "Satsningar",
        "Utvärdering",
    ]


def test_time_guides_are_those_of_the_source() -> None:
    assert line("trunk").years == (1, 1.5)
    assert line("loop").years == (0.5, 1.5)
    assert [each.span for each in stop("1").workshops] == [(2, 4), (2, 4)]
    assert [each.span for each in stop("2").workshops] == [(4, 8)]


def test_the_follow_up_plan_is_asked_for_before_the_stop_where_programmes_run() -> None:
    assert stops_asking_for("follow_up_plan") == ("4",)
    assert stops_asking_for("programme_started") == ("5",)


def test_money_is_secured_by_a_grant_or_by_own_resources() -> None:
    assert ("grant_decided", "own_resources_pledged") in [each.any_of for each in stop("4").requires]


def test_an_unknown_stop_is_named_with_those_that_exist() -> None:
    with pytest.raises(UnknownStop, match="no stop '7'; there are A, B, C, 1"):
        stop("7")


def test_an_unknown_kind_of_evidence_is_named() -> None:
    with pytest.raises(UnknownEvidence, match="'vibes'"):
        evidence_kind("vibes")


def test_a_text_falls_back_to_english_and_then_to_swedish() -> None:
    assert in_language(stop("5").name, "da") == "Indsatser"
    assert in_language(stop("5").name, "ar") == "Programmes"
    assert in_language({"sv": "Satsningar"}, "ar") == "Satsningar"


def test_the_driver_should_have_seven_qualities_of_which_employees_are_preferred() -> None:
    assert [check.id for check in checklist("driver") if not check.must] == ["employees"]
    assert len(checklist("driver")) == 7


def test_outcomes_are_ranked_against_four_checks() -> None:
    assert [check.id for check in checklist("prioritising")] == ["urgent", "goal", "follow_up", "power"]


def test_the_prestudy_asks_for_the_two_maps() -> None:
    assert [check.id for check in checklist("prestudy")][:2] == ["actor_map", "forums_map"]


def test_user_involvement_is_the_sixth_condition() -> None:
    assert [each.id for each in conditions()][5:] == ["user_involvement"]


def test_the_phases_run_from_initiation_to_ecosystem() -> None:
    assert [each.id for each in phases()] == ["initiation", "implementation", "reorganising", "ecosystem"]


def test_the_register_holds_the_four_risks_of_the_literature() -> None:
    assert [risk.id for risk in risks() if risk.source == "literature"] == [
        "hijacked_agenda",
        "opaque_decisions",
        "wrong_people",
        "strong_funders",
    ]


def test_a_decision_always_records_with_whom_it_was_anchored_and_who_disagreed() -> None:
    assert {"anchored_with", "dissent", "reasons"} <= {part.id for part in decision_parts() if part.required}
