"""Tables of activities."""

from samklang.records.activities.models.group import Group, GroupLeader

__all__ = ["Group", "GroupLeader"]
