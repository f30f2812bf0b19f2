"""Verbs of value: one a file."""

from samklang.records.value.services.link_quantity import link_quantity
from samklang.records.value.services.store_value_map import store_value_map

__all__ = ["link_quantity", "store_value_map"]
