"""A report is frozen, signed by both bodies and then published; what it uses must still stand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.personas import member, new_initiative
from tests.thread import EMPTY_REPORT, SMALLEST_PNG

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import releases
from samklang.records.measurement.services import (
    add_questionnaire,
    close_wave,
    open_wave,
    plan_wave,
    withdraw_release,
)
from samklang.records.people.permissions import NotAllowed, Refused, system
from samklang.records.process.queries import evidence
from samklang.records.publishing.queries import public_reports, report, reports, reports_using
from samklang.records.publishing.services import (
    add_picture,
    ask_for_sign_off,
    draft_report,
    sign_off,
    take_back_report,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def closed_wave(initiative: InitiativeRef) -> tuple[int, str]:
    """A closed wave and its release's hash."""
    asked = add_questionnaire(initiative=initiative, actor=system(), title="Läget", items=["safe_01"])
    wave = plan_wave(
        initiative=initiative,
        actor=system(),
        questionnaire_id=asked,
        name="Baslinje",
        number=1,
        opens_on=date(2026, 1, 5),
        closes_on=date(2026, 1, 30),
    )
    open_wave(initiative=initiative, actor=system(), wave_id=wave)
    close_wave(initiative=initiative, actor=system(), wave_id=wave)
    return wave, releases(initiative=initiative, actor=system())[0].hash


def awaiting(initiative: InitiativeRef, used: str = "0" * 64) -> str:
    """A report that waits for both signatures; its hash."""
    number = draft_report(initiative=initiative, actor=system(), title="T", summary="S", way_forward="")
    uses = [{"kind": "release", "title": "Baslinje", "hash": used}]
    return ask_for_sign_off(
        initiative=initiative, actor=system(), number=number, content={"sv": EMPTY_REPORT}, uses=uses
    )


def test_it_is_published_only_when_both_bodies_have_signed(initiative: InitiativeRef) -> None:
    leader, council = member(initiative, Role.PROCESS_LEADER), member(initiative, Role.RESIDENT_COUNCIL)
    frozen = awaiting(initiative)
    assert sign_off(initiative=initiative, actor=leader, number=1, content_hash=frozen) is False
    assert public_reports(initiative) == []
    assert sign_off(initiative=initiative, actor=council, number=1, content_hash=frozen) is True
    assert [row.title for row in public_reports(initiative)] == ["T"]
    assert "report_signed" in {row.kind for row in evidence(initiative=initiative, actor=system())}


def test_two_people_of_the_same_body_do_not_make_two_signatures(initiative: InitiativeRef) -> None:
    first = member(initiative, Role.RESIDENT_COUNCIL)
    second = member(initiative, Role.RESIDENT_COUNCIL, "granne")
    frozen = awaiting(initiative)
    sign_off(initiative=initiative, actor=first, number=1, content_hash=frozen)
    with pytest.raises(Refused):
        sign_off(initiative=initiative, actor=second, number=1, content_hash=frozen)
    assert public_reports(initiative) == []


def test_nobody_else_signs_and_nobody_else_reads_what_waits(initiative: InitiativeRef) -> None:
    frozen = awaiting(initiative)
    for role in set(Role) - {Role.PROCESS_LEADER, Role.RESIDENT_COUNCIL}:
        actor = member(initiative, role)
        with pytest.raises(NotAllowed):
            sign_off(initiative=initiative, actor=actor, number=1, content_hash=frozen)
        assert reports(initiative=initiative, actor=actor) == []


def test_what_changed_since_it_was_read_can_not_be_signed(initiative: InitiativeRef) -> None:
    leader = member(initiative, Role.PROCESS_LEADER)
    awaiting(initiative)
    with pytest.raises(Refused):
        sign_off(initiative=initiative, actor=leader, number=1, content_hash="something else")


def test_taken_back_its_signatures_fall_and_published_it_stays(initiative: InitiativeRef) -> None:
    leader, council = member(initiative, Role.PROCESS_LEADER), member(initiative, Role.RESIDENT_COUNCIL)
    frozen = awaiting(initiative)
    sign_off(initiative=initiative, actor=leader, number=1, content_hash=frozen)
    take_back_report(initiative=initiative, actor=leader, number=1)
    row = report(initiative=initiative, actor=leader, number=1)
    assert (row.state, row.signed, row.content_hash) == ("draft", (), "")
    frozen = ask_for_sign_off(initiative=initiative, actor=leader, number=1, content={"sv": EMPTY_REPORT}, uses=[])
    for signer in (leader, council):
        sign_off(initiative=initiative, actor=signer, number=1, content_hash=frozen)
    with pytest.raises(Refused):
        take_back_report(initiative=initiative, actor=leader, number=1)


def test_a_report_whose_results_were_withdrawn_can_not_be_signed_and_a_published_one_says_so(
    initiative: InitiativeRef,
) -> None:
    leader, council = member(initiative, Role.PROCESS_LEADER), member(initiative, Role.RESIDENT_COUNCIL)
    wave, used = closed_wave(initiative)
    frozen = awaiting(initiative, used)
    for signer in (leader, council):
        sign_off(initiative=initiative, actor=signer, number=1, content_hash=frozen)
    assert [row.number for row in reports_using(initiative, used)] == [1]
    waiting = awaiting(initiative, used)
    withdraw_release(initiative=initiative, actor=leader, wave_id=wave, reason="Fel fråga ställdes.")
    with pytest.raises(Refused, match="Baslinje"):
        sign_off(initiative=initiative, actor=leader, number=2, content_hash=waiting)
    assert [one.reason for one in public_reports(initiative)[0].withdrawn] == ["Fel fråga ställdes."]
    assert releases(initiative=initiative, actor=leader) == []


def test_a_release_is_withdrawn_once_and_with_a_reason(initiative: InitiativeRef) -> None:
    wave, _used = closed_wave(initiative)
    with pytest.raises(Refused):
        withdraw_release(initiative=initiative, actor=system(), wave_id=wave, reason=" ")
    withdraw_release(initiative=initiative, actor=system(), wave_id=wave, reason="Fel")
    with pytest.raises(Refused):
        withdraw_release(initiative=initiative, actor=system(), wave_id=wave, reason="Fel")


def test_a_picture_needs_words_a_known_kind_and_a_draft(initiative: InitiativeRef) -> None:
    leader = member(initiative, Role.PROCESS_LEADER)
    draft_report(initiative=initiative, actor=leader, title="T", summary="S", way_forward="")
    base = {"initiative": initiative, "actor": leader, "number": 1}
    for wrong in (
        {"data": SMALLEST_PNG, "alt": " "},
        {"data": b"<svg onload=alert(1)>", "alt": "En gård"},
        {"data": SMALLEST_PNG + b"0" * 3_000_000, "alt": "En gård"},
    ):
        with pytest.raises(Refused):
            add_picture(**base, **wrong)  # type: ignore[arg-type]
    assert add_picture(**base, data=SMALLEST_PNG, alt="En gård") > 0  # type: ignore[arg-type]
    ask_for_sign_off(initiative=initiative, actor=leader, number=1, content={"sv": EMPTY_REPORT}, uses=[])
    with pytest.raises(Refused):
        add_picture(**base, data=SMALLEST_PNG, alt="En gård")  # type: ignore[arg-type]


def test_a_report_without_title_or_summary_is_refused(initiative: InitiativeRef) -> None:
    for title, summary in (("", "S"), ("T", " ")):
        with pytest.raises(Refused):
            draft_report(initiative=initiative, actor=system(), title=title, summary=summary, way_forward="")
