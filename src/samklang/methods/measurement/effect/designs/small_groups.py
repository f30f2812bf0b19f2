"""Row 19. Change in each group, drawn towards each other by how little each knows: λ_g = τ²/(τ² + σ²/n_g).

Groups are never ranked when τ² is 0 or intervals overlap. Source: Morris (1983), 10.1080/01621459.1983.10477920.
"""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.making import Refused, note_missing, result
from samklang.methods.measurement.effect.designs.paired_change import linked_or_refused
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.statistics.count_table import moments
from samklang.methods.statistics.shrinkage import shrink_groups

LEAST = 5
LEAST_IN_GROUP = 5


def small_groups(inquiry: Inquiry) -> ChangeResult:
    """The shrunken change of every group with five people or more seen twice. Raises CannotEstimate."""
    frame = inquiry.frame
    if frame.group is None:
        raise Refused("group", "no column says which group people belong to")
    people = linked_or_refused(inquiry)
    complete = people.complete.where(people.complete["group"] >= 0)
    codes, place = np.unique(complete["group"].astype(np.int64), return_inverse=True)
    size = np.bincount(place.ravel(), weights=complete.counts, minlength=len(codes))
    large = size >= LEAST_IN_GROUP
    if large.sum() < LEAST:
        text = "{n} groups of five or more seen twice: {least} are needed"
        raise Refused("group", text, n=int(large.sum()), least=LEAST)
    kept = complete.where(large[place.ravel()])
    codes, place = np.unique(kept["group"].astype(np.int64), return_inverse=True)
    found = shrink_groups(moments(place.ravel(), kept["after"] - kept["before"], kept.counts))
    noted = look(inquiry)
    note_missing(noted, people.started, kept.n)
    noted.caveats.append("not_compared")
    if not found.may_rank:
        noted.caveats.append("groups_not_ranked")
    labels = [frame.group.labels[code] for code in codes]
    estimates = {f"group:{label}": interval for label, interval in zip(labels, found.groups, strict=True)}
    middle = [interval.estimate for interval in found.groups]
    return result(
        inquiry,
        "small_groups",
        noted,
        "clear" if any(found.apart) else "unclear",
        (inquiry.asked(people), people.started, kept.n),
        interval=found.overall,
        estimates=estimates,
        assumptions=("groups_of_a_kind",),
        numbers={
            "groups": float(len(labels)),
            "lowest": min(middle),
            "highest": max(middle),
            "between": found.between,
        },
        names={"may_rank": "yes" if found.may_rank else ""},
        steps=(Step("shrinkage", "λ_g = τ²/(τ² + σ²/n_g)", {"τ²": found.between, "groups": len(labels)}),),
        input_hash=people.table.fingerprint,
    )
