"""Verbs of people: one a file."""

from samklang.records.people.services.add_account import add_account
from samklang.records.people.services.change_account import change_account
from samklang.records.people.services.erase_account import erase_account
from samklang.records.people.services.leave_no_trace import leave_no_trace

__all__ = ["add_account", "change_account", "erase_account", "leave_no_trace"]
