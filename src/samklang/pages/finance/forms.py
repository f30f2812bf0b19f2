"""Forms of finance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import chosen, day, line
from samklang.records.initiative.queries import PartnerRow
from samklang.records.process.queries import LoopRow


class GrantForm(forms.Form):
    """A grant for a period."""

    funder_id = forms.TypedChoiceField(label=_("Funder"), coerce=int)
    loop_id = forms.TypedChoiceField(label=_("Line"), coerce=int, required=False, empty_value=None)
    purpose = line(_("What it is for"))
    kronor = forms.IntegerField(label=_("Kronor"), min_value=1, max_value=2_000_000_000)
    begins_on = day(_("From"))
    ends_on = day(_("Until"))

    def __init__(self, *args: Any, partners: Sequence[PartnerRow], loops: Sequence[LoopRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "funder_id", [(row.id, row.name) for row in partners])
        chosen(self, "loop_id", [("", _("The whole initiative")), *((row.id, row.name) for row in loops)])
