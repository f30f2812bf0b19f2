"""Verbs of activities: one a file."""

from samklang.records.activities.services.add_group import add_group

__all__ = ["add_group"]
