"""Verbs of activities: one a file."""

from samklang.records.activities.services.add_group import add_group
from samklang.records.activities.services.add_participant import add_participant
from samklang.records.activities.services.add_plan_step import add_plan_step
from samklang.records.activities.services.change_output import change_output
from samklang.records.activities.services.change_plan_step import change_plan_step
from samklang.records.activities.services.change_programme import change_programme
from samklang.records.activities.services.change_session import change_session, remove_session
from samklang.records.activities.services.end_programme import end_programme
from samklang.records.activities.services.finish_plan_step import finish_plan_step
from samklang.records.activities.services.forget_participant import forget_participant
from samklang.records.activities.services.hold_session import hold_session
from samklang.records.activities.services.plan_programme import plan_programme
from samklang.records.activities.services.record_output import record_output
from samklang.records.activities.services.start_programme import start_programme

__all__ = [
    "add_group",
    "add_participant",
    "add_plan_step",
    "change_output",
    "change_plan_step",
    "change_programme",
    "change_session",
    "end_programme",
    "finish_plan_step",
    "forget_participant",
    "hold_session",
    "plan_programme",
    "record_output",
    "remove_session",
    "start_programme",
]
