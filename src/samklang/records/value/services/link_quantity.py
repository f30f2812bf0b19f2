"""Take an outcome's quantity from a released result or an output, or let the typed number stand again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, Refused
from samklang.records.value.permissions import check_may_value
from samklang.records.value.queries import linked_quantities, valued
from samklang.records.value.services.store_value_map import store_value_map


def link_quantity(
    *, initiative: InitiativeRef, actor: Actor, map_id: int, outcome: str, link: Mapping[str, Any] | None
) -> int:
    """Store the next version of the map with the link; its id.

    link: ``{"before", "after", "question"}`` or ``{"output"}``. Raises NotAllowed for an unknown map, or Refused when
    there is no such outcome or the results tell too little.
    """
    check_may_value(actor, initiative)
    found = valued(initiative=initiative, actor=actor, map_id=map_id)
    if outcome not in {one.id for one in found.answer.value_map.outcomes}:
        raise Refused(_("The map has no row called “%(outcome)s”.") % {"outcome": outcome})
    links = {name: dict(one) for name, one in found.row.links.items() if name != outcome}
    if link is not None:
        wanted = linked_quantities(initiative, {outcome: link}, found.row.programme)
        if not wanted[0].stands:
            raise Refused(_("Too few answered both times for this to be told. Choose another question, or type it."))
        links[outcome] = dict(link)
    return store_value_map(
        initiative=initiative,
        actor=actor,
        programme_id=found.row.programme.id,
        name=found.row.name,
        text=found.row.text,
        links=links,
    )
