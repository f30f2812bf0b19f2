"""Lets LibreOffice work out our workbooks; `python -m tests.reference.value.workbook` prints what workbook.txt holds.

Each map is written as a workbook without any stored result, opened by LibreOffice Calc without a window, worked out,
saved and read again. Printed: the version; then a line a map with a digest of its cells, its total, resources, net
and ratio, and a line an outcome with how many changed, the share retained, the impact and the present value.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from tests.reference.value.maps import EVERY, raw_map

from samklang.methods.value.map.reader import read_map
from samklang.methods.value.workbook.writer import to_value_workbook

FIGURES = ("How many changed", "Share retained", "Impact, year 1", "Present value")


def written(name: str) -> bytes:
    """One map as a workbook, in English."""
    raw = raw_map(name)
    return to_value_workbook(raw, read_map(raw), "en")


def digest(content: bytes) -> str:
    """Of everything that stands in the cells: another workbook has to be worked out anew."""
    book = load_workbook(io.BytesIO(content))
    cells = [(sheet.title, cell.coordinate, str(cell.value)) for sheet in book for row in sheet for cell in row]
    return hashlib.sha256(repr([cell for cell in cells if cell[2] != "None"]).encode()).hexdigest()[:16]


def worked_out(names: list[str]) -> dict[str, Any]:
    """The same workbooks as LibreOffice saves them."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / f"{name}.xlsx").write_bytes(written(name))
        made = Path(folder) / "made"
        asked = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(made)]
        files = [str(Path(folder) / f"{name}.xlsx") for name in names]
        subprocess.run([*asked, *files], check=True, capture_output=True)
        return {name: load_workbook(made / f"{name}.xlsx", data_only=True) for name in names}


def lines(name: str, book: Any) -> Iterator[str]:
    """What a workbook came to."""
    result, table = book["Result"], book["Value map"]
    totals = [result.cell(row, 2).value for row in range(5, 9)]
    yield f"{name} - {digest(written(name))} {' '.join(map(shown, totals))}"
    heads = {cell.value: cell.column for cell in table[3]}
    for row in range(4, 4 + len(EVERY[name]["outcomes"])):
        figures = [table.cell(row, heads[head]).value if head in heads else None for head in FIGURES]
        yield f"{name} {row - 4} {' '.join(map(shown, figures))}"


def shown(value: Any) -> str:
    """A figure with all its digits; a text or nothing as NA."""
    return repr(float(value)) if isinstance(value, int | float) else "NA"


if __name__ == "__main__":
    version = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout
    print(" ".join(version.split()[:2]))
    for each, opened in worked_out(list(EVERY)).items():
        print("\n".join(lines(each, opened)))
