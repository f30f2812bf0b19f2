"""The tables of today are those that jsonstat-validator found right and pyjstat read back."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from tests.methods.measurement.exchange.waves import SIZES, area_wave, group_wave

from samklang.cli.files import as_json
from samklang.methods.measurement.exchange.json_stat import json_stat_tables, to_json_stat

HERE = Path(__file__).parent
PRINTED = (HERE / "check_json_stat.txt").read_text().splitlines() if (HERE / "check_json_stat.txt").exists() else []
WAVES = {**{name: group_wave(n) for name, n in SIZES.items()}, "area": area_wave()}


@pytest.mark.parametrize("name", WAVES)
def test_every_table_was_read_back_as_it_is(name: str) -> None:
    """After a change, run check_json_stat.py anew."""
    digest = hashlib.sha256(as_json(to_json_stat(WAVES[name], "sv")).encode()).hexdigest()
    assert f"collection {name} {digest} ok" in PRINTED
    tables = [f"{table} {len(made['value'])}" for table, made in json_stat_tables(WAVES[name], "sv").items()]
    assert [line for line in PRINTED if line.startswith(f"table {name} ")] == [
        f"table {name} {table} rows ok" for table in tables
    ]


def test_the_validator_refuses_a_table_that_lacks_a_size() -> None:
    assert PRINTED[-1] == "a table that lacks a size is refused"


if __name__ == "__main__":
    for each, wave in WAVES.items():
        (Path(sys.argv[1]) / f"{each}.json").write_text(as_json(to_json_stat(wave, "sv")))
