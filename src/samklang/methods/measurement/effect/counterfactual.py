"""What would have happened anyway, and who said how it is known: without it nothing is called an effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["comparison_group", "statistics", "expert", "lottery", "none"]


class NoCounterfactual(ValueError):
    """An effect was asked for without saying what would have happened anyway."""


@dataclass(frozen=True)
class Counterfactual:
    """kind: what the comparison rests on; by, when: who declared it and the day; text: in their own words;
    assigned: the column that holds the outcome of a lottery (0 or 1), `took_part` if empty."""

    kind: Kind = "none"
    by: str = ""
    when: str = ""
    text: str = ""
    assigned: str = ""

    @property
    def declared(self) -> bool:
        """Whether the word effect may be used at all."""
        return self.kind != "none"


NONE = Counterfactual()


def require(counterfactual: Counterfactual) -> Counterfactual:
    """The counterfactual, or NoCounterfactual where there is none."""
    if not counterfactual.declared:
        raise NoCounterfactual(
            "no counterfactual is declared: say what would have happened anyway (comparison_group, statistics, "
            "expert or lottery), by whom and when; until then this is a change and not an effect"
        )
    return counterfactual
