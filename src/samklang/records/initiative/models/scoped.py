"""The tenant border: an initiative's tables are read within it and written by an actor, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar

from django.db import models

from samklang.records.people.permissions import ActorMissing


class ScopeMissing(Exception):
    """A scoped table was read without an initiative: a defect, never a user's mistake."""


@dataclass(frozen=True)
class InitiativeRef:
    """An initiative as it travels between words."""

    id: int
    slug: str
    name: str
    place: str
    languages: tuple[str, ...] = ("sv", "en")


_writing_in: ContextVar[int | None] = ContextVar("writing_in", default=None)


@contextmanager
def writing_in(initiative: InitiativeRef) -> Iterator[None]:
    """Open the initiative's tables for writing. Only the audit trail's ``act`` and the storage of answers call it."""
    token = _writing_in.set(initiative.id)
    try:
        yield
    finally:
        _writing_in.reset(token)


def check_write(initiative_id: int | None) -> None:
    """Raise ActorMissing unless a deed in the same initiative is under way."""
    current = _writing_in.get()
    if current is None:
        raise ActorMissing("a scoped table was written outside a deed")
    if initiative_id is not None and initiative_id != current:
        raise ActorMissing("a row of another initiative was written")


Row = TypeVar("Row", bound=models.Model)


class ScopedQuerySet(models.QuerySet[Row], Generic[Row]):
    """Rows of one initiative; changing them asks for a deed."""

    def update(self, **fields: Any) -> int:
        """Change rows. Raises ActorMissing outside a deed."""
        check_write(None)
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Take rows away. Raises ActorMissing outside a deed."""
        check_write(None)
        return super().delete()


class ScopedManager(models.Manager[Row], Generic[Row]):
    """Raises on every query but those that begin with ``within`` or ``across``."""

    def get_queryset(self) -> NoReturn:
        """There is no query without an initiative. Raises ScopeMissing."""
        raise ScopeMissing(f"{self.model.__name__} was read without an initiative")

    def within(self, initiative: InitiativeRef) -> ScopedQuerySet[Row]:
        """The rows of one initiative."""
        return self._all().filter(initiative_id=initiative.id)

    def across(self, reason: str) -> ScopedQuerySet[Row]:
        """All rows, for the few doors that find the initiative itself: by a code, a slug or a membership."""
        if not reason:
            raise ScopeMissing("say why the border may be crossed")
        return self._all()

    def add(self, initiative: InitiativeRef, **fields: Any) -> Row:
        """A new row of an initiative, stored."""
        row = self.model(initiative_id=initiative.id, **fields)
        row.save(using=self._db)
        return row

    def add_all(self, initiative: InitiativeRef, rows: Iterable[Row]) -> list[Row]:
        """Store many new rows of an initiative at once."""
        made = list(rows)
        check_write(initiative.id)
        for row in made:
            check_write(getattr(row, "initiative_id", None))
        return self._all().bulk_create(made)

    def _all(self) -> ScopedQuerySet[Row]:
        return ScopedQuerySet(self.model, using=self._db)


class Scoped(models.Model):
    """Base of every table that belongs to one initiative.

    goes_with_person: whether a row goes when the person it names is erased (a role, a line of a list) instead of
    staying without the name (a deed, a signature). kept_fields: what erasing a name never touches, though it may
    stand there: it is frozen under a hash. code_fields: what holds codes only, of which one may be spelled as a name
    is (Grant).
    """

    goes_with_person: ClassVar[bool] = False
    kept_fields: ClassVar[frozenset[str]] = frozenset()
    code_fields: ClassVar[frozenset[str]] = frozenset()
    initiative = models.ForeignKey("initiative.Initiative", on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        abstract = True
        default_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row. Raises ActorMissing outside a deed in its own initiative."""
        check_write(self.initiative_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the row away. Raises ActorMissing outside a deed in its own initiative."""
        check_write(self.initiative_id)
        return super().delete(*args, **kwargs)

    def changed(self, **fields: Any) -> Self:
        """Set the fields and store them."""
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))
        return self
