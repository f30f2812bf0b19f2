"""The band a score falls in, found on the unrounded score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samklang.methods.measurement.instrument import Bands

Numbers = NDArray[np.float64]
Words = NDArray[np.str_]


def band_of(bands: Bands | None, values: Numbers, age: Numbers | None) -> Words:
    """The band's id for each score, (n,); empty where there is no score, or no bands hold for the age in years."""
    found: Words = np.full(values.shape, "", dtype="<U40")
    for each in bands.sets if bands else ():
        cuts = np.array([band.begins for band in each.bands])
        names = np.array([band.id for band in each.bands], dtype="<U40")
        holds = ~np.isnan(values)
        if each.youngest > 0 or each.oldest < np.inf:
            holds &= _between(age, each.youngest, each.oldest, values.shape)
        found[holds] = names[np.searchsorted(cuts, values[holds], side="right") - 1]
    return found


def _between(age: Numbers | None, youngest: float, oldest: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    if age is None:
        return np.zeros(shape, dtype=np.bool_)
    # An age of 17.9 years is still seventeen.
    return (np.floor(age) >= youngest) & (np.floor(age) <= oldest)
