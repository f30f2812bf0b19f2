"""The exports of today are those that the libraries and schemas of FHIR, ODK, ReproSchema and DDI found right."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from samklang.methods.kernel import facts
from samklang.methods.measurement.exchange.codebook import codebook
from samklang.methods.measurement.exchange.ddi import to_ddi
from samklang.methods.measurement.exchange.fhir import to_fhir
from samklang.methods.measurement.exchange.reproschema import to_reproschema
from samklang.methods.measurement.exchange.xlsform import to_xlsform
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_reader import instrument, read_instrument_text

HERE = Path(__file__).parent
LINES = (HERE / "check_exports.txt").read_text().splitlines()[1:]


def languages() -> Instrument:
    return read_instrument_text((HERE / "languages.yaml").read_text("utf-8"), "languages.yaml")


def test_every_instrument_was_shown_to_them() -> None:
    assert {line.split()[2] for line in LINES} == {*facts.names("instruments"), "languages"}


@pytest.mark.parametrize("line", LINES, ids=[" ".join(line.split()[:3]) for line in LINES])
def test_what_is_exported_is_what_was_found_right(line: str) -> None:
    """After a change, run check_exports.py anew."""
    kind, release, name, digest, verdict = line.split()
    found = languages() if name == "languages" else instrument(name)
    if kind == "fhir":
        data: object = to_fhir(found, "R4" if release == "R4" else "R5")
    elif kind == "ddi":
        data = to_ddi(codebook(found))
    else:
        data = to_reproschema(found) if kind == "reproschema" else to_xlsform(found)
    told = json.dumps(data, sort_keys=True, ensure_ascii=False)
    assert (hashlib.sha256(told.encode()).hexdigest(), verdict) == (digest, "ok")
