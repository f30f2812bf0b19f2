"""One deed: a transaction, an actor and a row in the audit trail, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from samklang.records.initiative.models import AuditEvent
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.people.permissions import Actor, ActorMissing


@dataclass
class Deed:
    """What is being done; the service fills in to what."""

    verb: str
    subject_kind: str = ""
    subject_id: str = ""
    title: str = ""

    def on(self, kind: str, subject_id: object, title: str = "") -> None:
        """Name what the deed was done to. title: a short public label, never someone's words."""
        self.subject_kind, self.subject_id, self.title = kind, str(subject_id), title[:200]


@contextmanager
def act(verb: str, *, initiative: InitiativeRef, actor: Actor | None) -> Iterator[Deed]:
    """Do something in an initiative's name. Raises ActorMissing unless a person or System does it."""
    if actor is None or not (actor.is_person or actor.is_system):
        raise ActorMissing(f"{verb} was tried without an actor")
    deed = Deed(verb)
    with transaction.atomic(), writing_in(initiative):
        yield deed
        AuditEvent.objects.add(
            initiative,
            actor_kind=actor.kind,
            actor_id=actor.user_id,
            verb=deed.verb,
            subject_kind=deed.subject_kind,
            subject_id=deed.subject_id,
            title=deed.title,
        )
