"""The plan of publication, fixed when a wave opens and never changed after."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN_FROM = 8
PUBLIC_FROM = 12
PAIRED_UNDER = 20
LINKED_FROM = 12
DISTRIBUTION_FROM = 30
EXACT_FROM = 100
TOP_CODED_UNDER = 50
TOP_SHARE = 0.8
# Nearly all of few people are as good as all of them: what the auditor refuses.
CONFIDENT_SHARE = 0.9
CONFIDENT_UNDER = 30


@dataclass(frozen=True)
class Plan:
    """How a wave's answers may leave.

    k: smallest cell told at all, people (≥ 8). coalition: people who may pool what they know of their own answers
    (≥ 1). Raises ValueError when either is below its floor.
    """

    k: int = SHOWN_FROM
    coalition: int = 1

    def __post_init__(self) -> None:
        if self.coalition < 1:
            raise ValueError(f"coalition is {self.coalition}; it must be 1 or more")
        floor = max(SHOWN_FROM, 2 * self.width)
        if self.k < floor:
            raise ValueError(f"k is {self.k}; with coalition {self.coalition} it must be {floor} or more")

    @property
    def width(self) -> int:
        """Least number of counts in one bucket: coalition + 2."""
        return self.coalition + 2
