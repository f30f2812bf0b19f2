"""An account: an e-mail address, a name and a language. No password: one signs in by code or passkey."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from samklang.records.people.enums import ERASED_NAME


class UserManager(BaseUserManager["User"]):
    """Makes accounts; addresses are kept in lower case so that one person has one account."""

    def create_user(self, email: str, **fields: Any) -> User:
        """A new account without a usable password."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who works in one or more initiatives, or looks after the installation.

    erased_on: set when the person was erased; the row then holds nothing but the number that their deeds point to.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=12, default="sv")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    erased_on = models.DateField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return str(ERASED_NAME) if self.erased_on else self.name
