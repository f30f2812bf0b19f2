"""Tables of agenda."""

from samklang.records.agenda.models.need import Need, TargetGroup
from samklang.records.agenda.models.outcome import Outcome
from samklang.records.agenda.models.stakeholder import Stakeholder

__all__ = ["Need", "Outcome", "Stakeholder", "TargetGroup"]
