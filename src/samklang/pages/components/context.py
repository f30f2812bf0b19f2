"""What every page's frame shows: brand, navigation, languages, who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.pages.components.doors import actor_on, initiative_on
from samklang.records.initiative.models.scoped import InitiativeRef


@dataclass(frozen=True)
class NavItem:
    """One entry of an initiative's navigation."""

    label: str
    href: str
    current: bool


def navigation(initiative: InitiativeRef, path: str) -> list[NavItem]:
    """The words of the work, in the order of the thread."""
    words = (
        ("initiative_home", _("Overview")),
        ("agenda", _("Agenda")),
        ("process", _("Process")),
        ("activities", _("Activities")),
        ("measurement", _("Measurement")),
        ("results", _("Results")),
        ("value", _("Value")),
        ("publishing", _("Reports")),
    )
    items = []
    for name, label in words:
        href = reverse(name, kwargs={"slug": initiative.slug})
        current = path == href if name == "initiative_home" else path.startswith(href)
        items.append(NavItem(label, href, current))
    return items


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """The frame's parts, for every template."""
    if not hasattr(request, "actor"):
        return {}
    initiative = initiative_on(request)
    return {
        "actor": actor_on(request),
        "initiative": initiative,
        "nav": navigation(initiative, request.path) if initiative else [],
        "demo_mode": settings.DEMO_MODE,
        "languages": settings.LANGUAGES,
    }
