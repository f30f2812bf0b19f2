"""Labelled columns as a Stata file: value labels, and every declared non-answer as a missing value of its own.

The .dta format 118 (Stata 14 and later), as Stata's manual describes it under `help dta`: numbers as doubles, texts
as str#, non-answers as .a, .b … in the order of their codes, so that no command takes 97 for an answer.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from samklang.methods.measurement.exchange.data_columns import DataColumn
from samklang.methods.measurement.exchange.statistics_names import statistics_names

DOUBLE = 65526
NAME_BYTES, FORMAT_BYTES, LABEL_BYTES = 129, 57, 321
LONGEST_LABEL = 80  # letters
# The missing value `.` of a double and of an integer; .a, .b … follow it in steps.
MISSING_DOUBLE, STEP_DOUBLE = 0x7FE0000000000000, 0x0000010000000000
MISSING_INTEGER = 2147483621
LETTERS = 26


def to_stata(columns: Sequence[DataColumn], title: str) -> bytes:
    """The file's bytes. title: the data set's label; names are those of ``statistics_names``."""
    names = statistics_names([column.name for column in columns])
    labelled = [name if _words(column) else "" for name, column in zip(names, columns, strict=True)]
    types = [_type(column) for column in columns]
    sections = [
        _header(len(columns), len(columns[0].cells), title),
        b"",  # the map, made when the lengths are known
        _tagged("variable_types", np.array(types, "<u2").tobytes()),
        _tagged("varnames", b"".join(_fixed(name, NAME_BYTES) for name in names)),
        _tagged("sortlist", b"\0\0" * (len(columns) + 1)),
        _tagged("formats", b"".join(_fixed(_format(each), FORMAT_BYTES) for each in types)),
        _tagged("value_label_names", b"".join(_fixed(name, NAME_BYTES) for name in labelled)),
        _tagged("variable_labels", b"".join(_fixed(c.label[:LONGEST_LABEL].rstrip(), LABEL_BYTES) for c in columns)),
        _tagged("characteristics", b""),
        _tagged("data", _rows(columns, types)),
        _tagged("strls", b""),
        _tagged("value_labels", b"".join(_lbl(n, _words(c)) for n, c in zip(names, columns, strict=True))),
        b"</stata_dta>",
    ]
    sections[1] = _tagged("map", b"\0" * 8 * (len(sections) + 1))
    places = [0, *accumulate(map(len, sections))]
    sections[1] = _tagged("map", struct.pack(f"<{len(places)}Q", *places))
    return b"".join(sections)


def _header(columns: int, rows: int, title: str) -> bytes:
    label = title[:LONGEST_LABEL].encode()
    parts = (
        _tagged("release", b"118"),
        _tagged("byteorder", b"LSF"),
        _tagged("K", struct.pack("<H", columns)),
        _tagged("N", struct.pack("<Q", rows)),
        _tagged("label", struct.pack("<H", len(label)) + label),
        _tagged("timestamp", b"\0"),  # none, so that the same answers give the same file
    )
    return b"<stata_dta>" + _tagged("header", b"".join(parts))


def _tagged(name: str, content: bytes) -> bytes:
    return f"<{name}>".encode() + content + f"</{name}>".encode()


def _fixed(text: str, size: int) -> bytes:
    """A text in so many bytes, zeros after it and at least one; cut between letters."""
    cut = text.encode()[: size - 1].decode(errors="ignore").encode()
    return cut.ljust(size, b"\0")


def _type(column: DataColumn) -> int:
    if column.kind == "number":
        return DOUBLE
    return max((len(str(cell).encode()) for cell in column.cells if cell is not None), default=1)


def _format(kind: int) -> str:
    return "%9.0g" if kind == DOUBLE else f"%{kind}s"


def _letters(column: DataColumn) -> dict[int, int]:
    """Non-answer → 1 for .a, 2 for .b …; what the alphabet doesn't reach is the plain missing value."""
    return {code: place if place <= LETTERS else 0 for place, code in enumerate(sorted(column.missing), 1)}


def _words(column: DataColumn) -> dict[int, str]:
    """Integer → wording, lowest first as Stata wants it; non-answers by the integers their missing values have."""
    missing = {MISSING_INTEGER + place: column.missing[code] for code, place in _letters(column).items() if place}
    return dict(sorted({**column.labels, **missing}.items()))


def _rows(columns: Sequence[DataColumn], types: Sequence[int]) -> bytes:
    kinds = ["<f8" if kind == DOUBLE else f"S{kind}" for kind in types]
    table = np.zeros(len(columns[0].cells), dtype=[(f"c{place}", kind) for place, kind in enumerate(kinds)])
    for place, column in enumerate(columns):
        table[f"c{place}"] = _numbers(column) if column.kind == "number" else _texts(column)
    return table.tobytes()


def _texts(column: DataColumn) -> list[bytes]:
    return [b"" if cell is None else str(cell).encode() for cell in column.cells]


def _numbers(column: DataColumn) -> NDArray[np.float64]:
    made = np.array([np.nan if cell is None else cell for cell in column.cells], np.float64)
    empty = np.isnan(made)
    bits = made.view("<u8")
    for code, place in _letters(column).items():
        bits[made == code] = MISSING_DOUBLE + place * STEP_DOUBLE
    bits[empty] = MISSING_DOUBLE
    return made


def _lbl(name: str, words: Mapping[int, str]) -> bytes:
    """One table of value labels, nothing where there are no words."""
    if not words:
        return b""
    texts = [word.encode() + b"\0" for word in words.values()]
    offsets = [0, *accumulate(map(len, texts))]
    table = struct.pack("<2I", len(texts), offsets[-1])
    table += np.array(offsets[:-1], "<i4").tobytes() + np.array(list(words), "<i4").tobytes() + b"".join(texts)
    return _tagged("lbl", struct.pack("<I", len(table)) + _fixed(name, NAME_BYTES) + b"\0\0\0" + table)
