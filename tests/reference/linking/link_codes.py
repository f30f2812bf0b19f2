"""Which people of two waves are each other's only candidates, by recordlinkage. Not run by the tests.

Run with recordlinkage installed: python link_codes.py > link_codes.txt (it writes codes.csv first). All pairs are
compared element by element; a candidate agrees in all elements but one at most.
"""

from __future__ import annotations

from importlib.metadata import version
from random import Random

import pandas as pd
import recordlinkage

ELEMENTS = [f"element_{place}" for place in range(1, 7)]


def made_up() -> pd.DataFrame:
    """Four schools of codes with few letters: some are alike by chance, some are written otherwise in wave two."""
    drawn, rows = Random(20261126), []
    for school in "abcd":
        letters = "abcdefgh"[: 3 + "abcd".index(school)]
        for number in range(60):
            code = [drawn.choice(letters) for _ in ELEMENTS]
            for wave in (1, 2):
                if drawn.random() < 0.85:
                    kept = [each if drawn.random() > 0.06 else drawn.choice([*letters, ""]) for each in code]
                    rows.append([f"{school}{number:02d}", school, wave, *kept])
    return pd.DataFrame(rows, columns=["person", "school", "wave", *ELEMENTS])


def linked(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The pairs, and the people of each wave with several candidates or none."""
    first, second = (rows[rows.wave == wave].set_index("person")[ELEMENTS].replace("", None) for wave in (1, 2))
    pairs = recordlinkage.Index().full().index(first, second)
    compare = recordlinkage.Compare()
    for element in ELEMENTS:
        compare.exact(element, element)
    agree = compare.compute(pairs, first, second).sum(axis=1)
    near = agree[agree >= len(ELEMENTS) - 1].index.to_frame(index=False, name=["one", "other"])
    counts = near.one.map(near.one.value_counts()), near.other.map(near.other.value_counts())
    sure = near[(counts[0] == 1) & (counts[1] == 1)]
    several = [set(near[side]) - set(sure[side]) for side in near]
    none = [set(wave.index) - set(near[side]) for wave, side in zip((first, second), near, strict=True)]
    told = {"pairs": [f"{one}={other}" for one, other in sure.itertuples(index=False)]}
    for number in (1, 2):
        told |= {f"several_{number}": list(several[number - 1]), f"none_{number}": list(none[number - 1])}
    return told


def main() -> None:
    """Print each school's links."""
    rows = made_up()
    rows.to_csv("codes.csv", index=False)
    print(*(f"{name} {version(name)}" for name in ("recordlinkage", "pandas")))
    for school, people in rows.groupby("school"):
        for name, found in linked(people).items():
            print(school, name, *sorted(found))


if __name__ == "__main__":
    main()
