"""For whom: only a difference between subgroups may be claimed."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.interaction import subgroup_effects
from samklang.methods.statistics.intervals import p_value
from samklang.methods.statistics.refusals import TooFew

RNG = np.random.default_rng(9)
N = 240
WHO, TOOK = np.tile(["girls", "boys"], N // 2), np.repeat([0.0, 1.0], N // 2)
NOISE = RNG.normal(size=N)


def test_an_effect_that_is_the_same_for_all_is_claimed_for_nobody() -> None:
    made = subgroup_effects(NOISE + TOOK, TOOK, WHO)
    assert (made.labels, made.n, made.may_claim, made.shrunken) == (("boys", "girls"), (120, 120), False, None)


def test_two_subgroups_are_one_test_and_mirror_each_other() -> None:
    made = subgroup_effects(NOISE + 2 * TOOK * (WHO == "girls"), TOOK, WHO)
    boys, girls = made.differences
    assert round(boys.estimate + girls.estimate, 9) == 0
    assert (made.adjusted_p[0], made.may_claim) == (made.adjusted_p[1], True)
    assert round(made.adjusted_p[0], 12) == round(p_value(boys), 12)


def test_five_subgroups_are_shrunken() -> None:
    made = subgroup_effects(NOISE, TOOK, np.tile(np.arange(5), N // 5), RNG.normal(size=(N, 1)))
    assert made.shrunken is not None
    assert len(made.shrunken.groups) == 5


def test_fourteen_in_an_arm_are_too_few_for_a_subgroup_of_their_own() -> None:
    who = np.where(np.arange(N) < 14, "few", WHO)
    with pytest.raises(TooFew, match="subgroup few: 0 people who took part where 15"):
        subgroup_effects(NOISE, TOOK, who)
    with pytest.raises(TooFew, match="subgroup: one subgroup"):
        subgroup_effects(NOISE, TOOK, ["all"] * N)
