"""Tables of publishing."""

from samklang.records.publishing.models.report import Picture, Report, SignOff

__all__ = ["Picture", "Report", "SignOff"]
