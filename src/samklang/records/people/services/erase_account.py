"""Erase an account: its address, name, passkeys and sessions. Its number stays, for what it has signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.people.enums import AccountEventKind
from samklang.records.people.models import AccountEvent, User
from samklang.records.people.permissions import Actor, NotAllowed, Refused, check_may_erase_account
from samklang.records.people.services.spelling import names_address

# Where a session says whose it is: signed in, or waiting for the code that was e-mailed.
WHOSE = frozenset({"_auth_user_id", "user_id", "user_pk"})


@transaction.atomic
def erase_account(*, actor: Actor, user_id: int, even_the_last: bool = False) -> dict[str, int]:
    """Erase it; how many rows of what hung on it went, by table.

    Only one part of erasing a person: `erase_person` of the initiatives calls it. Raises NotAllowed, or Refused when
    nobody else looks after the installation.
    """
    check_may_erase_account(actor, user_id)
    user = User.objects.select_for_update().filter(pk=user_id, erased_on__isnull=True).first()
    if user is None:
        raise NotAllowed
    others = User.objects.filter(is_operator=True, is_active=True).exclude(pk=user_id)
    if user.is_operator and not others.exists() and not even_the_last:
        raise Refused(_("Nobody else looks after the installation. Let another operator in first."))
    gone = _erase_what_hangs_on(user) + _erase_sessions(user)
    _empty(user)
    AccountEvent.objects.create(
        user=user, kind=AccountEventKind.ERASED, actor_kind=actor.kind, actor_id=actor.user_id
    )
    return dict(gone)


def _empty(user: User) -> None:
    """Leave the number, and nothing that tells whose it was."""
    user.email, user.name, user.language = f"{user.pk}@erased.invalid", "", User._meta.get_field("language").default
    user.is_active = user.is_operator = False
    user.last_login = None
    user.erased_on = timezone.localdate()
    user.set_unusable_password()
    user.save()


def _erase_what_hangs_on(user: User) -> Counter[str]:
    """The account's own events, and the addresses and passkeys in the sign-in library's tables."""
    gone: Counter[str] = Counter()
    for link in User._meta.get_fields(include_hidden=True):
        if not isinstance(link, models.ManyToOneRel) or not _is_the_accounts_own(link):
            continue
        rows = link.related_model._base_manager.filter(**{link.field.name: user})
        gone.update({label.lower(): count for label, count in rows.delete()[1].items()})
    return gone


def _is_the_accounts_own(link: models.ManyToOneRel) -> bool:
    """Whether rows belong to the account: its events, and everything of other people's libraries."""
    if link.related_model is AccountEvent:
        return link.field.name == "user"
    return not link.related_model.__module__.startswith("samklang.")


def _erase_sessions(user: User) -> Counter[str]:
    """Every session that is the account's, or that waits for a code sent to its address."""
    theirs = [row.pk for row in Session.objects.iterator() if _tells_of(user, row.get_decoded())]
    return Counter({Session._meta.label_lower: Session.objects.filter(pk__in=theirs).delete()[0]})


def _tells_of(user: User, session: dict[str, Any]) -> bool:
    return any(
        (name in WHOSE and str(value) == str(user.pk)) or names_address(str(value), user.email)
        for name, value in _leaves("", session)
    )


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Everything in nested lists and mappings, with the name it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(str(key), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(name, inner)
    else:
        yield name, value
