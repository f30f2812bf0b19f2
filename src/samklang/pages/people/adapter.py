"""allauth's doors: accounts come by invitation only."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves; a process leader adds people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed, always."""
        return False


class PasskeyIsAnotherWayIn(DefaultMFAAdapter):  # type: ignore[misc]
    """A passkey stands instead of the e-mailed code, never after it: who lost the phone still gets in by e-mail."""

    def is_mfa_enabled(self, user: AbstractBaseUser, types: list[str] | None = None) -> bool:
        """No second step, whatever passkeys there are."""
        return False
