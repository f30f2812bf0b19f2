"""Tables of process."""

from samklang.records.process.models.charter import Charter
from samklang.records.process.models.conditions_review import ConditionsReview
from samklang.records.process.models.decision import Decision, DecisionGround
from samklang.records.process.models.evidence import Evidence
from samklang.records.process.models.letter import LetterOfIntent
from samklang.records.process.models.loop import Loop

__all__ = ["Charter", "ConditionsReview", "Decision", "DecisionGround", "Evidence", "LetterOfIntent", "Loop"]
