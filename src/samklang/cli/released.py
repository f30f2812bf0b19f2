"""A release named on the command line, read from the installation's database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from samklang.methods.kernel.findings import UnreadableInput

if TYPE_CHECKING:
    from samklang.records.measurement.queries import ReleaseName


@contextmanager
def reading_database() -> Iterator[None]:
    """Turns a database that can't be read into a sentence. Raises UnreadableInput."""
    # Django must be set up before anything of it is imported.
    from django.db import DatabaseError  # noqa: PLC0415

    try:
        yield
    except DatabaseError as error:
        problem = str(error).splitlines()[0]
        raise UnreadableInput(
            [f"the database can't be read ({problem}); run samklang migrate, or demo first"]
        ) from None


def named_release(name: str) -> ReleaseName:
    """The release of a wave's code or the beginning of a hash. Raises UnreadableInput with those there are."""
    from samklang.records.measurement.queries import find_release, release_names  # noqa: PLC0415
    from samklang.records.people.permissions import NotAllowed  # noqa: PLC0415

    try:
        return find_release(name)
    except NotAllowed:
        known = [f"  {row.code}  {row.hash[:12]}  {row.initiative.slug}: {row.wave}" for row in release_names()]
        told = ["there are:", *known] if known else ["no wave has been released yet"]
        raise UnreadableInput([f"RELEASE {name}: names no release; {told[0]}", *told[1:]]) from None
