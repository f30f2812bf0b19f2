"""Tables of people."""

from samklang.records.people.models.account_event import AccountEvent
from samklang.records.people.models.user import User

__all__ = ["AccountEvent", "User"]
