"""Row 5. Those who took part against others, waves not linked: y = a + b·post + cD + τ·post·D + dX, HC3.

Assumes that both groups are made up alike in the two waves, which can only be looked at through columns the plan
declares: without any, or where they shifted, the result stays a change. D may be recalled, which is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import UNLIKE, Noted, look
from samklang.methods.measurement.effect.designs.arms import groups_an_arm, largest_gap, note_groups, smd
from samklang.methods.measurement.effect.designs.dealt import dealt_changes
from samklang.methods.measurement.effect.designs.held_equal import design_of
from samklang.methods.measurement.effect.designs.making import Refused, result, verdict_of
from samklang.methods.measurement.effect.designs.weighted import fit, fit_groups
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import X, arm_column, held_equal
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table, tabulate
from samklang.methods.statistics.intervals import Interval, p_value
from samklang.methods.statistics.power import smallest_two_groups

LEAST = 30


def comparison_unlinked(inquiry: Inquiry) -> ChangeResult:
    """The change of those who took part minus that of the others. Raises CannotEstimate."""
    if inquiry.before is None or inquiry.after is None:
        raise Refused("wave", "'{id}' has answers in one wave: two are needed", id=inquiry.indicator.id)
    table, categories = _table(inquiry)
    _refuse_the_same_people(inquiry, table)
    cells = _cells(table)
    if min(cells.values()) < LEAST:
        cell = min(cells, key=lambda name: cells[name])
        text = "{n} answers in the cell {cell}: {least} are needed in each of four"
        raise Refused("took_part", text, n=cells[cell], cell=cell, least=LEAST)
    post, arm = table["post"], table["arm"]
    adjusted = [name for name in table.columns if name.startswith(X)]
    design, names = design_of(
        [("took_part_later", post * arm), ("took_part", arm), ("later", post)], table, adjusted, categories
    )
    groups = groups_an_arm(table)
    fitted = fit_groups if groups else _fitted
    interval = fitted(table["now"], design, table, names)
    unit = dealt_changes(table, groups)
    noted = look(inquiry)
    note_groups(noted, groups)
    noted.caveats += ["chose_to_join", "other_people_may_have_answered", "taking_part_recalled"]
    stable = _note_composition(noted, table, adjusted, categories)
    changes = [_change(table, each) for each in (1, 0)]
    spread = sqrt(sum(_cell(table, each, 0).variance("now") for each in (0, 1)) / 2)
    harmonic = [2 / (1 / cells[f"{name}_before"] + 1 / cells[f"{name}_after"]) for name in ("part", "others")]
    return result(
        inquiry,
        "comparison_unlinked",
        noted,
        verdict_of(interval, unit.p if unit else None),
        (sum(inquiry.asked_in(wave) for wave in (inquiry.before, inquiry.after)), table.n, table.n),
        interval=interval,
        effect=True,
        cap=None if stable else Level.CHANGED,
        p=max(p_value(interval), (unit and unit.p) or 0.0),
        effect_size={"d": interval.estimate / spread} if spread > 0 else {},
        estimates={"did": interval},
        assumptions=("same_trend_without_us", "composition_stable"),
        mde=unit.mde if unit else smallest_two_groups(round(harmonic[0]), round(harmonic[1]), sd=spread * sqrt(2)),
        numbers={**cells, "change_part": changes[0], "change_others": changes[1], **(unit.numbers if unit else {})},
        steps=(
            Step("changes", "Δȳ₁, Δȳ₀", {"Δȳ₁": changes[0], "Δȳ₀": changes[1]}),
            Step(
                "interaction", "y = a + b·post + cD + τ·post·D + dX", {"τ": interval.estimate, "se": interval.error}
            ),
        ),
        input_hash=table.fingerprint,
    )


def _table(inquiry: Inquiry) -> tuple[Table, frozenset[str]]:
    frame = inquiry.frame
    arm = arm_column(frame, inquiry.plan.counterfactual.assigned)
    answers = frame.numbers[inquiry.indicator.id]
    waves = (frame.wave == inquiry.before) | (frame.wave == inquiry.after)
    begun = frame.started | (arm == 0)
    rows = np.flatnonzero(waves & begun & np.isfinite(answers) & np.isfinite(arm))
    columns: dict[str, Numbers] = {
        "now": answers[rows],
        "arm": arm[rows],
        "post": (frame.wave[rows] == inquiry.after).astype(np.float64),
        "weight": frame.weight[rows],
        "group": np.full(len(rows), -1.0) if frame.group is None else frame.group.codes[rows].astype(np.float64),
    }
    held, categories = held_equal(frame, rows, inquiry.plan.adjust)
    return tabulate({**columns, **held}), categories


def _refuse_the_same_people(inquiry: Inquiry, table: Table) -> None:
    """Raises Refused where at least half of a wave is the same people as in the other: they are to be linked."""
    if inquiry.people is None:
        return
    twice = inquiry.people.complete.n
    fewest = min(int(table.counts[table["post"] == post].sum()) for post in (0, 1))
    if 2 * twice >= fewest:
        text = "{n} people are told apart in both waves: this is for waves of other people"
        raise Refused("respondent", text, n=twice)


def _fitted(values: Numbers, design: Numbers, table: Table, names: Sequence[str]) -> Interval:
    return fit(values, design, table, names).interval(1)


def _cell(table: Table, arm: int, post: int) -> Table:
    return table.where((table["arm"] == arm) & (table["post"] == post))


def _cells(table: Table) -> dict[str, int]:
    arms, waves = {"part": 1, "others": 0}, {"before": 0, "after": 1}
    return {f"{name}_{when}": _cell(table, arm, post).n for name, arm in arms.items() for when, post in waves.items()}


def _change(table: Table, arm: int) -> float:
    return _cell(table, arm, 1).mean("now") - _cell(table, arm, 0).mean("now")


def _note_composition(noted: Noted, table: Table, adjusted: list[str], categories: frozenset[str]) -> bool:
    """Whether the columns held equal are spread alike in the two waves, within each arm; False where there are
    none, or none that varies."""
    adjusted = [name for name in adjusted if np.ptp(table[name]) > 0]
    if not adjusted:
        return noted.check("composition_stable", False, caveat="composition_unknown")
    gaps = [_largest_gap(table, arm, name, name in categories) for arm in (0, 1) for name in adjusted]
    worst = max(gaps)
    return noted.check("composition_stable", worst <= UNLIKE, worst, UNLIKE, caveat="composition_shifted")


def _largest_gap(table: Table, arm: int, name: str, category: bool) -> float:
    waves = _cell(table, arm, 1), _cell(table, arm, 0)
    gap = largest_gap(*waves, name) if category else smd(*waves, name)
    return 1.0 if gap is None else abs(gap)
