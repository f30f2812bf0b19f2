"""Verbs of value: one a file."""

from samklang.records.value.services.store_value_map import store_value_map

__all__ = ["store_value_map"]
