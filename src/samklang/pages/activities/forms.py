"""Forms of activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import chosen, day, line, words
from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.queries import GroupRow, LeaderRow, ParticipantRow
from samklang.records.initiative.enums import AgeBand
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

    def __init__(
        self,
        *args: Any,
        partners: Sequence[PartnerRow],
        loops: Sequence[LoopRow],
        parts: Mapping[int, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "loop_id", [(row.id, row.name) for row in loops])
        chosen(self, "working", [(row.id, row.name) for row in partners])
        for row in partners:
            label = _("What %(partner)s does in it") % {"partner": row.name}
            known = (parts or {}).get(row.id, "")
            self.fields[f"part_{row.id}"] = forms.CharField(
                label=label, required=False, max_length=200, initial=known
            )

    def working_group(self, given: dict[str, Any]) -> dict[int, str]:
        """Takes the chosen partners with their parts out of what was given."""
        parts = {name: given.pop(name) for name in list(given) if name.startswith("part_")}
        return {partner: parts[f"part_{partner}"].strip() for partner in given.pop("working")}


class StepForm(forms.Form):
    """A step of the action plan."""

    text = line(_("What is to be done"))
    by_whom = line(_("By whom"), _("An organisation or a role, not a person's name."), longest=120)
    due_on = day(_("Done by"))


class HeldForm(forms.Form):
    """Something held, how many came, and of those who agreed to stand in the list, who."""

    title = line(_("What was held"), longest=120)
    held_on = day(_("When"))
    attended = forms.IntegerField(
        label=_("How many came"),
        min_value=0,
        max_value=10_000,
        help_text=_("Count everybody, also those who don't stand in any list."),
    )
    came = forms.TypedMultipleChoiceField(
        label=_("Who came, of those in the list"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, listed: Sequence[ParticipantRow] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if listed:
            chosen(self, "came", [(row.id, row.name) for row in listed])
        else:
            del self.fields["came"]


class SessionForm(HeldForm):
    """Something held in a programme. For a group with a list, one writes it down from the group's own page."""

    group_id = forms.TypedChoiceField(label=_("Group"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, groups: Sequence[GroupRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "group_id", [("", _("The whole programme")), *((row.id, row.name) for row in groups)])


class GroupForm(forms.Form):
    """A new group of a programme."""

    name = line(_("What the group is called"), longest=120)
    leader_ids = forms.TypedMultipleChoiceField(
        label=_("Who leads it"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Activity leaders of this initiative. Give somebody that role under Members and roles."),
    )
    partner_id = forms.TypedChoiceField(
        label=_("Which organisation runs it"), coerce=int, required=False, empty_value=None
    )

    def __init__(
        self, *args: Any, leaders: Sequence[LeaderRow], partners: Sequence[PartnerRow], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "leader_ids", [(row.user_id, row.name) for row in leaders])
        chosen(self, "partner_id", [("", _("None of the partners")), *((row.id, row.name) for row in partners)])


class ParticipantForm(forms.Form):
    """Somebody who has agreed to stand in a group's list."""

    name = line(_("What they want to be called"), longest=80)
    age_band = forms.ChoiceField(label=_("Age"), choices=AgeBand.choices)
    language = forms.ChoiceField(label=_("Language the text was read in"))
    how = forms.ChoiceField(label=_("How they agreed"), choices=AgreedHow.choices)
    agreed_on = day(_("When they agreed"))
    agreed = forms.BooleanField(label=_("They have heard the text and said yes"), required=False)

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "language", list(languages))


class OutputForm(forms.Form):
    """A count of something finished."""

    what = line(_("What was finished"), _("For example coaching talks."), longest=120)
    count = forms.IntegerField(label=_("How many"), min_value=0, max_value=10_000_000)
    source = line(_("Where the count comes from"))
    counted_on = day(_("Counted on"))
