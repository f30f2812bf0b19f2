"""What happens in the machines of the drill, each a process with settings of its own; prints what it saw as JSON.

The first is filled, backed up twice (as it is, and as the version before had it) and then erases three people. The
second is empty, and gets the first one's back-ups.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from samklang.cli.main import main

CANARY = "anarie"
DAY = date(2026, 2, 3)
ACCOUNT, PARTICIPANT, NAME = "kanarie@example.org", "Lilla Kanarie", "Bo Kanariesson"


def command(*arguments: str) -> dict[str, Any]:
    """Run a command; its exit code, its JSON and what it said on stderr."""
    out, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        code = main([*arguments, "--json"])
    return {"code": code, "told": json.loads(out.getvalue() or "null"), "said": said.getvalue()}


def first(folder: Path) -> dict[str, Any]:
    """Fill, back up, go back a version and back up again, go on, erase."""
    from samklang.cli.installation.last_backup import last_backup  # noqa: PLC0415
    from samklang.cli.installation.tables import make_tables  # noqa: PLC0415

    make_tables(sorted(MigrationLoader(None, ignore_no_migrations=True).graph.nodes))
    _fill()
    new = command("backup", "--to", str(folder / "new.age"))
    seen_by_a_writer = _written_while_backed_up()
    call_command("migrate", "people", "0001_initial", verbosity=0)
    old = command("backup", "--to", str(folder / "old.age"))
    call_command("migrate", verbosity=0)
    before = _holds_canary()
    rehearsed = command("erase", "account", ACCOUNT, "--dry-run")
    after_rehearsal = _holds_canary()
    erased = [
        command("erase", "account", ACCOUNT),
        command("erase", "participant", PARTICIPANT, "--initiative", "ekbacken", "--group", "Tråden"),
        command("erase", "name", NAME, "--initiative", "ekbacken"),
    ]
    refused = [
        command("erase", "account", "ingen@example.org"),
        command("erase", "account", "process_leader@ekbacken.example"),
        command("erase", "participant", PARTICIPANT, "--initiative", "ekbacken", "--group", "Tråden"),
        command("erase", "name", NAME, "--initiative", "ekbacken"),
        command("erase", "name", NAME, "--initiative", "ingenstans"),
    ]
    return {
        "refused": [(each["code"], each["told"], each["said"]) for each in refused],
        "tidy": main(["erase", "tidy"]),
        "new": new,
        "old": old,
        "rehearsed": rehearsed,
        "erased": [each["code"] for each in erased],
        "canary": [before, after_rehearsal, _holds_canary()],
        "writer": seen_by_a_writer,
        "noted": [str(each) for each in last_backup() or ()][1:],
    }


def second(folder: Path) -> dict[str, Any]:
    """Restore into nothing, be refused, and restore the older back-up over it with the first machine's ledger."""
    key = str(folder / "offline.key")
    restored = command("restore", str(folder / "new.age"), "--identity", key)
    again = command("backup", "--to", str(folder / "again.age"))
    numbers, failed = _next_account(), _filled_in_vain()
    still = command("backup", "--to", str(folder / "still.age"))
    refused = command("restore", str(folder / "old.age"), "--identity", key)
    for file in (folder / "first").glob("erasure-ledger*"):
        shutil.copy(file, os.environ["SAMKLANG_DATA_DIR"])
    there = _holds_canary()
    over = command("restore", str(folder / "old.age"), "--identity", key, "--over", refused["said"].split()[-1])
    return {
        "restored": restored,
        "again": again,
        "still": [failed, still],
        "next_account": numbers,
        "refused": refused,
        "over": over,
        "canary": [there, _holds_canary()],
    }


def _fill() -> None:
    """Three people who will be erased, each in their own way, rows of every odd type, and an account taken away."""
    from tests.personas import member, new_initiative  # noqa: PLC0415

    from samklang.records.activities.enums import AgreedHow  # noqa: PLC0415
    from samklang.records.activities.services import add_group, add_participant  # noqa: PLC0415
    from samklang.records.initiative.enums import AgeBand, Role, Sector  # noqa: PLC0415
    from samklang.records.initiative.services import add_member, add_partner  # noqa: PLC0415
    from samklang.records.people.models import User  # noqa: PLC0415
    from samklang.records.people.permissions import system  # noqa: PLC0415
    from samklang.records.people.queries import actor_of  # noqa: PLC0415
    from samklang.records.people.services import add_account  # noqa: PLC0415

    here: dict[str, Any] = {"initiative": new_initiative(), "actor": system()}
    member(here["initiative"], Role.PROCESS_LEADER)
    person = add_account(actor=system(), email=ACCOUNT, name="Kim Kanarie")
    add_member(**here, user_id=person.id, role=Role.PROCESS_LEADER)
    about = f"Frågor: Kim Kanarie, {ACCOUNT}, eller {NAME}s kontor."
    add_partner(
        initiative=here["initiative"], actor=actor_of(person.id), name="Eken", sector=Sector.HOUSING, about=about
    )
    group = add_group(**here, name="Tråden")
    add_participant(
        **here,
        group_id=group,
        name=PARTICIPANT,
        age_band=AgeBand.ADULT,
        language="sv",
        how=AgreedHow.SPOKEN,
        agreed=True,
        agreed_on=DAY,
    )
    _store_odd_rows(here["initiative"].id)
    User.objects.create_user(email="borta@example.org", name="Borta").delete()


def _store_odd_rows(initiative_id: int) -> None:
    """Answers that came in another order than their keys have, a picture's bytes, and numbers in JSON."""
    from samklang.records.measurement.models import Questionnaire, Response, Wave  # noqa: PLC0415
    from samklang.records.publishing.models import Picture, Report  # noqa: PLC0415

    asked = Questionnaire(pk=1, initiative_id=initiative_id, title="Frågor", items=["a"])
    wave = Wave(
        pk=1, initiative_id=initiative_id, questionnaire=asked, name="Vår", population="area", code="x", opens_on=DAY,
        closes_on=DAY,
    )  # fmt: skip
    answers = [
        Response(initiative_id=initiative_id, wave=wave, key=UUID(int=key), answers={"b": key, "a": None},
                 consent_version="1")
        for key in (3, 1, 2)
    ]  # fmt: skip
    report = Report(pk=1, initiative_id=initiative_id, number=1, title="R", content={"sv": [-0.0, 1e16, 0.1]})
    picture = Picture(initiative_id=initiative_id, report=report, data=bytes(range(256)), media_type="image/png")
    for rows in ([asked], [wave], answers, [report], [picture]):
        type(rows[0])._base_manager.bulk_create(rows)


def _next_account() -> int:
    """The number the next account gets; it is taken away again."""
    from samklang.records.people.models import User  # noqa: PLC0415

    user = User.objects.create_user(email="sedan@example.org", name="Sedan")
    number = int(user.pk)
    user.delete()
    return number


def _filled_in_vain() -> str:
    """Put something in place that breaks off when the tables are made; what was said."""
    from samklang.cli.installation.place import put_in_place  # noqa: PLC0415
    from samklang.cli.installation.tables import make_tables  # noqa: PLC0415
    from samklang.methods.kernel.findings import UnreadableInput  # noqa: PLC0415

    def fill() -> None:
        make_tables([("people", "0001_initial")])
        raise UnreadableInput(["broke off"])

    try:
        put_in_place(fill)
    except UnreadableInput as error:
        return " ".join(error.problems)
    return "nothing"


def _written_while_backed_up() -> list[int]:
    """Accounts a back-up sees before and after somebody else has stored one: the same, and nobody had to wait."""
    from django.db import connections  # noqa: PLC0415

    from samklang.cli.installation.snapshot import one_moment  # noqa: PLC0415
    from samklang.records.people.models import User  # noqa: PLC0415

    with one_moment():
        before = User.objects.count()
        other = connections["default"].copy()
        with other.cursor() as cursor:
            cursor.execute(
                "UPDATE people_user SET language = 'da' WHERE email = %s", ["process_leader@ekbacken.example"]
            )
        other.close()
        during = User.objects.filter(language="da").count()
    return [before, during, User.objects.filter(language="da").count()]


def _holds_canary() -> bool:
    """Whether anything the erased are called stands anywhere: in a row, or in a byte of a file of SQLite's."""
    return any(CANARY in text for text in _all_rows()) or any(
        CANARY.encode() in file.read_bytes() for file in Path(os.environ["SAMKLANG_DATA_DIR"]).glob("*.*")
    )


def _all_rows() -> Iterator[str]:
    from django.apps import apps  # noqa: PLC0415

    for table in apps.get_models():
        for row in table._base_manager.values_list():
            yield repr(row)


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"first": first, "second": second}[sys.argv[1]](Path(sys.argv[2]))))
