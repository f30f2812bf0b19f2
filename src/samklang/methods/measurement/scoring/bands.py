"""The band a score falls in, found on the unrounded score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samklang.methods.measurement.instrument import Bands

Numbers = NDArray[np.float64]
Places = NDArray[np.int16]


def band_names(bands: Bands | None) -> tuple[str, ...]:
    """The bands' ids in the order of their places; the first place is no band."""
    return ("", *(band.id for each in bands.sets for band in each.bands)) if bands else ("",)


def band_places(bands: Bands | None, values: Numbers, age: Numbers | None) -> Places:
    """The band's place for each score, (n,); 0 where there is no score, or no bands hold for the age in years."""
    found: Places = np.zeros(values.shape, dtype=np.int16)
    first = 1
    for each in bands.sets if bands else ():
        cuts = np.array([band.begins for band in each.bands])
        holds = ~np.isnan(values)
        if each.youngest > 0 or each.oldest < np.inf:
            holds &= _between(age, each.youngest, each.oldest, values.shape)
        found[holds] = first + np.searchsorted(cuts, values[holds], side="right") - 1
        first += len(each.bands)
    return found


def _between(age: Numbers | None, youngest: float, oldest: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    if age is None:
        return np.zeros(shape, dtype=np.bool_)
    # An age of 17.9 years is still seventeen.
    return (np.floor(age) >= youngest) & (np.floor(age) <= oldest)
