"""Tables of activities."""

from samklang.records.activities.models.group import Group, GroupLeader
from samklang.records.activities.models.programme import PlanStep, Programme, WorkingGroupMember
from samklang.records.activities.models.session import Output, Session

__all__ = ["Group", "GroupLeader", "Output", "PlanStep", "Programme", "Session", "WorkingGroupMember"]
