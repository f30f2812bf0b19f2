"""Row 19b. For whom: taking part × subgroup in one regression, HC3, Holm over the subgroups; never separate tests.

y₂ = Σ_s (a_s + τ_s·D) + b·y₁, and τ_s less the mean of the others. Shown from 15 an arm in each box.
Source: Gelman & Stern (2006), 10.1198/000313006X152649.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.arms import groups_an_arm, leavers_of, note_leavers, note_likeness
from samklang.methods.measurement.effect.designs.comparison_linked import compared
from samklang.methods.measurement.effect.designs.making import Refused, result
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import X
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.statistics.interaction import subgroup_effects


def subgroups(inquiry: Inquiry, column: str) -> ChangeResult:
    """The effect in each subgroup, and whether they differ at all. Raises CannotEstimate."""
    if column not in inquiry.frame.categories:
        raise Refused(column, "a subgroup is a column of words: declare it as a category")
    narrowed = Inquiry(replace(inquiry.plan, adjust=(column,)), inquiry.frame, inquiry.indicator)
    people, table = compared(narrowed)
    table = table.where(table[X + column] >= 0)
    if groups_an_arm(table):
        raise Refused("group", "whole groups took part or did not: they are too few to be told apart by subgroup")
    labels = inquiry.frame.categories[column].labels
    words = np.array([labels[int(code)] for code in table[X + column]], dtype=np.str_)
    found = subgroup_effects(table["after"], table["arm"], words, table["before"][:, None], table.counts)
    noted = look(inquiry)
    note_leavers(noted, leavers_of(people))
    if inquiry.as_drawn:
        noted.caveats.append("as_drawn")
    else:
        noted.caveats.append("chose_to_join")
        note_likeness(noted, inquiry, people, table)
    noted.caveats.append("subgroups_are_exploratory")
    effects = {f"subgroup:{label}": effect for label, effect in zip(found.labels, found.effects, strict=True)}
    gaps = {f"against_others:{label}": gap for label, gap in zip(found.labels, found.differences, strict=True)}
    return result(
        inquiry,
        "subgroups",
        noted,
        "clear" if found.may_claim else "unclear",
        (inquiry.asked(people), people.started, table.n),
        effect=True,
        p=min(found.adjusted_p),
        estimates={**effects, **gaps},
        assumptions=("same_baseline_same_future",),
        numbers={"subgroups": float(len(found.labels))},
        names={"column": column},
        steps=(
            Step(
                "subgroups",
                "y₂ = Σ_s (a_s + τ_s·D) + b·y₁",
                {"subgroups": len(found.labels), "p": min(found.adjusted_p)},
            ),
        ),
        input_hash=people.table.fingerprint,
    )
