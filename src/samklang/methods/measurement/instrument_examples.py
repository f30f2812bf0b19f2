"""The worked examples of an instrument are worked: what stands there must come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.scoring.score import ScaleScore, score

# Decimals to which an example's score is written.
DECIMALS = 9


def example_errors(instrument: Instrument, fact: Mapping[str, Any]) -> Iterator[str]:
    """Every score and band of the examples that doesn't come out. An example of a value set names its set."""
    for place, row in enumerate(fact.get("examples", ()), 1):
        cells = [np.nan if each is None else float(each) for each in row["answers"]]
        answers = {item.id: np.array([cell]) for item, cell in zip(instrument.items, cells, strict=True)}
        made = score(instrument, answers, age=_age(row), value_set_id=row.get("value_set"))
        wanted = [(name, "score", value) for name, value in row["scores"].items()]
        wanted += [(name, "band", value) for name, value in row.get("bands", {}).items()]
        for name, kind, value in wanted:
            where = f"examples, number {place}"
            if name not in made:
                yield f"{where}: there is no score '{name}'"
                continue
            found = _told(made[name], kind)
            if found != (round(value, DECIMALS) if isinstance(value, float) else value):
                told = f"comes out as {_word(found)}, where {_word(value)} stands; mend one"
                yield f"{where}: the {kind} '{name}' {told}"


def _age(row: Mapping[str, Any]) -> Any:
    return np.array([float(row["age"])]) if "age" in row else None


def _told(made: ScaleScore, kind: str) -> Any:
    if kind == "band" or made.is_category:
        return str(made.band[0])
    return None if np.isnan(made.value[0]) else round(float(made.value[0]), DECIMALS)


def _word(value: Any) -> str:
    return "none" if value in (None, "") else str(value)
