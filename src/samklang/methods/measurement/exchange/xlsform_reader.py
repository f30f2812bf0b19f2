"""Items read back from an XLSForm, ours or another's; what can't be an item or isn't kept is told, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.shareable import CODE, FARTHEST_CODE, ReadBlock, stand_in
from samklang.methods.measurement.exchange.xlsform import Sheets
from samklang.methods.measurement.exchange.xlsform_lines import Line, language_notes, language_of, lines, not_kept
from samklang.methods.measurement.instrument import Item, ResponseSet

# The form's own bookkeeping says nothing about anybody's answer.
BOOKKEEPING = frozenset(
    ("start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial", "subscriberid", "audit")
)
# These hold a text or a condition that no item has.
PASSED = frozenset(("note", "calculate", "begin_group", "end_group"))
# pyxform reads the older spellings as select_one.
ONE_OF = re.compile(r"^(?:select_one|select one from|select one|select1)\s+(.+)$")
NUMBER = re.compile(r"^-?[0-9]+([.][0-9]+)?$")
ASSUMED = "en"


def from_xlsform(sheets: Sheets, where: str) -> ReadBlock:
    """The items of a form. where: the file's name. Raises UnreadableInput with every error at once."""
    named = {name.strip().casefold(): rows for name, rows in sheets.items()}
    if not named.get("survey"):
        raise UnreadableInput([f"{where}: the sheet 'survey' is missing; an XLSForm has its questions there"])
    settings = next(iter(lines(named.get("settings", []), f"{where}, settings", ASSUMED)), None)
    cells = settings.cells if settings else {}
    default = language_of(cells.get("default_language", "")) or ASSUMED
    choices = list(lines(named.get("choices", []), f"{where}, choices", default))
    survey = list(lines(named["survey"], f"{where}, survey", default))
    items, problems = _all_items(survey, _by_list(choices))
    problems += [
        f"{where}, survey: the name '{name}' stands twice; give each question its own"
        for name, count in Counter(item.id for item in items).items()
        if count > 1
    ]
    if not items and not problems:
        problems.append(f"{where}, survey: there are no questions in it")
    if problems:
        raise UnreadableInput(dict.fromkeys(problems))
    title = {default: cells["form_title"]} if cells.get("form_title") else {}
    notes = [*not_kept(survey, f"{where}, survey", PASSED), *not_kept(choices, f"{where}, choices", frozenset())]
    notes += language_notes((*survey, *choices), where, None if cells.get("default_language") else ASSUMED)
    name = cells.get("form_id") or cells.get("id_string", "")
    return ReadBlock(name, cells.get("version", ""), title, tuple(items), tuple(notes))


def _by_list(choices: Sequence[Line]) -> dict[str, list[Line]]:
    lists: dict[str, list[Line]] = {}
    for line in choices:
        lists.setdefault(line.cells.get("list_name", line.cells.get("list name", "")), []).append(line)
    return lists


def _all_items(survey: Sequence[Line], lists: Mapping[str, Sequence[Line]]) -> tuple[list[Item], list[str]]:
    items: list[Item] = []
    problems: list[str] = []
    for line in survey:
        try:
            items.extend(_items(line, lists))
        except UnreadableInput as error:
            problems.extend(error.problems)
    return items, problems


def _items(line: Line, lists: Mapping[str, Sequence[Line]]) -> Iterator[Item]:
    kind = line.kind
    if kind in BOOKKEEPING or kind in PASSED:
        return
    name = line.cells.get("name", "")
    if not name:
        raise UnreadableInput([f"{line.where}: the question has no name; give it one"])
    one_of = ONE_OF.match(kind)
    if kind == "range":
        yield Item(name, _line_between(line), _worded(line, name))
    elif one_of:
        yield Item(name, _responses(line, one_of.group(1), lists), _worded(line, name))
    else:
        told = f"{line.where}: the type '{kind}' can't be an item; use select_one with a list of numbers, or range"
        raise UnreadableInput([told])


def _worded(line: Line, name: str) -> dict[str, str]:
    """The labels, or nothing where something stands in for a text that may not leave."""
    return {language: text for language, text in line.labels.items() if text != stand_in(name)}


def _line_between(line: Line) -> ResponseSet:
    parameters = dict(part.split("=", 1) for part in line.cells.get("parameters", "").split() if "=" in part)
    ends = [parameters.get(key, "") for key in ("start", "end")]
    if not all(NUMBER.match(end) for end in ends):
        raise UnreadableInput([f"{line.where}: a range needs its ends, as start=0 end=10"])
    return ResponseSet((), float(ends[0]), float(ends[1]), _reasons_beside(line), {})


def _reasons_beside(line: Line) -> dict[int, str]:
    """Code → reason, of what isn't an answer to a mark on a line: '97 prefers_not_to_say; 98 does_not_know'."""
    parts = [part.strip() for part in line.cells.get("non_answer", "").split(";") if part.strip()]
    pairs = [part.partition(" ")[::2] for part in parts]
    if any(not (CODE.match(code) and abs(int(code)) <= FARTHEST_CODE and reason) for code, reason in pairs):
        raise UnreadableInput([f"{line.where}: non_answer needs codes with reasons, as 97 prefers_not_to_say"])
    return {int(code): reason.strip() for code, reason in pairs}


def _responses(line: Line, listed: str, lists: Mapping[str, Sequence[Line]]) -> ResponseSet:
    if re.search(r"\s(or_other|or specify other)$", listed):
        raise UnreadableInput([f"{line.where}: an answer of one's own has no code; take '{listed.split()[-1]}' out"])
    rows = lists.get(listed, ())
    if not rows:
        raise UnreadableInput([f"{line.where}: there is no list '{listed}' on the sheet choices; add it"])
    allowed = f"a whole number from -{FARTHEST_CODE} to {FARTHEST_CODE}"
    wrong = [
        f"{row.where}: '{row.code}' is no code; give each answer {allowed}"
        for row in rows
        if not (CODE.match(row.code) and abs(int(row.code)) <= FARTHEST_CODE)
    ]
    wrong += [
        f"{line.where}: the code {code} stands twice in '{listed}'; give each answer its own"
        for code, n in Counter(row.code for row in rows).items()
        if n > 1
    ]
    answers = [row for row in rows if not row.cells.get("non_answer")]
    if not answers:
        wrong.append(f"{line.where}: the list '{listed}' has nothing but non-answers; add the answers")
    if wrong:
        raise UnreadableInput(wrong)
    labels = {int(row.code): _worded(row, row.code) for row in answers}
    reasons = {int(row.code): row.cells["non_answer"] for row in rows if row.cells.get("non_answer")}
    return ResponseSet(tuple(labels), min(labels), max(labels), reasons, labels)
