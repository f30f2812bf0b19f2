"""A workbook as a value map to go on from: ours key by key, others' as far as their heads can be recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.workbook.grids import read_grids
from samklang.methods.value.workbook.others_reader import read_others
from samklang.methods.value.workbook.own_parts import Reading
from samklang.methods.value.workbook.own_reader import own_sheets, read_own


@dataclass(frozen=True)
class ReadMap:
    """raw: the map as plain data; notes: what was not recognised, by sheet, row and column; missing: what the map
    still needs before it can be reckoned."""

    raw: dict[str, Any]
    notes: tuple[str, ...]
    missing: tuple[str, ...]


def from_value_workbook(content: bytes, where: str) -> ReadMap:
    """where: the file's name. Raises UnreadableInput for a damaged or huge file, and one without any outcome."""
    grids = read_grids(content, where)
    reading = Reading()
    sheets = own_sheets(grids)
    raw = read_own(sheets, reading) if sheets else read_others(grids, reading, where)
    if not raw["outcomes"]:
        raise UnreadableInput(
            [*(f"{where}, {note}" for note in reading.notes), f"{where}: there is no outcome in it"]
        )
    try:
        read_map(raw)
        missing: tuple[str, ...] = ()
    except UnreadableInput as error:
        missing = error.problems
    return ReadMap(raw, tuple(reading.notes), missing)
