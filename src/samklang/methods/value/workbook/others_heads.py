"""Which column of a value map made by others holds what, by the words over it, in English, Swedish and Danish.

The layout most evaluators know is the SROI Network's: stakeholders, inputs, outputs, outcomes, indicator, quantity,
duration, proxy, value, deadweight, displacement, attribution, drop-off, impact and years. Its heads stand over
several rows, and Description, Value and Source come back under several of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samklang.methods.value.workbook.grids import Cell, Grid

HEADS_WITHIN = 40  # rows from the top
HEADS_OVER = 3  # rows of heads over the row with most of them
HEADS_UNDER = 3  # rows of questions under it
FEWEST_KNOWN = 5

# In this order: the first that fits decides.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("impact", r"less dead ?-?weight|^(social )?impact\b(?! map)"),
    ("starts", r"outcomes? starts?\b|does it start|^starts in period|^börjar|^begynder"),
    ("drop_off", r"\bdrop ?-?off|\bavtrappning|\bavtagande|\baftrapning"),
    ("counterfactual", r"\bdead ?-?weight|\bdödvikt|\bdødvægt|happened anyway|hade hänt ändå|var sket alligevel"),
    ("attribution_to_others", r"^attribution|\bandras andel|\bandres andel|^tillskrivning"),
    ("displacement", r"^displacement|\bundanträngning|\bfortrængning"),
    ("closeness", r"^closeness|^närhet|^nærhed"),
    ("year", r"^(year|år) ?\d{1,2}\b"),
    ("present", r"present value|nuvärde|nutidsværdi|^total\b|^summa\b|^i alt\b|social return"),
    ("input_value", r"value of (the )?inputs?|^inputs?:? value|^inputs? \(?[£€$]"),
    ("inputs", r"^inputs?\b|what do they invest|^resurs|^ressource"),
    ("outputs", r"^outputs?\b|summary of activity|^prestation|^ydelse"),
    ("group_size", r"^(no\.?|number|size|antal) (in|of|i|involved)\b"),
    ("sample", r"\bsample"),
    ("unit_value", r"^unit value|^värde per enhet|^værdi pr|proxy value|value of (the )?proxy"),
    ("proxy", r"\bprox(y|ies)\b"),
    ("indicator", r"^indicator|^indikator|how would you measure"),
    ("quantity", r"^quantity|how much change was|^kvantitet|^antal$|^mängd$|^mængde"),
    ("duration", r"^duration|how long (does|will) it last|^varaktighet|^varighed|^nyttoperiod|^nytteperiode"),
    ("value", r"^values?\b(?! map)|what is the value of the change|^värde\b|^værdi\b"),
    ("source", r"^source|where did you get|^källa|^kilde"),
    ("change", r"^(intended|unintended)|^amount of change"),
    ("stakeholder", r"^stakeholder|^intressent|^interessent|^målgrupp"),
    ("phenomenon", r"outcomes?\b|how would the stakeholder|^effekt|^utfall|^resultat|^forandring|^förändring"),
    ("description", r"^description|^beskrivning|^beskrivelse"),
)
_COMPILED = tuple((key, re.compile(pattern, re.I)) for key, pattern in PATTERNS)
UNCLEAR = ("source", "value", "description")  # what they are of, the column to the left tells


@dataclass(frozen=True)
class Heads:
    """below: the first row under the heads; columns: column number by what it holds; sources: the column of sources
    by what it is a source of; unknown: the head of every other column, or its first cell where it has none."""

    below: int
    columns: Mapping[str, int]
    sources: Mapping[str, int]
    unknown: tuple[Cell, ...]


def meaning(text: str) -> str:
    """What a head says its column holds, or nothing."""
    told = " ".join(text.replace("%", " ").split())
    return next((key for key, pattern in _COMPILED if pattern.search(told)), "")


def find_heads(grid: Grid) -> Heads | None:
    """The heads of a sheet, if they are those of a value map: at least a quantity and a value."""
    scores = {row: len(_meanings(grid, row)) for row in range(1, min(len(grid.rows), HEADS_WITHIN) + 1)}
    main = max(scores, key=lambda row: scores[row], default=0)
    if not main or scores[main] < FEWEST_KNOWN:
        return None
    heads = _sorted_out(grid, main, _first_numbers(grid, main))
    return heads if {"quantity", "unit_value"} <= set(heads.columns) else None


def _meanings(grid: Grid, row: int) -> set[str]:
    return {meaning(cell.text) for cell in grid.rows[row - 1] if cell.number is None} - {""}


def _first_numbers(grid: Grid, main: int) -> int:
    """The first row under the heads with a number in it, or with no head; questions may stand between."""
    for row in range(main + 1, min(len(grid.rows), main + HEADS_UNDER + 1) + 1):
        if any(cell.number is not None for cell in grid.rows[row - 1]):
            return row
    below = main + 1
    while below <= len(grid.rows) and _meanings(grid, below):
        below += 1
    return below


def _sorted_out(grid: Grid, main: int, below: int) -> Heads:
    # The row with most heads decides, then what stands under it, then what stands over it.
    rows = [*range(main, below), *range(main - 1, max(0, main - 1 - HEADS_OVER), -1)]
    columns: dict[str, int] = {}
    sources: dict[str, int] = {}
    unknown: list[Cell] = []
    last = ""
    filled = _filled(grid, below)
    for column in range(1, max(len(row) for row in grid.rows) + 1):
        stacked = [cell for cell in (grid.cell(row, column) for row in rows) if cell.text and cell.number is None]
        if not stacked and column in filled:  # one head over two columns: what was put in, and what it was worth
            numbers = any(cell.number is not None for cell in filled[column])
            key = "input_value" if last == "inputs" and numbers else ""
            unknown += [] if key else filled[column][:1]
        else:
            key = _of_column([meaning(cell.text) for cell in stacked], last)
        if key == "source":
            sources.setdefault(last, column)
        elif key and key not in columns:
            columns[key] = column
            last = key
        elif stacked and key != "year":
            unknown.append(stacked[0])
    if "unit_value" not in columns and "proxy" in columns:
        columns["unit_value"] = columns.pop("proxy")
    return Heads(below, columns, sources, tuple(unknown))


def _filled(grid: Grid, below: int) -> dict[int, list[Cell]]:
    """What stands under the heads, by column."""
    found: dict[int, list[Cell]] = defaultdict(list)
    for row in grid.rows[below - 1 :]:
        for cell in row:
            if not cell.empty:
                found[cell.column].append(cell)
    return found


def _of_column(said: list[str], last: str) -> str:
    """What a column holds: the first clear word over it, else Source, Value or Description of the one to its left."""
    clear = next((key for key in said if key and key not in UNCLEAR), "")
    if clear:
        return clear
    if "source" in said:
        return "source"
    if "value" in said:
        return "input_value" if last == "inputs" else "unit_value"
    return "phenomenon" if "description" in said else ""


def are_percents(cells: Iterator[Cell]) -> bool:
    """Whether the plain numbers of a column are per cents: at least one of them is above 1."""
    return any(cell.number is not None and not is_percent(cell) and cell.number > 1 for cell in cells)


def is_percent(cell: Cell) -> bool:
    """Whether a cell says itself that it holds per cents."""
    return cell.percent or cell.text.endswith("%")


def share_of(cell: Cell, percents: bool) -> int | float | None:
    """A share 0–1: as it is where it is written as per cents or the column holds shares, else a hundredth."""
    if cell.number is None or is_percent(cell) or not percents:
        return cell.number
    share = float(f"{cell.number / 100:.15g}")
    return int(share) if share.is_integer() else share
