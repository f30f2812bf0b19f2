"""The description that lies beside a CSV file: a Frictionless Data Package (v2) with one resource."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samklang.methods.measurement.exchange.data_columns import DataColumn
from samklang.methods.measurement.exchange.shareable import rights
from samklang.methods.measurement.instrument import Instrument

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def to_datapackage(instrument: Instrument, columns: Sequence[DataColumn], path: str, language: str) -> dict[str, Any]:
    """The package as plain data for JSON, with codes and missing codes. path: the CSV file's name, beside it."""
    return {
        "$schema": PROFILE,
        "name": instrument.id.replace("_", "-"),
        "title": instrument.title.get(language, instrument.id),
        "version": instrument.version,
        "description": rights(instrument),
        "resources": [
            {
                "name": "answers",
                "type": "table",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
            }
        ],
    }


def _field(column: DataColumn) -> dict[str, Any]:
    kind = "string" if column.kind == "text" else "integer" if column.whole else "number"
    made: dict[str, Any] = {"name": column.name, "title": column.label, "type": kind}
    if column.labels:
        made["categories"] = [{"value": code, "label": word} for code, word in column.labels.items()]
    if column.missing:
        reasons = [{"value": str(code), "label": word} for code, word in column.missing.items()]
        made["missingValues"] = [{"value": "", "label": ""}, *reasons]
    return made
