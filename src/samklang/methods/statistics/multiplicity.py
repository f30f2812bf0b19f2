"""Several outcomes at once: Holm's step-down, which keeps the chance of any false claim in the family at its level.

p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1)·p₍ⱼ₎). Source: Holm (1979), Scandinavian Journal of Statistics 6(2), 65–70.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.refusals import BadArgument
from samklang.methods.statistics.sample import Numbers, finite


def holm(p_values: ArrayLike) -> Numbers:
    """Adjusted p, (m,), in the order given. Raises BadArgument for a p outside 0–1, TooFew for none."""
    p = finite(p_values, "p_values")
    if p.min() < 0 or p.max() > 1:
        raise BadArgument("p_values", "a p value lies between 0 and 1")
    order = np.argsort(p, kind="stable")
    stepped = np.minimum(1, np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p)))))
    adjusted = np.empty_like(p)
    adjusted[order] = stepped
    return adjusted
