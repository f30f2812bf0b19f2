"""Tables of measurement."""

from samklang.records.measurement.models.audit_grant import AuditGrant
from samklang.records.measurement.models.follow_up import FollowUpPlan
from samklang.records.measurement.models.questionnaire import Questionnaire
from samklang.records.measurement.models.reading import Reading
from samklang.records.measurement.models.release import Release
from samklang.records.measurement.models.response import Response
from samklang.records.measurement.models.wave import Wave
from samklang.records.measurement.models.withdrawal import Withdrawal

__all__ = ["AuditGrant", "FollowUpPlan", "Questionnaire", "Reading", "Release", "Response", "Wave", "Withdrawal"]
