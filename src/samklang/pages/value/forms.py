"""Forms of value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import chosen, line
from samklang.records.activities.queries import ProgrammeRow

LONGEST = 60_000


class ValueMapForm(forms.Form):
    """A value map as text."""

    programme_id = forms.TypedChoiceField(label=_("Programme"), coerce=int)
    name = line(_("Name"), longest=120)
    text = forms.CharField(
        label=_("The map"),
        help_text=_("YAML, value-map/1. Shares are between 0 and 1: twenty per cent is 0.20."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, programmes: Sequence[ProgrammeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "programme_id", [(row.id, row.name) for row in programmes])


class LinkForm(forms.Form):
    """Where one row's quantity is taken from."""

    outcome = forms.ChoiceField(label=_("Row of the map"))
    source = forms.ChoiceField(label=_("How many, taken from"), required=False)

    def __init__(
        self, *args: Any, outcomes: Sequence[tuple[str, str]], sources: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "outcome", list(outcomes))
        chosen(self, "source", list(sources))
