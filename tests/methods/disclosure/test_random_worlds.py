"""Nothing can be proved about anyone in random places, over releases that use every row of the rule."""

from __future__ import annotations

import pytest
from tests.methods.disclosure.worlds import World, edge_world, random_world

COALITIONS = (1, 2)


def broken(worlds: list[World]) -> list[tuple[int, int, str]]:
    """World, wave and text of everything that could be proved."""
    return [
        (place, wave, violation.text)
        for place, world in enumerate(worlds)
        for wave, closing in enumerate(world.closings)
        for violation in closing.audit.violations
    ]


@pytest.mark.parametrize("coalition", COALITIONS)
def test_nothing_can_be_proved_in_random_places(coalition: int) -> None:
    worlds = [random_world(seed, coalition) for seed in range(13)]
    assert broken(worlds) == []
    assert sum(len(closing.release.changes) for world in worlds for closing in world.closings) > 10


@pytest.mark.parametrize("coalition", COALITIONS)
def test_nothing_can_be_proved_where_everybody_moved_together(coalition: int) -> None:
    worlds = [edge_world(seed, coalition) for seed in range(12)]
    assert broken(worlds) == []
    assert sum(bool(world.closings[1].release.changes) for world in worlds) > 6


def test_the_margin_is_always_more_than_the_coalition() -> None:
    margins = [random_world(seed, 2).closings[0].audit.margin for seed in range(6)]
    assert [margin for margin in margins if margin is not None and margin < 3] == []


@pytest.mark.long
@pytest.mark.parametrize("coalition", COALITIONS)
@pytest.mark.parametrize("start", range(0, 1100, 100))
def test_nothing_can_be_proved_in_hundreds_of_places(coalition: int, start: int) -> None:
    seeds = range(start, start + (100 if coalition == 1 else 20))
    assert broken([random_world(seed, coalition) for seed in seeds]) == []
    assert broken([edge_world(seed, coalition) for seed in seeds]) == []
