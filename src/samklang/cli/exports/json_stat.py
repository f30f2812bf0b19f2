"""`samklang export json-stat`: a released wave as tables, as anyone may read it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.released import named_release, reading_database
from samklang.cli.start import start_installation
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.json_stat import PublicWave, json_stat_tables, to_json_stat


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "json-stat",
        help="a released wave as tables, as anyone may read it",
        description=(
            "JSON-stat 2.0: a collection of tables, or one of them. Only the public view of an open initiative: "
            "words under 30 people, shares from 30, every answer from 100."
        ),
        epilog="example: samklang export json-stat vt25ba --language sv --out wave.json",
    )
    parser.add_argument("release", metavar="RELEASE", help="the wave's code, or eight characters or more of the hash")
    parser.add_argument("--table", metavar="NAME", help="one table, such as people, words, shares or answers-1")
    parser.add_argument("--language", help="one the questions were asked in (the first of them)")
    parser.add_argument("--json", action="store_true", help="the result is JSON in any case")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one wave; 1 when the public can't read it."""
    start_installation()
    with reading_database():
        found = _public_wave(options.release)
    if isinstance(found, str):
        print(found, file=sys.stderr)
        return 1
    language = _language(found, options.language)
    if options.table is None:
        made = to_json_stat(found, language)
    else:
        tables = json_stat_tables(found, language)
        if options.table not in tables:
            raise UnreadableInput([f"--table {options.table}: there is no such table; there are {', '.join(tables)}"])
        made = tables[options.table]
    write_result(as_json(made), options.out)
    return 0


def _public_wave(name: str) -> PublicWave | str:
    """The wave as the open page knows it, or why it doesn't. Raises UnreadableInput for an unknown name."""
    # Django must be set up before anything that holds models is imported.
    from samklang.records.initiative.queries import public_initiative  # noqa: PLC0415
    from samklang.records.measurement.queries import public_releases  # noqa: PLC0415
    from samklang.records.people.permissions import NotAllowed  # noqa: PLC0415

    found = named_release(name)
    ref = found.initiative
    try:
        public_initiative(ref.slug)
    except NotAllowed:
        return f"{ref.slug}: isn't open to the public, and nothing else is exported; open the initiative first"
    row = next((one for one in public_releases(ref) if one.wave.id == found.wave_id), None)
    if row is None:
        return f"{name}: this release has been taken back, so it isn't shown any more"
    wave = row.wave
    return PublicWave(
        ref.name,
        ref.place,
        wave.group if wave.group_id is not None else "",
        wave.name,
        wave.questionnaire,
        wave.closes_on,
        row.released_on,
        row.content,
        row.manifest,
    )


def _language(wave: PublicWave, wanted: str | None) -> str:
    there = wave.content["languages"]
    if wanted is not None and wanted not in there:
        raise UnreadableInput([f"language '{wanted}': the wave was asked in {', '.join(there)}; choose one of them"])
    return str(wanted or there[0])
