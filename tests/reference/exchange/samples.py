"""Made-up answers to any instrument: each of its codes, its non-answers, empty cells and what is no answer."""

from __future__ import annotations

import csv
import io
from itertools import cycle, islice

from samklang.methods.measurement.instrument import Instrument, Item

PEOPLE = ("=1+1", "-5", 'Åsa "Å" Öst', "a,b; c'd", "", "مرحبا", "@x")


def answers(instrument: Instrument) -> str:
    """A CSV text of seven people: all lowest, all highest, every code in turn, non-answers, nothing, one no code."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    ends = ("from", "to") if instrument.kind == "network" else ()
    writer.writerow(["id", *ends, *(item.id for item in instrument.items)])
    for place, name in enumerate(PEOPLE):
        tie = (("skolan", "hallen"), ("hallen", "skolan"))[place % 2] if ends else ()
        writer.writerow([name, *tie, *(_cell(item, place, at) for at, item in enumerate(instrument.items))])
    return made.getvalue()


def _cell(item: Item, person: int, at: int) -> str:
    low, high = item.responses.low, item.responses.high
    codes = item.responses.codes or (low, (low + high) / 3, high)
    if person == 3 and at < 2:
        return str(list(item.responses.non_answers)[at])
    if person == 4:
        return ""
    if person == 6 and at == 0:
        return "55"
    return f"{[low, high, 0][person]:g}" if person < 2 else f"{next(islice(cycle(codes), person + at, None)):g}"
