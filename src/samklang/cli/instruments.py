"""The instrument a command is about: one that ships, by its id, or the user's own file."""

from __future__ import annotations

from samklang.cli.files import read_text
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_reader import instrument, read_instrument_text


def find_instrument(name: str) -> Instrument:
    """An instrument by id, or from a path that ends in .yaml. Raises UnreadableInput with every error at once."""
    if name.endswith((".yaml", ".yml")):
        return read_instrument_text(read_text(name), name)
    return instrument(name)
