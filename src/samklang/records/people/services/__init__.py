"""Verbs of people: one a file."""

from samklang.records.people.services.add_account import add_account
from samklang.records.people.services.change_account import change_account

__all__ = ["add_account", "change_account"]
