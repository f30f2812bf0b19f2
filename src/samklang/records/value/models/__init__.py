"""Tables of value."""

from samklang.records.value.models.value_map import ValueMap

__all__ = ["ValueMap"]
