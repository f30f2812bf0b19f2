"""Who acts, and the two ways of saying no."""

from __future__ import annotations

from dataclasses import dataclass, field

from samklang.records.people.enums import ActorKind


class NotAllowed(Exception):
    """The thing is unknown or closed to this actor; outsiders are never told which."""


class Refused(Exception):
    """The actor may do such things, but not this one now. The message is for people: what, why, how to mend."""


class ActorMissing(Exception):
    """A write was tried without an actor: a defect, never a user's mistake."""


@dataclass(frozen=True)
class Actor:
    """Who does something. A person has an account; System and Anonymous have none.

    memory: what this request has already looked up about the actor; never compared, never kept.
    """

    kind: ActorKind
    user_id: int | None = None
    name: str = ""
    language: str = "sv"
    is_operator: bool = False
    memory: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_person(self) -> bool:
        """Whether somebody signed in stands behind it."""
        return self.kind == ActorKind.PERSON

    @property
    def is_system(self) -> bool:
        """Whether it is scheduled work or the command line."""
        return self.kind == ActorKind.SYSTEM


def system() -> Actor:
    """The actor of scheduled work and of the command line."""
    return Actor(ActorKind.SYSTEM, name="System")


def anonymous() -> Actor:
    """The actor of everyone who is not signed in."""
    return Actor(ActorKind.ANONYMOUS)


def check_may_add_account(actor: Actor) -> None:
    """Accounts are made by System, by the installation's operators and through an invitation. Raises NotAllowed."""
    if not (actor.is_system or actor.is_operator):
        raise NotAllowed


def check_may_erase_account(actor: Actor, user_id: int) -> None:
    """One erases one's own account; System and the installation's operators anybody's. Raises NotAllowed."""
    if not (actor.is_system or actor.is_operator or actor.user_id == user_id):
        raise NotAllowed


def check_may_change_account(actor: Actor, user_id: int) -> None:
    """One changes one's own account only. Raises NotAllowed."""
    if not actor.is_system and actor.user_id != user_id:
        raise NotAllowed
