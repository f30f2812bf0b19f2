"""Tables of initiative."""

from samklang.records.initiative.models.area_figure import AreaFigure
from samklang.records.initiative.models.audit_event import AuditEvent
from samklang.records.initiative.models.initiative import Initiative
from samklang.records.initiative.models.membership import Membership
from samklang.records.initiative.models.partner import Partner

__all__ = ["AreaFigure", "AuditEvent", "Initiative", "Membership", "Partner"]
