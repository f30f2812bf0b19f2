"""Store a version of a value map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.value.map.reader import read_map
from samklang.records.activities.queries import programme as programme_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, Refused
from samklang.records.value.models import ValueMap
from samklang.records.value.permissions import check_may_value
from samklang.records.value.queries import linked_quantities, with_links

Links = Mapping[str, Mapping[str, Any]]


def store_value_map(
    *, initiative: InitiativeRef, actor: Actor, programme_id: int, name: str, text: str, links: Links | None = None
) -> int:
    """Store the next version of the map with a name; its id. A map with error findings is stored, and says so.

    Raises NotAllowed, or Refused when it can't be read at all: then every problem stands on a line of its own.
    """
    check_may_value(actor, initiative)
    programme = programme_row(initiative=initiative, actor=actor, programme_id=programme_id)
    if not name.strip():
        raise Refused(_("Give the map a name."))
    try:
        # Also by itself, so that it can be worked out the day a release it takes its quantity from is withdrawn.
        read_map(read_yaml(text, name))
        linked = linked_quantities(initiative, links or {}, programme)
        read_map(with_links(read_yaml(text, name), linked))
    except UnreadableInput as error:
        raise Refused("\n".join(error.problems)) from None
    with act("store_value_map", initiative=initiative, actor=actor) as deed:
        in_turn(initiative)
        version = ValueMap.objects.within(initiative).filter(name=name.strip()).count() + 1
        row = ValueMap.objects.add(
            initiative,
            programme_id=programme_id,
            name=name.strip(),
            version=version,
            text=text,
            links=dict(links or {}),
        )
        deed.on("value_map", row.pk, f"{row.name} {version}")
    return int(row.pk)
