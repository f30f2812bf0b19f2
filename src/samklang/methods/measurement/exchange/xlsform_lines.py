"""The rows of an XLSForm's sheets: cells by column, labels by language, and what of them no item keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

KEPT = frozenset(("type", "name", "value", "list_name", "list name", "parameters", "non_answer", "disabled"))
CODE_OF_A_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")


@dataclass(frozen=True)
class Line:
    """One row of a sheet: where it stands, its cells by column and its labels by language.

    unnamed: whether a label stands in a column that names no language.
    """

    where: str
    cells: Mapping[str, str]
    labels: Mapping[str, str]
    unnamed: bool

    @property
    def kind(self) -> str:
        """The type as XLSForm spells it today."""
        kind = " ".join(self.cells.get("type", "").split())
        first, _, rest = kind.partition(" ")
        kind = f"{first.casefold()} {rest}".strip()
        return re.sub(r"^(begin|end) (group)$", r"\1_\2", kind, flags=re.IGNORECASE)

    @property
    def code(self) -> str:
        """A choice's code; the older column is called value."""
        return self.cells.get("name") or self.cells.get("value", "")


def lines(rows: Sequence[Sequence[str]], where: str, default: str) -> Iterator[Line]:
    """The rows that hold something; those that are commented out or disabled are nothing. Headers in any case."""
    header = [_column(cell) for cell in rows[0]] if rows else []
    for place, row in enumerate(rows[1:], 2):
        cells = {name: cell.strip() for name, cell in zip(header, row, strict=False) if name}
        commented = cells.get("type", "").startswith("#") or cells.get("disabled", "").casefold() in ("yes", "true")
        if any(cells.values()) and not commented:
            spoken = {name: cell for name, cell in cells.items() if _is_label(name) and cell}
            labels = {language_of(name.partition("::")[2]) or default: cell for name, cell in spoken.items()}
            yield Line(f"{where}, row {place}", cells, labels, "label" in spoken)


def _column(cell: str) -> str:
    """A column's name in small letters; what follows the two colons is a language and keeps its own."""
    name, colons, language = cell.strip().partition("::")
    return f"{name.strip().casefold()}{colons}{language.strip()}"


def _is_label(column: str) -> bool:
    return column == "label" or column.startswith("label::")


def language_of(text: str) -> str:
    """The code in 'Svenska (sv)', or what stands there."""
    inside = re.search(r"[(]([^()]+)[)]\s*$", text)
    return (inside.group(1) if inside else text).strip()


def not_kept(found: Sequence[Line], where: str, passed: frozenset[str]) -> Iterator[str]:
    """One line for every column and every kind of row that holds what no item has. passed: kinds of such rows."""
    rows = Counter(line.kind for line in found if line.kind in passed and _says_something(line))
    for kind, count in rows.items():
        yield f"{where}: {count} of the type '{kind}' not kept; an item has a question and answers only"
    columns = Counter(
        name
        for line in found
        if line.kind not in passed
        for name, cell in line.cells.items()
        if cell and name not in KEPT and not _is_label(name)
    )
    for name, count in columns.items():
        yield f"{where}, column '{name}': {count} filled and not kept; an item has a question and answers only"


def _says_something(line: Line) -> bool:
    return any(cell for name, cell in line.cells.items() if name not in ("type", "name"))


def language_notes(found: Iterable[Line], where: str, assumed: str | None) -> Iterator[str]:
    """Languages without a code, and the language that was taken for granted (None where the form names its own)."""
    spoken = list(found)
    for language in dict.fromkeys(language for line in spoken for language in line.labels):
        if not CODE_OF_A_LANGUAGE.match(language):
            yield f"{where}: the language '{language}' has no code; write label::{language} (en), with its own code"
    if assumed and any(line.unnamed for line in spoken):
        yield f"{where}: labels without a language are taken as '{assumed}'; name theirs under default_language"
