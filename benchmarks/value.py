"""Monte Carlo of a whole map: 10⁶ draws × 60 outcomes × 5 years, held against one pass over the random numbers."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.measure import line, steady
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.report import report
from samklang.methods.value.uncertainty.draws import BLOCK, draw
from samklang.methods.value.uncertainty.tornado import tornado
from samklang.methods.value.valuation.value_game import Answer, value_game

OUTCOMES, YEARS, UNCERTAIN = 60, 5, 6
DRAWS = 1_000_000
SHARES = {"counterfactual": 0.2, "attribution_to_others": 0.15, "displacement": 0.15}


def ranged(mode: float, spread: float) -> dict[str, float]:
    """A range around a number."""
    return {"low": mode - spread, "mode": mode, "high": mode + spread}


def outcome(place: int) -> dict[str, Any]:
    """An outcome with six uncertain numbers over five years."""
    row: dict[str, Any] = {name: {"share": ranged(mode, 0.1), "source": "x"} for name, mode in SHARES.items()}
    value = {"amount": ranged(15_000, 3_000), "unit": "SEK/person/year", "source": "x", "price_year": 2024}
    return row | {
        "id": f"o{place}",
        "stakeholder": f"s{place % 7}",
        "started": 80,
        "share_improved": ranged(0.7, 0.1),
        "unit_value": value,
        "closeness": {"share": 0, "source": "x"},
        "duration_years": YEARS,
        "drop_off": ranged(0.2, 0.1),
    }


def a_map() -> ValueMap:
    """The whole map."""
    inputs = [{"stakeholder": "x", "kind": "time", "amount": 10_000_000, "source": "x"}]
    head = {"schema": "value-map/1", "title": "x", "kind": "forecast", "perspective": "society", "currency": "SEK"}
    rest = {"price_year": 2024, "discount": {"rate": 0.035, "timing": "end"}, "inputs": inputs}
    return read_map(head | rest | {"outcomes": [outcome(place) for place in range(OUTCOMES)]})


def one_pass() -> None:
    """Only draw as many 64-bit uniforms as the map has uncertain numbers, into one warm buffer."""
    generator, buffer = np.random.Generator(np.random.PCG64(1)), np.empty(BLOCK)
    for _block in range(DRAWS * OUTCOMES * UNCERTAIN // BLOCK):
        generator.random(out=buffer)


def whole_columns(n: int) -> float:
    """The same map as most people write it in NumPy: whole columns, a beta generator, an axis for the years."""
    generator = np.random.default_rng(1)
    factors = 1.035 ** -np.arange(1, YEARS + 1)
    total = np.zeros(n)
    for _row in range(OUTCOMES):
        share, worth, taken, others, moved, fading = (generator.beta(3, 3, n) for _number in range(UNCERTAIN))
        kept = (0.9 - 0.2 * taken) * (0.95 - 0.2 * others) * (0.95 - 0.2 * moved)
        first = 80 * (0.6 + 0.2 * share) * (12_000 + 6_000 * worth) * kept
        left = (0.9 - 0.2 * fading)[:, None] ** np.arange(YEARS)
        total += (first[:, None] * left * factors).sum(axis=1)
    return float(np.percentile(total, 50))


def side_by_side(work: Callable[[], object], limit: Callable[[], object], times: int = 3) -> tuple[float, float]:
    """Seconds of CPU of both, taken in turns, so that a bad moment hits both: the least of each."""
    pairs = [(_cpu(work), _cpu(limit)) for _time in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def memory_of(work: Callable[[], object]) -> float:
    """The most memory allocated at once, in MB."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def main() -> None:
    """Print what a map costs, beside what it is measured against."""
    value_map = a_map()
    drawn, limit = side_by_side(lambda: draw(value_map, DRAWS, 1), one_pass)
    what = f"10⁶ draws × {OUTCOMES} outcomes × {YEARS} years, {UNCERTAIN} uncertain numbers each"
    line(what, drawn, f"limit 2 × one pass: 2 × {limit:.2f}", f"ratio {drawn / limit:.2f}")
    tenth = _cpu(lambda: whole_columns(DRAWS // 10)) * 10
    line(
        "the same in whole NumPy columns with a year axis, ×10 from 10⁵", tenth, "", f"{tenth / drawn:.0f} times ours"
    )
    line("10⁴ draws of it", steady(lambda: draw(value_map, 10_000, 1), 3), "a page may wait 1 s")
    line("the whole report of it, without draws", steady(lambda: report(value_map), 3), "a page may wait 1 s")
    line("tornado of its 360 numbers", steady(lambda: tornado(value_map), 3))
    rng, prices = np.random.default_rng(1), {f"g{place}": 100.0 * 2**place for place in range(8)}
    worths = rng.lognormal(7, 1, 300)
    players = [Answer(frozenset(good for good, price in prices.items() if price >= worth)) for worth in worths]
    line("value game of 300 players, 1 000 resamples", steady(lambda: value_game(prices, players, 1), 3))
    columns = 3 * DRAWS * 8 / 1e6
    print(
        f"memory of 10⁶ draws: {memory_of(lambda: draw(value_map, DRAWS, 1)):.0f} MB; three columns are {columns:.0f}"
    )


if __name__ == "__main__":
    main()
