"""Forms of activities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import chosen, day, line, words
from samklang.records.activities.queries import GroupRow
from samklang.records.initiative.queries import PartnerRow
from samklang.records.process.queries import LoopRow


class ProgrammeForm(forms.Form):
    """A new programme."""

    loop_id = forms.TypedChoiceField(label=_("Line"), coerce=int)
    name = line(_("Name"), longest=120)
    purpose = words(_("What it is meant to lead to"))
    starts_on = day(_("Starts"))
    ends_on = day(_("Ends"))
    working = forms.TypedMultipleChoiceField(
        label=_("Working group"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, partners: Sequence[PartnerRow], loops: Sequence[LoopRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "loop_id", [(row.id, row.name) for row in loops])
        chosen(self, "working", [(row.id, row.name) for row in partners])


class StepForm(forms.Form):
    """A step of the action plan."""

    text = line(_("What is to be done"))
    by_whom = line(_("By whom"), _("An organisation or a role, not a person's name."), longest=120)
    due_on = day(_("Done by"))


class SessionForm(forms.Form):
    """Something held, and how many came."""

    title = line(_("What was held"), longest=120)
    held_on = day(_("When"))
    attended = forms.IntegerField(
        label=_("How many came"), min_value=0, max_value=10_000, help_text=_("A count. Nobody's name is kept.")
    )
    group_id = forms.TypedChoiceField(label=_("Group"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, groups: Sequence[GroupRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "group_id", [("", _("The whole programme")), *((row.id, row.name) for row in groups)])


class OutputForm(forms.Form):
    """A count of something finished."""

    what = line(_("What was finished"), _("For example coaching talks."), longest=120)
    count = forms.IntegerField(label=_("How many"), min_value=0, max_value=10_000_000)
    source = line(_("Where the count comes from"))
    counted_on = day(_("Counted on"))
