"""Items read back from an XLSForm, ours or another's; what can't be an item is told, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.shareable import ReadBlock, stand_in
from samklang.methods.measurement.exchange.xlsform import Sheets
from samklang.methods.measurement.instrument import Item, ResponseSet

# What says nothing about anybody's answer: texts, the form's own bookkeeping, groups.
PASSED = {"note", "start", "end", "today", "deviceid", "username", "begin_group", "end_group", "calculate"}
CODE = re.compile(r"^-?[0-9]{1,3}$")
NUMBER = re.compile(r"^-?[0-9]+([.][0-9]+)?$")


@dataclass(frozen=True)
class _Line:
    """One row of a sheet: where it stands, its cells by column and its labels by language."""

    where: str
    cells: Mapping[str, str]
    labels: Mapping[str, str]


def from_xlsform(sheets: Sheets, where: str) -> ReadBlock:
    """The items of a form. where: the file's name. Raises UnreadableInput with every error at once."""
    problems = [f"{where}: the sheet '{name}' is missing" for name in ("survey", "choices") if not sheets.get(name)]
    if problems:
        raise UnreadableInput(problems)
    settings = list(_lines(sheets.get("settings", []), f"{where}, settings", "en"))
    cells = settings[0].cells if settings else {}
    default = _code(cells.get("default_language", "")) or "en"
    lists: dict[str, list[_Line]] = {}
    for line in _lines(sheets["choices"], f"{where}, choices", default):
        lists.setdefault(line.cells.get("list_name", line.cells.get("list name", "")), []).append(line)
    items: list[Item] = []
    for line in _lines(sheets["survey"], f"{where}, survey", default):
        try:
            items.extend(_items(line, lists))
        except UnreadableInput as error:
            problems.extend(error.problems)
    problems += [
        f"{where}, survey: the name '{name}' stands twice; give each question its own"
        for name, count in Counter(item.id for item in items).items()
        if count > 1
    ]
    if not items and not problems:
        problems.append(f"{where}, survey: there are no questions in it")
    if problems:
        raise UnreadableInput(problems)
    title = {default: cells["form_title"]} if cells.get("form_title") else {}
    return ReadBlock(cells.get("form_id", ""), cells.get("version", ""), title, tuple(items))


def _lines(rows: Sequence[Sequence[str]], where: str, default: str) -> Iterator[_Line]:
    header = [cell.strip() for cell in rows[0]] if rows else []
    for place, row in enumerate(rows[1:], 2):
        cells = {name: cell.strip() for name, cell in zip(header, row, strict=False) if name}
        if any(cells.values()):
            labels = {
                _code(name.partition("::")[2]) or default: cell
                for name, cell in cells.items()
                if (name == "label" or name.startswith("label::")) and cell
            }
            yield _Line(f"{where}, row {place}", cells, labels)


def _code(language: str) -> str:
    """The code in 'Svenska (sv)', or what stands there."""
    inside = re.search(r"[(]([^()]+)[)]\s*$", language)
    return (inside.group(1) if inside else language).strip()


def _items(line: _Line, lists: Mapping[str, Sequence[_Line]]) -> Iterator[Item]:
    kind = line.cells.get("type", "").replace("begin group", "begin_group").replace("end group", "end_group")
    if kind in PASSED:
        return
    name = line.cells.get("name", "")
    if not name:
        raise UnreadableInput([f"{line.where}: the question has no name; give it one"])
    if kind == "range":
        yield Item(name, _line_between(line), _worded(line, name))
    elif kind.startswith("select_one "):
        yield Item(name, _responses(line, kind.removeprefix("select_one ").strip(), lists), _worded(line, name))
    else:
        told = f"{line.where}: the type '{kind}' can't be an item; use select_one with a list of numbers, or range"
        raise UnreadableInput([told])


def _worded(line: _Line, name: str) -> dict[str, str]:
    """The labels, or nothing where something stands in for a text that may not leave."""
    return {language: text for language, text in line.labels.items() if text != stand_in(name)}


def _line_between(line: _Line) -> ResponseSet:
    parameters = dict(part.split("=", 1) for part in line.cells.get("parameters", "").split() if "=" in part)
    ends = [parameters.get(key, "") for key in ("start", "end")]
    if not all(NUMBER.match(end) for end in ends):
        raise UnreadableInput([f"{line.where}: a range needs its ends, as start=0 end=10"])
    return ResponseSet((), float(ends[0]), float(ends[1]), {}, {})


def _responses(line: _Line, listed: str, lists: Mapping[str, Sequence[_Line]]) -> ResponseSet:
    rows = lists.get(listed, ())
    if not rows:
        raise UnreadableInput([f"{line.where}: there is no list '{listed}' on the sheet choices"])
    wrong = [
        f"{row.where}: '{row.cells.get('name', '')}' is no code; give each answer a whole number"
        for row in rows
        if not CODE.match(row.cells.get("name", ""))
    ]
    codes = [row.cells.get("name", "") for row in rows]
    wrong += [
        f"{line.where}: the code {code} stands twice in '{listed}'" for code, n in Counter(codes).items() if n > 1
    ]
    answers = [row for row in rows if not row.cells.get("non_answer")]
    if not answers:
        wrong.append(f"{line.where}: the list '{listed}' has nothing but non-answers")
    if wrong:
        raise UnreadableInput(wrong)
    labels = {int(row.cells["name"]): _worded(row, row.cells["name"]) for row in answers}
    reasons = {int(row.cells["name"]): row.cells["non_answer"] for row in rows if row.cells.get("non_answer")}
    return ResponseSet(tuple(labels), min(labels), max(labels), reasons, labels)
