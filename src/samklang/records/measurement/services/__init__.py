"""Verbs of measurement: one a file."""

from samklang.records.measurement.services.add_questionnaire import add_questionnaire
from samklang.records.measurement.services.answer_wave import answer_wave
from samklang.records.measurement.services.close_wave import close_wave
from samklang.records.measurement.services.grant_audit_input import grant_audit_input
from samklang.records.measurement.services.open_wave import open_wave
from samklang.records.measurement.services.plan_follow_up import plan_follow_up
from samklang.records.measurement.services.plan_wave import plan_wave
from samklang.records.measurement.services.record_reading import record_reading
from samklang.records.measurement.services.store_answers import store_answers
from samklang.records.measurement.services.take_audit_input import take_audit_input
from samklang.records.measurement.services.withdraw_release import withdraw_release

__all__ = [
    "add_questionnaire",
    "answer_wave",
    "close_wave",
    "grant_audit_input",
    "open_wave",
    "plan_follow_up",
    "plan_wave",
    "record_reading",
    "store_answers",
    "take_audit_input",
    "withdraw_release",
]
