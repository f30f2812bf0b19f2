"""What may be read about accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samklang.records.people.enums import ActorKind
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor, NotAllowed, anonymous


@dataclass(frozen=True)
class Person:
    """An account as others in an initiative see it."""

    id: int
    name: str
    email: str
    language: str


def _person(user: User) -> Person:
    return Person(user.pk, str(user), user.email, user.language)


def actor_of(user_id: int | None) -> Actor:
    """The actor behind an account; Anonymous without one or when it is closed."""
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id is not None else None
    if user is None:
        return anonymous()
    return Actor(ActorKind.PERSON, user.pk, user.name, user.language, user.is_operator)


def own_account(*, actor: Actor) -> Person:
    """The actor's own account. Raises NotAllowed without one."""
    user = User.objects.filter(pk__in=[actor.user_id]).first()
    if user is None:
        raise NotAllowed
    return _person(user)


def has_accounts() -> bool:
    """Whether anybody has an account yet: an installation without one waits to be set up."""
    return User.objects.exists()


def people_by_id(ids: Iterable[int]) -> dict[int, Person]:
    """Accounts by id, in one query; for words that already know who may see them."""
    return {user.pk: _person(user) for user in User.objects.filter(pk__in=set(ids))}


def person_by_email(email: str) -> Person | None:
    """The account with an address, whatever its case."""
    user = User.objects.filter(email=email.strip().lower(), erased_on__isnull=True).first()
    return _person(user) if user else None


def every_account(*, actor: Actor) -> list[Person]:
    """All accounts that aren't erased, for the command line. Raises NotAllowed for anyone but System."""
    if not actor.is_system:
        raise NotAllowed
    return [_person(user) for user in User.objects.filter(erased_on__isnull=True).order_by("pk")]


def accounts_erased_since(day: date) -> int:
    """How many accounts were erased on that day or later; for looking after the erasure ledger."""
    return User.objects.filter(erased_on__gte=day).count()


def installation_is_empty() -> bool:
    """Whether nobody has an account yet: then the first visitor sets the installation up."""
    return not User.objects.exists()
