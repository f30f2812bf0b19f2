"""How everything here is measured: CPU of this process, since the machine's clock is noisy."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """Seconds of CPU for one call: the mean of so many."""
    begun = time.process_time()
    for _time in range(times):
        work()
    return (time.process_time() - begun) / times


def steady(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of CPU for one call: the median of so many, so that one bad moment doesn't count."""
    return median(cpu(work) for _time in range(times))


def line(what: str, seconds: float, limit: str = "", beside: str = "") -> None:
    """Print one figure with what it is measured against."""
    print(f"{what:58} {seconds:10.4f} CPU-s  {limit:34} {beside}".rstrip())
