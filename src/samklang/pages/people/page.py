"""What the pages of people show."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.people.forms import AccountForm
from samklang.records.initiative.queries import OwnInitiative, own_initiatives
from samklang.records.people.permissions import Actor


@dataclass(frozen=True)
class AccountPage:
    """One's own account and the initiatives one belongs to."""

    form: AccountForm
    initiatives: list[OwnInitiative]


def account_page(actor: Actor, form: AccountForm) -> AccountPage:
    """Build the page."""
    return AccountPage(form, own_initiatives(actor=actor))
