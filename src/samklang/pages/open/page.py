"""What the open pages show."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.records.initiative.queries import (
    InitiativeFacts,
    PartnerRow,
    public_initiative,
    public_initiatives,
    public_partners,
)


@dataclass(frozen=True)
class FrontPage:
    """The open initiatives."""

    initiatives: list[InitiativeFacts]


@dataclass(frozen=True)
class OpenInitiativePage:
    """One initiative as anyone may read it."""

    facts: InitiativeFacts
    partners: list[PartnerRow]


def front_page() -> FrontPage:
    """Build the front page."""
    return FrontPage(public_initiatives())


def initiative_page(slug: str) -> OpenInitiativePage:
    """Build an initiative's open page. Raises NotAllowed."""
    facts = public_initiative(slug)
    return OpenInitiativePage(facts, public_partners(facts.ref))
