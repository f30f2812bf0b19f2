"""What so many answers can show, told before anything is collected, has R's power of four in five."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reference.r.printed import printed

from samklang.methods.measurement.before_collecting import sights

R = printed("before", Path(__file__).parent)


@pytest.mark.parametrize(("n", "others", "share", "spread"), [(40, 25, 0.3, 2.0), (194, 60, 0.45, None)])
def test_each_way_of_asking_shows_what_r_says(n: int, others: int, share: float, spread: float | None) -> None:
    same, waves, arms, known = sights(n, others, share, spread)
    told = [same.smallest, waves.smallest, arms.smallest, known.fall_to, known.rise_to]
    assert told == pytest.approx(R[f"people_{n}"], abs=1e-6)
