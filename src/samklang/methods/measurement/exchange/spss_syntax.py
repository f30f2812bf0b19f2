"""SPSS syntax that reads the CSV file beside it, labels it, declares its missing codes and saves it as .sav.

IBM SPSS Statistics' command language, as GNU PSPP runs it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samklang.methods.measurement.exchange.data_columns import DataColumn
from samklang.methods.measurement.exchange.data_csv import guarded
from samklang.methods.measurement.exchange.statistics_names import statistics_names

# Bytes of a label, so that a line stays within the 256 of the oldest SPSS, and codes it declares missing one by one.
VARIABLE_LABEL = 200
VALUE_LABEL = 120
MISSING_CODES = 3


def to_spss_syntax(columns: Sequence[DataColumn], data: str, saved: str) -> str:
    """The commands. data: the CSV file's name; saved: the .sav file's."""
    named = list(zip(statistics_names([column.name for column in columns]), columns, strict=True))
    lines = [
        "* Encoding: UTF-8.",
        "SET DECIMAL=DOT.",
        f"GET DATA /TYPE=TXT /FILE={_quoted(data)} /ENCODING='UTF8'",
        "  /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='\"'",
        "  /VARIABLES=",
        *(f"    {name} {_format(column)}" for name, column in named),
        "  .",
        "VARIABLE LABELS",
        "  " + "\n  /".join(f"{name} {_quoted(_cut(column.label, VARIABLE_LABEL))}" for name, column in named),
        "  .",
        *(line for name, column in named for line in _values(name, column)),
        f"SAVE OUTFILE={_quoted(saved)}.",
    ]
    return "\n".join(lines) + "\n"


def _format(column: DataColumn) -> str:
    if column.kind == "text":
        return f"A{max((len(guarded(str(cell)).encode()) for cell in column.cells if cell is not None), default=1)}"
    return "F8.0" if column.whole else "F8.2"


def _values(name: str, column: DataColumn) -> Iterator[str]:
    words = {**column.labels, **column.missing}
    if words:
        yield "VALUE LABELS"
        yield f"  {name}"
        yield from (f"  {code} {_quoted(_cut(word, VALUE_LABEL))}" for code, word in words.items())
        yield "  ."
    if column.missing:
        kept = list(column.missing)[:MISSING_CODES]
        yield f"MISSING VALUES {name} ({', '.join(map(str, kept))})."
        # SPSS declares three codes: a fourth would be counted as an answer, so it is emptied instead.
        yield from (f"RECODE {name} ({code}=SYSMIS)." for code in list(column.missing)[MISSING_CODES:])


def _cut(text: str, most: int) -> str:
    """A text of so many bytes at most, whole letters only."""
    return text.encode()[:most].decode(errors="ignore")


def _quoted(text: str) -> str:
    """A text on one line in SPSS's quotes."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
