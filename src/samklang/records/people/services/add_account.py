"""Add an account."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samklang.records.people.enums import AccountEventKind
from samklang.records.people.models import AccountEvent, User
from samklang.records.people.permissions import Actor, Refused, check_may_add_account
from samklang.records.people.queries import Person


@transaction.atomic
def add_account(*, actor: Actor, email: str, name: str, language: str = "sv", is_operator: bool = False) -> Person:
    """Make an account that signs in by e-mailed code. Raises NotAllowed, or Refused when the address has one."""
    check_may_add_account(actor)
    if User.objects.filter(email=email.strip().lower()).exists():
        raise Refused(_("There is already an account with that e-mail address."))
    user = User.objects.create_user(email=email, name=name.strip(), language=language, is_operator=is_operator)
    AccountEvent.objects.create(
        user=user, kind=AccountEventKind.CREATED, actor_kind=actor.kind, actor_id=actor.user_id
    )
    return Person(user.pk, user.name, user.email, user.language)
