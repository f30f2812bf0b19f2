"""Verbs of activities: one a file."""

from samklang.records.activities.services.add_group import add_group
from samklang.records.activities.services.add_plan_step import add_plan_step
from samklang.records.activities.services.end_programme import end_programme
from samklang.records.activities.services.finish_plan_step import finish_plan_step
from samklang.records.activities.services.hold_session import hold_session
from samklang.records.activities.services.plan_programme import plan_programme
from samklang.records.activities.services.record_output import record_output
from samklang.records.activities.services.start_programme import start_programme

__all__ = [
    "add_group",
    "add_plan_step",
    "end_programme",
    "finish_plan_step",
    "hold_session",
    "plan_programme",
    "record_output",
    "start_programme",
]
