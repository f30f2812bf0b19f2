"""A query without an initiative raises, a write without an actor raises."""

from __future__ import annotations

import pytest
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models import AuditEvent, Initiative, Partner
from samklang.records.initiative.models.scoped import ScopeMissing, writing_in
from samklang.records.initiative.queries import audit_trail, members, open_door, partners
from samklang.records.initiative.services import act, add_member, add_partner, remove_member
from samklang.records.people.permissions import ActorMissing, NotAllowed, Refused, anonymous, system

pytestmark = pytest.mark.django_db


def test_a_query_without_an_initiative_raises() -> None:
    for query in (Partner.objects.all, Partner.objects.count, lambda: Partner.objects.filter(name="x")):
        with pytest.raises(ScopeMissing):
            query()


def test_a_write_without_an_actor_raises_and_stores_nothing() -> None:
    initiative = new_initiative()
    partner = Partner(initiative_id=initiative.id, name="Ingen", sector=Sector.PUBLIC)
    with pytest.raises(ActorMissing):
        partner.save()
    with pytest.raises(ActorMissing):
        Partner.objects.add_all(initiative, [partner])
    with pytest.raises(ActorMissing):
        Partner.objects.within(initiative).update(name="annan")
    with pytest.raises(ActorMissing), act("add_partner", initiative=initiative, actor=anonymous()):
        pass
    with pytest.raises(ActorMissing), act("add_partner", initiative=initiative, actor=None):
        pass
    assert Partner.objects.within(initiative).count() == 0


def test_a_deed_in_one_initiative_cannot_write_in_another() -> None:
    own, other = new_initiative("eken"), new_initiative("almen")
    with pytest.raises(ActorMissing), act("add_partner", initiative=own, actor=system()):
        Partner.objects.add(other, name="Fel", sector=Sector.PUBLIC)
    assert Partner.objects.within(other).count() == 0


def test_a_deed_that_fails_leaves_neither_row_nor_event() -> None:
    initiative = new_initiative()
    before = AuditEvent.objects.within(initiative).count()
    with pytest.raises(ZeroDivisionError), act("add_partner", initiative=initiative, actor=system()):
        Partner.objects.add(initiative, name="Halv", sector=Sector.PUBLIC)
        raise ZeroDivisionError
    assert Partner.objects.within(initiative).count() == 0
    assert AuditEvent.objects.within(initiative).count() == before


def test_the_audit_trail_is_only_ever_added_to() -> None:
    initiative = new_initiative()
    event = AuditEvent.objects.within(initiative).get()
    with pytest.raises(TypeError), writing_in(initiative):
        event.save()
    with pytest.raises(TypeError), writing_in(initiative):
        event.delete()


def test_every_deed_is_named_with_its_actor() -> None:
    initiative = new_initiative()
    leader = member(initiative, Role.PROCESS_LEADER, "Ines")
    add_partner(initiative=initiative, actor=leader, name="Skolan", sector=Sector.EDUCATION)
    newest = audit_trail(initiative=initiative, actor=leader)[0]
    assert (newest.actor, newest.verb, newest.title) == ("Ines", "add_partner", "Skolan")


def test_unknown_and_forbidden_are_the_same_refusal() -> None:
    own, other = new_initiative("eken"), new_initiative("almen")
    leader = member(own, Role.PROCESS_LEADER)
    assert open_door(actor=leader, slug="eken") == own
    for slug in (other.slug, "finns-inte"):
        with pytest.raises(NotAllowed):
            open_door(actor=leader, slug=slug)
    with pytest.raises(NotAllowed):
        partners(initiative=other, actor=leader)


def test_nobody_gives_themselves_a_role() -> None:
    initiative = new_initiative()
    leader = member(initiative, Role.PROCESS_LEADER)
    assert leader.user_id is not None
    with pytest.raises(Refused):
        add_member(initiative=initiative, actor=leader, user_id=leader.user_id, role=Role.EVALUATOR)


def test_the_last_process_leader_cannot_be_removed() -> None:
    initiative = new_initiative()
    member(initiative, Role.PROCESS_LEADER)
    only = members(initiative=initiative, actor=system())[0]
    with pytest.raises(Refused):
        remove_member(initiative=initiative, actor=system(), membership_id=only.id)


def test_an_initiatives_short_address_is_its_own() -> None:
    new_initiative("eken")
    with pytest.raises(Refused):
        new_initiative("eken")
    assert Initiative.objects.count() == 1
