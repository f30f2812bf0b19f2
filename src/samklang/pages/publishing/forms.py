"""Forms of publishing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import chosen, line, words
from samklang.records.value.queries import ValueMapRow


class ReportForm(forms.Form):
    """A report's own words. Everything else is put together from what has been decided, done and released."""

    title = line(_("Title"))
    summary = words(_("Summary"), _("Three or four sentences a neighbour understands."), rows=5)
    way_forward = words(_("The way forward"), required=False)
    value_map_id = forms.TypedChoiceField(label=_("Value"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, maps: Sequence[ValueMapRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "value_map_id", [("", _("No value in this report")), *((row.id, row.name) for row in maps)])


class PictureForm(forms.Form):
    """A picture with its description."""

    file = forms.FileField(label=_("Picture"), help_text=_("PNG or JPEG, at most 3 MB."))
    alt = line(
        _("What it shows"), _("For those who don't see it. A picture without words can't be published."), longest=300
    )
    caption = line(_("Caption"), required=False)
