"""Verbs of finance: one a file."""

from samklang.records.finance.services.add_grant import add_grant
from samklang.records.finance.services.change_grant import change_grant

__all__ = ["add_grant", "change_grant"]
