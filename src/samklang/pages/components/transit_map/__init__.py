"""The transit map: an initiative as shared stops and lines, each line a loop of stops."""

from samklang.pages.components.transit_map.data import Line, Stop, TransitMap, TrunkStop

__all__ = ["Line", "Stop", "TransitMap", "TrunkStop"]
