"""Tables of activities."""

from samklang.records.activities.models.group import Group, GroupLeader
from samklang.records.activities.models.participant import Attendance, Participant
from samklang.records.activities.models.programme import PlanStep, Programme, WorkingGroupMember
from samklang.records.activities.models.session import Output, Session

__all__ = [
    "Attendance",
    "Group",
    "GroupLeader",
    "Output",
    "Participant",
    "PlanStep",
    "Programme",
    "Session",
    "WorkingGroupMember",
]
