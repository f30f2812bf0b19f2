"""Whoever is erased is gone from every table; what they decided and signed stays, under nobody's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import translation
from tests.personas import member, new_initiative
from tests.thread import DAY, Thread, listed

from samklang.records.activities.models import GroupLeader, Participant
from samklang.records.activities.services import add_group
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.models import Stakeholder
from samklang.records.agenda.services import add_stakeholder
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models import AuditEvent, Initiative, Membership
from samklang.records.initiative.models.scoped import InitiativeRef, Scoped
from samklang.records.initiative.queries import audit_trail
from samklang.records.initiative.services import add_member, add_partner, erase_name, erase_person
from samklang.records.initiative.services.names import Names
from samklang.records.people.enums import AccountEventKind
from samklang.records.people.models import AccountEvent, User
from samklang.records.people.permissions import Actor, NotAllowed, Refused, anonymous, system
from samklang.records.people.queries import actor_of, every_account, people_by_id
from samklang.records.people.services import add_account
from samklang.records.people.services.erasure_ledger import ledger_mark
from samklang.records.process.models import Decision, LetterOfIntent
from samklang.records.process.services import sign_letter

pytestmark = pytest.mark.django_db
EMAIL, NAME = "kim@example.org", "Kim Kanarie"
LETTER = "Kim Kanaries lokal. Kim Kanariesson är någon annan. Kim tackar. Frågor: Kim  Kanarie, kim@example.org."


@pytest.fixture
def kim(initiative: InitiativeRef) -> Actor:
    """A process leader beside another, who has signed, led, decided and been written about."""
    member(initiative, Role.PROCESS_LEADER, "annan")
    person = add_account(actor=system(), email=EMAIL, name=NAME)
    User.objects.filter(pk=person.id).update(last_login="2026-01-01T00:00Z")
    for role in (Role.PROCESS_LEADER, Role.ACTIVITY_LEADER):
        add_member(initiative=initiative, actor=system(), user_id=person.id, role=role)
    actor = actor_of(person.id)
    add_group(initiative=initiative, actor=system(), name="Kvällen", leader_ids=[person.id])
    partner = add_partner(initiative=initiative, actor=system(), name="Eken", sector=Sector.HOUSING)
    sign_letter(initiative=initiative, actor=actor, partner_id=partner, text=LETTER, signed_on=DAY)
    return actor


def everything() -> Iterator[str]:
    """Every row of every table, as text."""
    for table in apps.get_models():
        for row in table._base_manager.values_list():
            yield f"{table.__name__}: {row!r}"


def holding(*words: str) -> list[str]:
    return [text for text in everything() if any(word in text for word in words)]


def test_no_table_knows_who_they_were(kim: Actor) -> None:
    before = len(holding(EMAIL, NAME))
    erase_person(actor=system(), email=EMAIL.upper())
    assert (before, holding(EMAIL, "Kim  Kanarie", "Kim Kanaries ", "Kanarie'")) == (2, [])


def test_names_are_taken_out_of_texts_and_namesakes_stay(initiative: InitiativeRef, kim: Actor) -> None:
    erase_person(actor=system(), email=EMAIL)
    assert LetterOfIntent.objects.within(initiative).get().text == (
        "en person som har raderats lokal. Kim Kanariesson är någon annan. Kim tackar. "
        "Frågor: en person som har raderats, en person som har raderats."
    )


def test_roles_end_and_deeds_stay_under_nobodys_name(initiative: InitiativeRef, kim: Actor) -> None:
    deeds = AuditEvent.objects.within(initiative).filter(actor_id=kim.user_id).count()
    erase_person(actor=system(), email=EMAIL)
    left = [
        table.objects.within(initiative).filter(user_id=kim.user_id).count() for table in (Membership, GroupLeader)
    ]
    assert (left, AuditEvent.objects.within(initiative).filter(actor_id=kim.user_id).count()) == ([0, 0], deeds)
    called = {}
    for language in ("sv", "en", "da"):
        with translation.override(language):
            rows = audit_trail(initiative=initiative, actor=system())
            called[language] = next(row.actor for row in rows if row.verb == "sign_letter" and row.actor != "System")
    assert called == {
        "sv": "en person som har raderats",
        "en": "someone who has been erased",
        "da": "en person som er slettet",
    }


def test_the_account_is_a_number_and_nothing_else(kim: Actor) -> None:
    erase_person(actor=system(), email=EMAIL)
    user = User.objects.get(pk=kim.user_id)
    assert (user.email, user.name, user.is_active, user.last_login) == (
        f"{user.pk}@erased.invalid",
        "",
        False,
        None,
    )
    events = AccountEvent.objects.filter(user=user).values_list("kind", "actor_kind")
    assert list(events) == [(AccountEventKind.ERASED, "system")]
    assert actor_of(user.pk) == anonymous()
    assert (
        user.pk in {person.id for person in every_account(actor=system())},
        user.pk in people_by_id([user.pk]),
    ) == (
        False,
        True,
    )


def test_addresses_passkeys_and_sessions_go_and_other_peoples_stay(kim: Actor) -> None:
    other = add_account(actor=system(), email="annan@example.org", name="Annan")
    for user_id in (kim.user_id, other.id):
        EmailAddress.objects.create(user_id=user_id, email=f"{user_id}@other.example")
        Authenticator.objects.create(user_id=user_id, type="webauthn", data={})
        for kept in ({"_auth_user_id": str(user_id)}, {"account_login_code": {"user_id": str(user_id), "code": "1"}}):
            session = SessionStore()
            session.update(kept)
            session.save()
    waiting = SessionStore()
    waiting.update({"account_login": {"email": EMAIL.title()}, "seen": [1, EMAIL]})
    waiting.save()
    longer = SessionStore()
    longer.update({"account_login": {"email": f"jo{EMAIL}"}, "seen": [1, f"lo.{EMAIL}"]})
    longer.save()
    erase_person(actor=system(), email=EMAIL)
    assert [EmailAddress.objects.get().user_id, Authenticator.objects.get().user_id] == [other.id, other.id]
    assert Session.objects.count() == 3


def test_every_table_that_names_an_account_is_a_role_or_a_deed() -> None:
    """A new table that points to accounts has to be decided on: does the row go, or stay without the name?"""
    naming = {
        table._meta.label: table.goes_with_person
        for table in apps.get_models()
        if issubclass(table, Scoped)
        and any(
            field.related_model and field.related_model._meta.label == settings.AUTH_USER_MODEL
            for field in table._meta.local_fields
        )
    }
    assert naming == {
        "initiative.AuditEvent": False,
        "initiative.Membership": True,
        "activities.GroupLeader": True,
        "measurement.AuditGrant": False,
        "publishing.SignOff": False,
    }


def test_released_figures_and_frozen_wordings_are_never_touched() -> None:
    kept = {table._meta.label: table.kept_fields for table in apps.get_models() if issubclass(table, Scoped)}
    assert {label: fields for label, fields in kept.items() if fields} == {
        "measurement.Release": {"manifest"},
        "measurement.Response": {"answers", "consent_version"},
        "measurement.Wave": {"plan", "content", "content_hash"},
    }


def test_an_initiative_they_had_nothing_to_do_with_loses_the_address_only(kim: Actor) -> None:
    other = new_initiative("annanstans")
    for name in (f"{NAME} ({EMAIL})", NAME):
        add_stakeholder(initiative=other, actor=system(), name=name, lean=Lean.BOTH, contact=1, influence=1)
    erase_person(actor=system(), email=EMAIL)
    names = Stakeholder.objects.within(other).values_list("name", flat=True)
    assert list(names) == [NAME, f"{NAME} (en person som har raderats)"]


def test_nobody_is_left_without_a_leader_unless_it_is_said(initiative: InitiativeRef, kim: Actor) -> None:
    erase_person(actor=system(), email=EMAIL)
    with pytest.raises(Refused, match="Ekbacken"):
        erase_person(actor=system(), email="annan@ekbacken.example")
    erase_person(actor=system(), email="annan@ekbacken.example", even_the_last=True)
    assert Membership.objects.within(initiative).count() == 0


def test_the_last_operator_stays_unless_it_is_said(initiative: InitiativeRef) -> None:
    add_account(actor=system(), email="drift@example.org", name="Drift", is_operator=True)
    with pytest.raises(Refused):
        erase_person(actor=system(), email="drift@example.org")
    erase_person(actor=system(), email="drift@example.org", even_the_last=True)
    assert User.objects.filter(is_operator=True).count() == 0


def test_one_erases_oneself_and_operators_and_system_anybody(initiative: InitiativeRef, kim: Actor) -> None:
    operator = add_account(actor=system(), email="drift@example.org", name="Drift", is_operator=True)
    other = member(initiative, Role.ADMIN)
    with pytest.raises(NotAllowed):
        erase_person(actor=other, email=EMAIL)
    with pytest.raises(NotAllowed):
        erase_person(actor=anonymous(), email=EMAIL)
    erase_person(actor=kim, email=EMAIL)
    erase_person(actor=actor_of(operator.id), email="admin@ekbacken.example")
    with pytest.raises(NotAllowed):
        erase_person(actor=system(), email=EMAIL)


def test_only_system_lists_every_account(kim: Actor) -> None:
    with pytest.raises(NotAllowed):
        every_account(actor=kim)


def test_somebody_who_is_only_written_about_is_erased_in_one_initiative(
    initiative: InitiativeRef, thread: Thread
) -> None:
    erase_name(initiative=initiative, actor=system(), name="boenderådet")
    row = Decision.objects.within(initiative).get(number=thread.decision)
    assert (row.anchored, row.title) == ([{"who": "en person som har raderats", "words": "Ja"}], "Ljus vid skolan")
    with pytest.raises(Refused):
        erase_name(initiative=initiative, actor=system(), name="boenderådet")


def test_members_who_keep_the_list_erase_names_and_others_do_not(initiative: InitiativeRef, kim: Actor) -> None:
    with pytest.raises(NotAllowed):
        erase_name(initiative=initiative, actor=member(initiative, Role.EVALUATOR), name=NAME)
    erase_name(initiative=initiative, actor=member(initiative, Role.ADMIN), name=NAME)
    told = AuditEvent.objects.within(initiative).filter(verb="erase_name").values_list("subject_id", "title")
    assert list(told) == [("", "")]


def test_a_report_in_several_languages_says_it_in_each() -> None:
    words = {"sv": [{"quote": "Det blev ljust, säger Bo Ek.", "share": 0.5}], "en": "Bo Ek’s words"}
    assert Names(["Bo Ek"]).struck(words, "da") == {
        "sv": [{"quote": "Det blev ljust, säger en person som har raderats.", "share": 0.5}],
        "en": "someone who has been erased words",
    }


def test_of_two_in_lists_with_one_short_name_nobody_is_taken_for_the_other(
    initiative: InitiativeRef, thread: Thread
) -> None:
    listed(initiative, thread.group, "Bo Ek")
    for name in ("Sol", "Bo Ek"):
        add_stakeholder(initiative=initiative, actor=system(), name=name, lean=Lean.BOTH, contact=1, influence=1)
        erase_name(initiative=initiative, actor=system(), name=name)
    assert [row.name for row in Participant.objects.within(initiative)] == ["Sol"]


def test_two_who_are_erased_from_a_list_of_names_do_not_collide(initiative: InitiativeRef) -> None:
    for name in ("Bo Ek", "Ida Alm"):
        row = add_stakeholder(
            initiative=initiative, actor=system(), name=name, lean=Lean.BOTH, contact=1, influence=1
        )
        erase_name(initiative=initiative, actor=system(), name=name)
    names = Stakeholder.objects.within(initiative).values_list("name", flat=True)
    assert list(names) == ["en person som har raderats", f"en person som har raderats {row}"]


def test_an_erasure_is_noted_in_the_ledger_and_a_rehearsal_is_not(initiative: InitiativeRef, kim: Actor) -> None:
    before = ledger_mark().lines
    with pytest.raises(Refused):
        erase_name(initiative=initiative, actor=system(), name="Ingen Alls")
    erase_person(actor=system(), email=EMAIL, noted=False)
    assert ledger_mark().lines == before
    erase_person(actor=system(), email="annan@ekbacken.example", even_the_last=True)
    assert ledger_mark().lines == before + 1


def test_the_day_of_an_erasure_stands_and_no_more(kim: Actor) -> None:
    erase_person(actor=system(), email=EMAIL)
    assert isinstance(User.objects.get(pk=kim.user_id).erased_on, date)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Anna Ek", "Anna Ek-Lund, Lisa-Anna Ek, Anna Ekström, Johanna Ek", None),
        ("Anna Ek", "Anna Ek-priset, Anna Ek:s", "*-priset, *:s"),
        ("bo@x.se", "lo.bo@x.se, ebbo@x.se, x+bo@x.se", None),
        ("bo@x.se", "<bo@x.se>, mailto:Bo@X.se. Bo@x.se:s", "<*>, mailto:*. *:s"),
        ("Åsa Öst", "A\u030asa O\u0308st kom", "* kom"),
        ("A\u030asa O\u0308st", "Åsa Öst kom", "* kom"),
        ("أحمد علي", "قال أحمد علي وأحمد علي لأحمد علي. أحمد عليان", "قال * و* ل*. أحمد عليان"),
        ("Bo (Bosse) Ek+", "Bo (Bosse) Ek+ kom, inte Bo Bosse Ekk", "* kom, inte Bo Bosse Ekk"),
        ("Siobhan O'Hara", "SIOBHAN O’HARAS hus", "* hus"),
        ("Anna Ek", "Anna Ek-A\u030age", None),
        ("B. E", "Bo Ek, Bk E, b. e", "Bo Ek, Bk E, *"),
    ],
)
def test_a_name_is_struck_as_it_is_written_and_never_inside_another(name: str, text: str, left: str | None) -> None:
    struck = Names([name]).struck(text, "sv")
    assert struck == (text if left is None else left.replace("*", "en person som har raderats"))


def test_who_is_called_as_a_code_is_leaves_the_codes_alone(initiative: InitiativeRef, thread: Thread) -> None:
    """Grant is a first name, and a kind of thing in the audit trail; the place's address may be one too."""
    codes = set(AuditEvent.objects.within(initiative).values_list("verb", "subject_kind"))
    assert ("add_group", "group") in codes
    for name in ("Add_group", "Group", "SV", "bel_01"):
        with pytest.raises(Refused):
            erase_name(initiative=initiative, actor=system(), name=name)
    erase_name(initiative=initiative, actor=system(), name="ekbacken")
    row = Initiative.objects.get()
    assert (row.slug, row.name) == ("ekbacken", "en person som har raderats")


def test_who_was_erased_may_come_back_as_somebody_new(initiative: InitiativeRef, kim: Actor) -> None:
    erase_person(actor=system(), email=EMAIL)
    again = add_account(actor=system(), email=EMAIL, name=NAME)
    add_member(initiative=initiative, actor=system(), user_id=again.id, role=Role.EVALUATOR)
    assert again.id != kim.user_id
    assert list(Membership.objects.within(initiative).filter(user_id=again.id).values_list("role", flat=True)) == [
        Role.EVALUATOR
    ]
