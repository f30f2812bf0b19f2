"""What an R script printed: lines of a name and its figures, after one line with the versions."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def printed(file: str) -> dict[str, list[float]]:
    """The figures of each name; `NA` and `Inf` as Python has them."""
    lines = (HERE / file).read_text().splitlines()[1:]
    return {
        name: [float(each.replace("NA", "nan")) for each in figures]
        for name, *figures in (line.split() for line in lines)
    }
