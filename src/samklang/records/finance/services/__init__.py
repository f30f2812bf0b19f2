"""Verbs of finance: one a file."""

from samklang.records.finance.services.add_grant import add_grant

__all__ = ["add_grant"]
