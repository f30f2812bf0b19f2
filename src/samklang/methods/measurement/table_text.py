"""The text of a CSV file as a header and numbered rows."""

from __future__ import annotations

import csv
import io

from samklang.methods.kernel.findings import UnreadableInput


def read_table(text: str, path: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and (line number, cells) of every row, by comma, semicolon or tab. Raises UnreadableInput."""
    first = text.split("\n", 1)[0]
    # The first mark the header has: a spreadsheet puts only one of them between names.
    separator = next((mark for mark in ",;\t" if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise UnreadableInput([f"{path}, line {reader.line_num}: not CSV ({error})"]) from None
    if not rows:
        raise UnreadableInput([f"{path}: the file is empty; the first line names the columns"])
    return [name.strip() for name in rows[0][1]], rows[1:]
