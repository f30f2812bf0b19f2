"""The maps of maps.yaml and workbook_maps.yaml as mappings: head and row, with each case's changes on top."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from samklang.methods.kernel.yaml_text import read_yaml

HERE = Path(__file__).parent
WRITTEN = read_yaml((HERE / "maps.yaml").read_text("utf-8"), "maps.yaml")
OURS = read_yaml((HERE / "workbook_maps.yaml").read_text("utf-8"), "workbook_maps.yaml")
EVERY: dict[str, Any] = {**WRITTEN["maps"], **OURS["maps"]}


def over(base: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """A mapping with some keys changed, and taken away where nothing stands."""
    return {key: value for key, value in {**base, **change}.items() if value is not None}


def raw_map(name: str) -> dict[str, Any]:
    """One whole map."""
    rows = [over(WRITTEN["row"], row) for row in EVERY[name]["outcomes"]]
    return {**over(WRITTEN["head"], EVERY[name].get("head", {})), "outcomes": rows}
