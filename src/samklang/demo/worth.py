"""Three value maps: one with counted numbers, one whose quantity is released, one with a stakeholder who loses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samklang.demo.place import Places
from samklang.records.measurement.queries import public_releases
from samklang.records.people.permissions import system
from samklang.records.value.services import store_value_map

MAPS = Path(__file__).parent / "maps"
NAMES = {"torget": "Trygghet på torget", "kvallar": "Tryggare kvällar", "alla": "Kvällsöppet, alla berörda"}


def add_value_maps(places: Places, programmes: Mapping[str, int]) -> dict[str, int]:
    """The maps; their ids by key."""
    area = {row.wave.number: row.wave.id for row in public_releases(places.main) if row.wave.group_id is None}
    links = {"trygghet": {"before": area[1], "after": area[2], "question": "safe_01"}}
    linked: dict[str, dict[str, Any]] = {"torget": {}, "kvallar": links, "alla": {}}
    return {
        key: store_value_map(
            initiative=places.main,
            actor=system(),
            programme_id=programmes["kväll"],
            name=name,
            text=(MAPS / f"{key}.yaml").read_text(encoding="utf-8"),
            links=linked[key],
        )
        for key, name in NAMES.items()
    }
