"""Made-up answers to every scale that is summed: `python every_scale.py > every_scale.csv`."""

from __future__ import annotations

from random import Random

SIZES = {
    "rses": (10, 1, 4),
    "gse": (10, 1, 4),
    "wemwbs": (14, 1, 5),
    "swemwbs": (7, 1, 5),
    "mhcsf": (14, 0, 5),
    "who5": (5, 0, 5),
    "soc": (13, 1, 7),
    "hads": (14, 0, 3),
    "pss": (10, 0, 4),
    "phq": (9, 0, 3),
    "gad": (7, 0, 3),
    "ks": (10, 1, 5),
    "ucla": (3, 1, 3),
    "rcs": (7, 1, 5),
    "sdq": (25, 0, 2),
}


def main() -> None:
    """Print sixty people, each of whom leaves no, few or many answers out of each instrument."""
    drawn = Random(20261125)
    print(",".join(f"{prefix}_{place:02d}" for prefix, (size, _, _) in SIZES.items() for place in range(1, size + 1)))
    for _ in range(60):
        cells = []
        for size, low, high in SIZES.values():
            share = drawn.choice([0, 0.12, 0.3])
            cells += ["" if drawn.random() < share else str(drawn.randint(low, high)) for _ in range(size)]
        print(",".join(cells))


if __name__ == "__main__":
    main()
