"""The labelled data of today is what PSPP, R's haven and Frictionless read without a word."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.reference.exchange.samples import answers

from samklang.cli.files import as_json
from samklang.cli.scored import score_columns
from samklang.methods.kernel import facts
from samklang.methods.measurement.exchange.codebook import codebook, language_in
from samklang.methods.measurement.exchange.data_columns import data_columns
from samklang.methods.measurement.exchange.data_csv import data_csv
from samklang.methods.measurement.exchange.datapackage import to_datapackage
from samklang.methods.measurement.exchange.shareable import title_in
from samklang.methods.measurement.exchange.spss_syntax import to_spss_syntax
from samklang.methods.measurement.exchange.stata_file import to_stata
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_reader import instrument, read_instrument_text
from samklang.methods.measurement.scoring.answer_file import read_answers
from samklang.methods.measurement.scoring.score import score

HERE = Path(__file__).parent
PRINTED = (HERE / "check_data.txt").read_text().splitlines() if (HERE / "check_data.txt").exists() else []
DIGESTS = dict(line.split()[1:] for line in PRINTED if line.startswith("files "))
VALUE_SETS = {"eq5d_3l": "SE_TTO_2014_experience", "eq5d_5l": "SE_2022_hypothetical"}


def every_instrument() -> list[tuple[Instrument, str]]:
    """Each that ships, and one in five languages with what must be escaped; with what the command calls it."""
    own = HERE / "languages.yaml"
    shipped = [(instrument(name), name) for name in facts.names("instruments")]
    return [*shipped, (read_instrument_text(own.read_text("utf-8"), own.name), str(own))]


def scoring(found: Instrument) -> list[str]:
    """What a score needs beside the answers."""
    return ["--value-set", VALUE_SETS[found.id]] if found.id in VALUE_SETS else []


def test_every_instrument_was_shown_to_them_and_found_right() -> None:
    read = [line.split()[0] for line in PRINTED if line.endswith(" ok")]
    assert (sorted(read), sorted(DIGESTS)) == (sorted(found.id for found, _ in every_instrument()),) * 2


def files(found: Instrument) -> list[bytes]:
    """CSV, Stata file, SPSS syntax and data package of the made-up answers, as the command makes them."""
    file = read_answers(answers(found), "given.csv", found)
    scores = score_columns(score(found, file.answers, value_set_id=VALUE_SETS.get(found.id)))
    language = language_in(codebook(found))
    columns = data_columns(found, {"id": file.ids, **file.other}, file.answers, scores, language)
    return [
        data_csv(columns).encode(),
        to_stata(columns, title_in(found, (language, "en"))),
        to_spss_syntax(columns, "answers.csv", "answers.sav").encode(),
        as_json(to_datapackage(found, columns, "answers.csv", language)).encode(),
    ]


@pytest.mark.parametrize("found", [found for found, _ in every_instrument()], ids=lambda found: found.id)
def test_the_files_are_those_they_read(found: Instrument) -> None:
    """After a change, run check_data.py anew."""
    assert hashlib.sha256(b"".join(files(found))).hexdigest() == DIGESTS[found.id]
