"""Take somebody's names out of everything an initiative has written, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction

from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef, Scoped
from samklang.records.initiative.services.names import Names, interface_language

# Shorter fields hold codes, numbers and languages, never anybody's words.
SHORTEST = 20
Table = type[models.Model]


@dataclass(frozen=True)
class Struck:
    """What happened to rows of a table. kept: a name stands in words that are frozen under a hash."""

    table: str
    what: Literal["gone", "changed", "kept"]
    rows: int


def strike_name(initiative: InitiativeRef, names: Names) -> list[Struck]:
    """Strike the names in every table of the initiative, inside a deed; what was struck, table by table."""
    return [struck for table in _tables() for struck in _strike_in(table, initiative, names)]


def scoped_tables() -> list[type[Scoped]]:
    """Every table that belongs to an initiative, whichever word it is of: a new one can't be forgotten."""
    return [table for table in apps.get_models() if issubclass(table, Scoped)]


def _tables() -> list[Table]:
    return [Initiative, *scoped_tables()]


def words_of(initiative: InitiativeRef) -> Iterator[str]:
    """Every text an initiative holds, for looking after names that are known by their hash only."""
    for table in _tables():
        fields = _text_fields(table)
        for row in rows_of(table, initiative).values_list(*fields).iterator() if fields else ():
            yield from _texts(list(row))


def rows_of(table: Table, initiative: InitiativeRef) -> models.QuerySet[Any]:
    """A table's rows of one initiative; of the initiatives' own table, that one."""
    if issubclass(table, Scoped):
        return table.objects.within(initiative)
    return table._base_manager.filter(pk=initiative.id)


def _strike_in(table: Table, initiative: InitiativeRef, names: Names) -> Iterator[Struck]:
    fields = _text_fields(table)
    if not fields:
        return
    rows = rows_of(table, initiative)
    language = interface_language((*initiative.languages, "")[0], settings.LANGUAGE_CODE)
    gone, changed, kept = [], {}, 0
    for pk, *values in rows.values_list("pk", *fields).iterator():
        row = dict(zip(fields, values, strict=True))
        found = {name: struck for name, value in row.items() if (struck := names.struck(value, language)) != value}
        if not found:
            continue
        if getattr(table, "goes_with_person", False) and any(names.is_all_of(row[name]) for name in found):
            # Of two people called Sol, only the one who asks is taken out of a list: `forget_participant` does that.
            gone += [pk] if any(len(row[name].split()) > 1 for name in found) else []
            continue
        kept += any(name in _kept_fields(table) for name in found)
        changed[pk] = {name: struck for name, struck in found.items() if name not in _kept_fields(table)}
    yield from _carried_out(table, rows, gone, {pk: new for pk, new in changed.items() if new}, kept)


def _carried_out(
    table: Table, rows: models.QuerySet[Any], gone: list[Any], changed: dict[Any, dict[str, Any]], kept: int
) -> Iterator[Struck]:
    label = table._meta.label_lower
    if gone:
        rows.filter(pk__in=gone).delete()
        yield Struck(label, "gone", len(gone))
    for pk, new in changed.items():
        _store(table, rows.filter(pk=pk), pk, new)
    if changed:
        yield Struck(label, "changed", len(changed))
    if kept:
        yield Struck(label, "kept", kept)


def _store(table: Table, row: models.QuerySet[Any], pk: Any, new: dict[str, Any]) -> None:
    """Store the new words. Where a table wants each name once, the second who is erased gets the row's number too."""
    try:
        with transaction.atomic():
            row.update(**{name: _fitting(table, name, value, "") for name, value in new.items()})
    except IntegrityError:
        row.update(**{name: _fitting(table, name, value, f" {pk}") for name, value in new.items()})


def _fitting(table: Table, name: str, value: Any, ending: str) -> Any:
    if not isinstance(value, str):
        return value
    longest = getattr(table._meta.get_field(name), "max_length", None) or len(value) + len(ending)
    return value[: longest - len(ending)] + ending


def _text_fields(table: Table) -> list[str]:
    """Names of the fields that hold words: texts and JSON, not choices or codes."""
    codes: frozenset[str] = getattr(table, "code_fields", frozenset())
    return [
        field.attname
        for field in table._meta.local_concrete_fields
        if _holds_words(field) and field.attname not in codes
    ]


def _holds_words(field: models.Field[Any, Any]) -> bool:
    if isinstance(field, models.TextField | models.JSONField):
        return True
    return isinstance(field, models.CharField) and not field.choices and (field.max_length or 0) > SHORTEST


def _kept_fields(table: Table) -> frozenset[str]:
    return getattr(table, "kept_fields", frozenset())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
