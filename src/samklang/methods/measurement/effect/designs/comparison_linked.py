"""Rows 4, 6, 7 and 14. Those who took part against others, linked over two waves: the bracket, and its dangers.

Must be said: who joined chose to; both ways of counting; how much worse the leavers would have to be.
"""

from __future__ import annotations

from samklang.methods.measurement.effect.checks import Noted, look
from samklang.methods.measurement.effect.designs.arms import (
    Leavers,
    both_arms,
    leavers_of,
    note_groups,
    note_leavers,
    note_likeness,
    pooled_sd,
    sizes,
)
from samklang.methods.measurement.effect.designs.balanced import balanced
from samklang.methods.measurement.effect.designs.bracket import Bracket, bracket
from samklang.methods.measurement.effect.designs.dropout_bounds import WORSE, bounds, holds, tipping_of
from samklang.methods.measurement.effect.designs.imputed import imputed
from samklang.methods.measurement.effect.designs.making import Refused, result
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import Linked
from samklang.methods.measurement.effect.result import ChangeResult, Step, Verdict
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.power import smallest_two_groups

LEAST = 15


def comparison_linked(inquiry: Inquiry) -> ChangeResult:
    """The effect as two ways of counting, whether they agree, and at which evidence level. Raises CannotEstimate."""
    people, table = compared(inquiry)
    found = bracket(people, table)
    leavers = leavers_of(people)
    noted = look(inquiry)
    noted.caveats.append("chose_to_join")
    note_likeness(noted, inquiry, people, table)
    note_leavers(noted, leavers)
    spread = pooled_sd(table, table["before"])
    tipping = tipping_of(found.ways, leavers, spread)
    verdict = _verdict(noted, found, leavers, tipping["tipping_k"])
    note_groups(noted, found.groups)
    one, other = (table.where(table["arm"] == arm) for arm in (1, 0))
    low, high = found.union
    return result(
        inquiry,
        "comparison_linked",
        noted,
        verdict,
        (inquiry.asked(people), people.started, table.n),
        interval=Interval(found.middle, low, high, found.did.error, found.did.df, table.n),
        effect=True,
        ceiling=Level.CHANGED if verdict in ("disagree", "fragile") else None,
        p=found.p,
        effect_size={"d": found.middle / spread} if spread > 0 else {},
        estimates={"did": found.did, "ancova": found.ancova, **_other_ways(people, table, found)},
        sensitivity={**tipping, **bounds(inquiry.indicator, people)},
        assumptions=("same_trend_without_us", "same_baseline_same_future"),
        mde=found.dealt.mde
        if found.dealt
        else smallest_two_groups(*sizes(table), sd=pooled_sd(table, table["after"] - table["before"])),
        numbers=_numbers(one, other, found, leavers),
        steps=_steps(one, other, found),
        input_hash=people.table.fingerprint,
    )


def _other_ways(people: Linked, table: Table, found: Bracket) -> dict[str, Interval]:
    """Weighted and filled-in estimates, which know of people and not of groups."""
    return {} if found.groups else {**balanced(people, table), **imputed(people, table)}


def compared(inquiry: Inquiry) -> tuple[Linked, Table]:
    """The linked people, and those seen in both waves whose arm is known. Raises Refused."""
    if inquiry.before is None or inquiry.after is None:
        raise Refused("wave", "'{id}' has answers in one wave: two are needed", id=inquiry.indicator.id)
    people = inquiry.people
    if people is None:
        raise Refused(
            "respondent", "nobody is told apart between the waves: give each person the same code in every wave"
        )
    if not inquiry.has_arms:
        raise Refused("took_part", "nobody is known not to have taken part: there is nobody to compare with")
    table = both_arms(people)
    part, others = sizes(table)
    if min(part, others) < LEAST:
        text = "{n} who took part and {others} others answered both times: {least} are needed of each"
        raise Refused("took_part", text, n=part, others=others, least=LEAST)
    return people, table


def _verdict(noted: Noted, found: Bracket, leavers: Leavers, k: float | None) -> Verdict:
    """What may be said. Two ways that disagree, or an answer the leavers could undo, are a step down the ladder."""
    noted.check("bracket_agrees", not found.disagrees)
    robust = holds(leavers, k)
    if found.agrees:
        noted.check("tipping_point", robust, k, WORSE, caveat="leavers_could_undo_it")
        return "agree" if robust else "fragile"
    return "disagree" if found.disagrees else "unclear"


def _numbers(one: Table, other: Table, found: Bracket, leavers: Leavers) -> dict[str, float]:
    numbers = {
        "n_part": float(one.n),
        "n_others": float(other.n),
        "change_part": one.mean("after") - one.mean("before"),
        "change_others": other.mean("after") - other.mean("before"),
        "seen_after": one.mean("after"),
        "left": float(leavers.part_missing),
        "left_of": float(leavers.part_started),
    }
    return numbers | (found.dealt.numbers if found.dealt else {})


def _steps(one: Table, other: Table, found: Bracket) -> tuple[Step, ...]:
    changes = [table.mean("after") - table.mean("before") for table in (one, other)]
    gap = one.mean("before") - other.mean("before")
    return (
        Step("changes", "Δ̄₁, Δ̄₀", {"Δ̄₁": changes[0], "Δ̄₀": changes[1], "n₁": one.n, "n₀": other.n}),
        Step("did", "Δ̄₁ − Δ̄₀ ± t·√(s₁²/n₁ + s₀²/n₀)", _ends(found.did)),
        Step("ancova", "y₂ = a + τD + b·y₁ + cX", {**_ends(found.ancova), "ȳ₁₁ − ȳ₁₀": gap}),
        Step("union", "min low, max high", {"low": found.union[0], "high": found.union[1]}),
    )


def _ends(interval: Interval) -> dict[str, float]:
    return {"τ": interval.estimate, "low": interval.low, "high": interval.high, "df": min(interval.df, 1e9)}
