"""`samklang erase`: take a person out of an installation, and keep them out of restored back-ups."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from samklang.cli.database import check_migrated, reach_installation
from samklang.cli.files import as_json, write_result
from samklang.cli.start import start_installation
from samklang.methods.kernel.findings import UnreadableInput

if TYPE_CHECKING:
    from samklang.records.initiative.services import Struck

Went = list[tuple[str, "Struck"]]
SAID = {
    "gone": "rows gone",
    "changed": "rows without the name",
    "kept": "rows kept: frozen or released, look at them",
}


def register(commands: Any) -> None:
    """Declare the command and its parts."""
    parser = commands.add_parser(
        "erase",
        help="take a person out of the installation",
        description=(
            "Erases a person: somebody with an account, somebody in a group's list, or somebody who is only written "
            "about. Decisions and signatures stay, under “someone who has been erased”; so do released figures. "
            "The erasure ledger keeps them out of back-ups that are restored."
        ),
        epilog="example: samklang erase account anna@example.org --dry-run",
    )
    parts = parser.add_subparsers(dest="part", required=True, metavar="WHO")
    account = _part(parts, "account", "account sam@example.org", "somebody with an account, by e-mail address")
    account.add_argument("email", metavar="EMAIL")
    account.add_argument(
        "--even-the-last", action="store_true", help="also when nobody else leads an initiative or the installation"
    )
    listed = _part(parts, "participant", "participant Sol --initiative ekbacken --group Tråden", "somebody in a list")
    listed.add_argument("name", metavar="NAME")
    listed.add_argument("--initiative", metavar="SLUG", required=True)
    listed.add_argument("--group", metavar="NAME", required=True)
    named = _part(parts, "name", 'name "Anna Ek" --initiative ekbacken', "somebody who is written about")
    named.add_argument("name", metavar="NAME")
    named.add_argument("--initiative", metavar="SLUG", required=True)
    parser.set_defaults(run=run)
    tidy = parts.add_parser(
        "tidy",
        help="what erased rows have left in the database's files",
        description="Rewrites the database's files, when an erasure said that something else used them.",
        epilog="example: samklang erase tidy",
    )
    tidy.set_defaults(run=run_tidy)


def _part(parts: Any, name: str, example: str, about: str) -> argparse.ArgumentParser:
    part: argparse.ArgumentParser = parts.add_parser(
        name, help=about, description=f"Erases {about}.", epilog=f"example: samklang erase {example} --dry-run"
    )
    part.add_argument("--dry-run", action="store_true", help="only say what would go")
    part.add_argument("--json", action="store_true")
    return part


def run(options: argparse.Namespace) -> int:
    """Erase somebody; 1 when it is refused or nobody is called that."""
    start_installation()
    reach_installation()
    check_migrated()
    from django.db import DatabaseError, transaction  # noqa: PLC0415
    from django.utils import translation  # noqa: PLC0415

    from samklang.records.people.permissions import NotAllowed, Refused  # noqa: PLC0415
    from samklang.records.people.services.erasure_ledger import LedgerUnusable  # noqa: PLC0415

    try:
        with translation.override("en"), transaction.atomic() if options.dry_run else nullcontext():
            went = _erase(options)
            if options.dry_run:
                transaction.set_rollback(True)
    except NotAllowed:
        return _refuse(f"{options.part}: nobody there is called {_who(options)}; nothing was changed")
    except LedgerUnusable as error:
        raise UnreadableInput([f"{error.problem}; nothing was changed"]) from None
    except DatabaseError as error:
        problem = str(error).splitlines()[0]
        raise UnreadableInput([f"database: can't take it ({problem}); nothing was changed"]) from None
    except Refused as reason:
        return _refuse(str(reason))
    _tell(options, went)
    return 0 if options.dry_run else _without_trace(_tables(went))


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


def _who(options: argparse.Namespace) -> str:
    return str(options.email if options.part == "account" else options.name)


def _erase(options: argparse.Namespace) -> Went:
    from samklang.records.initiative.queries import open_door  # noqa: PLC0415
    from samklang.records.initiative.services import erase_name, erase_person  # noqa: PLC0415
    from samklang.records.people.permissions import NotAllowed, Refused, system  # noqa: PLC0415

    noted = not options.dry_run
    if options.part == "account":
        return erase_person(actor=system(), email=options.email, even_the_last=options.even_the_last, noted=noted)
    try:
        initiative = open_door(actor=system(), slug=options.initiative)
    except NotAllowed:
        # Not "nobody is called that": whoever mistypes a slug would think that the person is gone.
        raise Refused(f"--initiative {options.initiative}: there is none; nothing was changed") from None
    if options.part == "name":
        struck = erase_name(initiative=initiative, actor=system(), name=options.name, noted=noted)
        return [(initiative.slug, each) for each in struck]
    return _forget(options, initiative)


def _forget(options: argparse.Namespace, initiative: Any) -> Went:
    from samklang.records.activities.queries import participants, visible_groups  # noqa: PLC0415
    from samklang.records.activities.services import forget_participant  # noqa: PLC0415
    from samklang.records.initiative.services import Struck  # noqa: PLC0415
    from samklang.records.people.permissions import NotAllowed, Refused, system  # noqa: PLC0415
    from samklang.records.people.services.spelling import spelled  # noqa: PLC0415

    within: dict[str, Any] = {"initiative": initiative, "actor": system()}
    groups = [group.id for group in visible_groups(**within) if spelled(group.name) == spelled(options.group)]
    if not groups:
        raise Refused(f"--group {options.group}: there is none in {initiative.slug}; nothing was changed")
    found = [
        (group, row.id)
        for group in groups
        for row in participants(**within, group_id=group)
        if spelled(row.name) == spelled(options.name)
    ]
    if not found:
        raise NotAllowed
    went = []
    for group, row in found:
        came = forget_participant(**within, group_id=group, participant_id=row, noted=not options.dry_run)
        went += [("activities.participant", 1), ("activities.attendance", came)]
    return [(initiative.slug, Struck(table, "gone", rows)) for table, rows in went if rows]


def _tell(options: argparse.Namespace, went: Went) -> None:
    rows = [{"initiative": where, "table": one.table, "what": one.what, "rows": one.rows} for where, one in went]
    if options.json:
        write_result(as_json({"dry_run": options.dry_run, "erased": rows}), None)
        return
    head = "would be erased; nothing was changed\n" if options.dry_run else "erased\n"
    write_result(head + "".join(_lines(went)), None)


def _lines(went: Iterable[tuple[str, Struck]]) -> Iterable[str]:
    for where, one in went:
        yield f"  {where or 'installation'}: {one.table}: {one.rows} {SAID[one.what]}\n"


def run_tidy(options: argparse.Namespace) -> int:
    """Rewrite the files of all tables."""
    start_installation()
    reach_installation()
    from django.apps import apps  # noqa: PLC0415

    return _without_trace(table._meta.db_table for table in apps.get_models())


def _tables(went: Went) -> Iterable[str]:
    from django.apps import apps  # noqa: PLC0415

    return (apps.get_model(one.table)._meta.db_table for _where, one in went)


def _without_trace(tables: Iterable[str]) -> int:
    """Take the bytes out of the files too; 1 when something else holds on to them."""
    from django.db import DatabaseError  # noqa: PLC0415

    from samklang.cli.installation.place import throw_away_drafts  # noqa: PLC0415
    from samklang.records.people.services import leave_no_trace  # noqa: PLC0415

    try:
        throw_away_drafts()
        if leave_no_trace(tables):
            return 0
        problem = "something reads them"
    except DatabaseError as error:
        problem = str(error)
    print(
        f"The rows are erased, but the database's files still hold their bytes ({problem}). "
        "Stop the server and run samklang erase tidy",
        file=sys.stderr,
    )
    return 1
