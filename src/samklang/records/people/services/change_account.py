"""Change one's own name and language."""

from __future__ import annotations

from django.db import transaction

from samklang.records.people.enums import AccountEventKind
from samklang.records.people.models import AccountEvent, User
from samklang.records.people.permissions import Actor, check_may_change_account


@transaction.atomic
def change_account(*, actor: Actor, user_id: int, name: str, language: str) -> None:
    """Store a new name and language. Raises NotAllowed for someone else's account."""
    check_may_change_account(actor, user_id)
    User.objects.filter(pk=user_id).update(name=name.strip(), language=language)
    AccountEvent.objects.create(
        user_id=user_id, kind=AccountEventKind.CHANGED, actor_kind=actor.kind, actor_id=actor.user_id
    )
