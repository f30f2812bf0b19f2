"""Those who took part and those who did not: how alike they were, whether they overlap, and who left."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import DIFFERENTIAL, MISSING, SMALL_MISSING, UNLIKE, Noted
from samklang.methods.measurement.effect.designs.held_equal import design_of
from samklang.methods.measurement.effect.designs.making import Refused
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import UNKNOWN_ARM, Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.balancing import standardised_differences
from samklang.methods.statistics.logit import logit
from samklang.methods.statistics.refusals import CannotEstimate

OVERLAP = 0.8
ENOUGH_GROUPS = 6


@dataclass(frozen=True)
class Leavers:
    """Missing shares, 0–1, of those who took part and of the others; known: whether it is known who of the leavers
    took part (where it isn't, both are the share missing of all); ahead: how much higher those who left began than
    those seen, in points, 0 where nobody knows."""

    part: float
    others: float
    known: bool
    part_missing: int
    part_started: int
    ahead: float = 0.0


def both_arms(people: Linked) -> Table:
    """Those seen in both waves whose arm is known."""
    complete = people.complete
    return complete.where(complete["arm"] != UNKNOWN_ARM)


def leavers_of(people: Linked) -> Leavers:
    """Who left, by arm."""
    table = people.table
    gone = ~((table["known"] == 1) & (table["seen"] == 1))
    counts = table.counts
    unknown = int(counts[gone & (table["arm"] == UNKNOWN_ARM)].sum())
    started = [int(counts[table["arm"] == arm].sum()) for arm in (0, 1)]
    missing = [int(counts[gone & (table["arm"] == arm)].sum()) for arm in (0, 1)]
    if unknown:
        left = int(counts[gone].sum())
        share = left / table.n
        return Leavers(share, share, False, left, table.n, begun_ahead(table))
    shares = [lost / begun if begun else 0.0 for lost, begun in zip(missing, started, strict=True)]
    ahead = begun_ahead(table.where(table["arm"] == 1))
    return Leavers(shares[1], shares[0], True, missing[1], started[1], ahead)


def begun_ahead(table: Table) -> float:
    """Mean baseline of those not seen again less that of those seen, 0 where either is nobody."""
    known = table.where(table["known"] == 1)
    gone, seen = (known.where(known["seen"] == each) for each in (0, 1))
    return gone.mean("before") - seen.mean("before") if gone.n and seen.n else 0.0


def note_leavers(noted: Noted, leavers: Leavers) -> None:
    """Checks of who left; arms that differ by more than ten points take the result a step down."""
    most = max(leavers.part, leavers.others)
    noted.check("missing_share", most <= MISSING, most, MISSING, caveat="many_missing")
    if SMALL_MISSING < most <= MISSING:
        noted.caveats.append("some_missing")
    if leavers.known:
        gap = abs(leavers.part - leavers.others)
        noted.fault("differential_dropout", gap <= DIFFERENTIAL, gap, DIFFERENTIAL)
    elif most > SMALL_MISSING:
        noted.check("leavers_by_arm", False, caveat="arm_of_leavers_unknown")


def note_likeness(noted: Noted, inquiry: Inquiry, people: Linked, table: Table) -> None:
    """How alike the arms were at the start, who came low, and whether they overlap at all."""
    one, other = table.where(table["arm"] == 1), table.where(table["arm"] == 0)
    gap = smd(one, other, "before")
    noted.check("baseline_difference", gap is not None and abs(gap) <= UNLIKE, gap, UNLIKE, caveat="baseline_unlike")
    if _came_low(noted, inquiry, gap) or inquiry.plan.entry == "need":
        noted.caveats.append("regression_to_the_mean")
    for name in people.adjusted:
        found = largest_gap(one, other, name) if name in people.categories else smd(one, other, name)
        alike = found is not None and abs(found) <= UNLIKE
        noted.check(f"balance_of_{name}", alike, found, UNLIKE, caveat="unlike_in")
    share = overlap_share(people, table)
    noted.fault("no_overlap", share >= OVERLAP, share, OVERLAP)


def _came_low(noted: Noted, inquiry: Inquiry, gap: float | None) -> bool:
    """Whether those who took part began more than a quarter SD on the worse side: they would have come up anyway."""
    low = 0.0 if gap is None else gap * (inquiry.indicator.better or 1)
    return not noted.check("entry_by_low_score", low >= -UNLIKE, low, -UNLIKE)


def baseline_gap(table: Table) -> float | None:
    """How far apart the arms began, in SD."""
    return smd(table.where(table["arm"] == 1), table.where(table["arm"] == 0), "before")


def smd(one: Table, other: Table, name: str) -> float | None:
    """Standardised mean difference of a column; None under two people, or where neither varies but they differ."""
    if min(one.n, other.n) < 2:
        return None
    return standardised_differences(
        one[name][:, None], other[name][:, None], counts_participants=one.counts, counts_others=other.counts
    )[0]


def largest_gap(one: Table, other: Table, name: str) -> float | None:
    """SMD, without sign, of the category whose shares differ the most; None where nothing else varies."""
    gaps: list[float] = []
    for code in np.union1d(one[name], other[name]):
        here, there = (Table({name: (each[name] == code).astype(np.float64)}, each.counts) for each in (one, other))
        gap = smd(here, there, name)
        if gap is None:
            return None
        gaps.append(abs(gap))
    return max(gaps)


def overlap_share(people: Linked, table: Table) -> float:
    """Share of those who took part whose chance of taking part also occurs among the others; 0 where the columns tell
    the two apart without a fault."""
    arm = table["arm"]
    try:
        chance = logit(arm, driving(people, table)[0], table.counts).probability
    except CannotEstimate:
        return 0.0
    others = chance[arm == 0]
    inside = (chance >= others.min()) & (chance <= others.max()) & (arm == 1)
    return float(table.counts[inside].sum() / table.counts[arm == 1].sum())


def driving(people: Linked, table: Table) -> tuple[Numbers, list[str]]:
    """What may have driven joining: the baseline and what is held equal, with ones."""
    return design_of([("before", table["before"])], table, people.adjusted, people.categories)


def pooled_sd(table: Table, values: Numbers) -> float:
    """SD within the arms. values: (m,)."""
    arm, counts = table["arm"], table.counts
    squares = 0.0
    for each in (0, 1):
        here = arm == each
        n = float(counts[here].sum())
        mean = float(counts[here] @ values[here]) / n
        squares += float(counts[here] @ (values[here] - mean) ** 2)
    return sqrt(squares / max(1, table.n - 2))


def sizes(table: Table) -> tuple[int, int]:
    """People who took part, and others."""
    return tuple(int(table.counts[table["arm"] == arm].sum()) for arm in (1, 0))  # type: ignore[return-value]


def groups_an_arm(table: Table) -> tuple[int, int] | None:
    """How many groups took part and how many did not, where whole groups did, so that the group is the unit; None
    where people within a group differ, or no groups are known. Raises Refused where an arm is a single group."""
    group, arm = table["group"], table["arm"]
    if not len(group) or (group < 0).any():
        return None
    part, others = (np.unique(group[arm == each]) for each in (1, 0))
    if len(np.intersect1d(part, others)) or len(part) + len(others) >= table.n:
        return None
    if min(len(part), len(others)) < 2:
        text = "groups that took part: {n}, that did not: {others}; one group is one, compare with statistics"
        raise Refused("group", text, n=len(part), others=len(others))
    return len(part), len(others)


def note_groups(noted: Noted, groups: tuple[int, int] | None) -> None:
    """Whether there are enough groups, where the group is the unit."""
    if groups:
        fewest = min(groups)
        noted.check("groups", fewest >= ENOUGH_GROUPS, fewest, ENOUGH_GROUPS, caveat="few_groups")
        noted.caveats.append("groups_are_the_unit")
