"""A logic model without a hole, and ballots in short form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samklang.methods.agenda.ballots import Ballot
from samklang.methods.agenda.logic_model import (
    Activity,
    Assumption,
    DataSource,
    Goal,
    Indicator,
    LogicModel,
    Outcome,
    Output,
    Resource,
)

OPTIONS = ("safety", "work", "school")
KINDS = {
    "goals": Goal,
    "outcomes": Outcome,
    "indicators": Indicator,
    "sources": DataSource,
    "activities": Activity,
    "outputs": Output,
    "resources": Resource,
    "assumptions": Assumption,
}
WHOLE = LogicModel(
    (Goal("warm", "A safe and warm place"),),
    (Outcome("safe", "More people feel safe", ("warm",)),),
    (Indicator("safe_01", "Feels safe at night", ("safe",), ("safety",), ("survey",), "May", "November"),),
    (DataSource("survey", "The survey"), DataSource("roll", "The roll")),
    (Activity("walks", "Evening walks", ("safe",), ("leader",)),),
    (Output("evenings", "Evenings walked", ("walks",), ("roll",)),),
    (Resource("leader", "A leader's evenings"),),
    (Assumption("lamps", "The lamps are mended", ("safe",)),),
)


def changed(kind: str, **changes: Any) -> LogicModel:
    """The whole model with the first part of a kind changed."""
    first, *others = WHOLE.kinds[kind]
    return replace(WHOLE, **{kind: (replace(first, **changes), *others)})


def more(kind: str, name: str) -> LogicModel:
    """The whole model with one more part, which is tied to nothing."""
    return replace(WHOLE, **{kind: (*WHOLE.kinds[kind], KINDS[kind](name, "One more"))})


def two(leads_to: str = "warm", **changes: Any) -> LogicModel:
    """Two outcomes, the first leading to the second; both followed, worked for and assumed."""
    both = ("known", "safe")
    return replace(
        WHOLE,
        outcomes=(
            Outcome("known", "Neighbours know each other", ("safe",), **changes),
            replace(WHOLE.outcomes[0], leads_to=(leads_to,), **changes),
        ),
        indicators=(replace(WHOLE.indicators[0], of=both),),
        activities=(replace(WHOLE.activities[0], outcomes=both),),
        assumptions=(replace(WHOLE.assumptions[0], of=both),),
    )


def votes(times: int, order: str, sector: str | None = "public") -> list[Ballot]:
    """`votes(3, "work school")`: three ballots of a sector, work first, school second, the rest left out.

    "work=school" puts both level; None is the residents.
    """
    places = {option: place for place, level in enumerate(order.split(), 1) for option in level.split("=")}
    return [Ballot(places, sector)] * times
