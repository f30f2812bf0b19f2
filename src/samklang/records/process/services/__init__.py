"""Verbs of process: one a file."""

from samklang.records.process.services.adopt_charter import adopt_charter
from samklang.records.process.services.correct_decision import correct_decision
from samklang.records.process.services.make_decision import make_decision
from samklang.records.process.services.move_loop import move_loop
from samklang.records.process.services.note_evidence import note_evidence
from samklang.records.process.services.record_evidence import record_evidence
from samklang.records.process.services.review_conditions import review_conditions
from samklang.records.process.services.sign_letter import sign_letter
from samklang.records.process.services.start_loop import start_loop
from samklang.records.process.services.take_back_evidence import take_back_evidence
from samklang.records.process.services.tell_what_became import tell_what_became
from samklang.records.process.services.withdraw_evidence import withdraw_evidence

__all__ = [
    "adopt_charter",
    "correct_decision",
    "make_decision",
    "move_loop",
    "note_evidence",
    "record_evidence",
    "review_conditions",
    "sign_letter",
    "start_loop",
    "take_back_evidence",
    "tell_what_became",
    "withdraw_evidence",
]
