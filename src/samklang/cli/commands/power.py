"""`samklang power`: what so many answers can show, before anything is collected."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.before_collecting import Sight, notes, sights
from samklang.methods.measurement.effect.indicator import LANGUAGES, Language

MOST_PEOPLE = 1_000_000


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "power",
        help="the smallest change so many answers can show, before collecting",
        description="Tells what N answers can show with 80 per cent power: of the same people twice, of other people "
        "each time, beside others who don't take part, and of a share.",
        epilog="example: samklang power 25 --others 60 --share 0.30 --spread 1.1 --lang sv",
    )
    parser.add_argument("n", type=_people, metavar="N", help="how many are expected to answer each time")
    parser.add_argument("--others", type=_people, metavar="M", help="how many who don't take part answer too")
    parser.add_argument("--share", type=float, metavar="P", help="a known share before, as 0.30")
    parser.add_argument("--spread", type=float, metavar="SD", help="spread of the answers, to be told in points")
    parser.add_argument(
        "--lang", "--language", choices=LANGUAGES, action="append", help="language of the sentences (repeatable)"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--out", metavar="FILE", help="write the result there instead")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell what so many can show."""
    _check(options)
    found = sights(options.n, options.others, options.share, options.spread)
    languages: Sequence[Language] = tuple(dict.fromkeys(options.lang or LANGUAGES))
    write_result(as_json(_row(found, languages)) if options.json else _text(found, languages), options.out)
    return 0


def _check(options: argparse.Namespace) -> None:
    problems = []
    if options.share is not None and not 0 < options.share < 1:
        hint = f"; write {options.share / 100:g} for {options.share:g} %" if 1 < options.share < 100 else ""
        problems.append(f"--share: {options.share:g} is no share above 0 and under 1{hint}")
    if options.spread is not None and not 0 < options.spread <= 1e9:
        problems.append(f"--spread: {options.spread:g} is no spread in points; it is above 0")
    if problems:
        raise UnreadableInput(problems)


def _row(found: tuple[Sight, ...], languages: Sequence[Language]) -> dict[str, Any]:
    told = [
        {**asdict(each), "told": each.told, "sentences": {one: each.sentence(one) for one in languages}}
        for each in found
    ]
    return {"power": 0.8, "level": 0.95, "sights": told, "notes": {one: list(notes(found, one)) for one in languages}}


def _text(found: tuple[Sight, ...], languages: Sequence[Language]) -> str:
    return "\n".join(_lines(found, languages)) + "\n"


def _lines(found: tuple[Sight, ...], languages: Sequence[Language]) -> Iterator[str]:
    for language in languages:
        for text in (*(each.sentence(language) for each in found), *notes(found, language)):
            yield f"{language}  {text}"


def _people(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_PEOPLE}")
    return int(text)
