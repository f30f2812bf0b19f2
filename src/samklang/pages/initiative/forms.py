"""Forms of initiative."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import ANSWERED_IN, day, line, words
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.queries import PartnerRow


class PartnerForm(forms.Form):
    """A new partner organisation."""

    name = forms.CharField(label=_("Name"), max_length=120)
    sector = forms.ChoiceField(label=_("Sector"), choices=Sector.choices)
    about = forms.CharField(
        label=_("What they do here"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class MemberForm(forms.Form):
    """A role for a person, known by e-mail address."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), help_text=_("They sign in with a code sent to this address."))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    partner = forms.TypedChoiceField(label=_("Speaks for"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: object, partners: list[PartnerRow], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        rows = [("", _("No organisation")), *((row.id, row.name) for row in partners)]
        self.fields["partner"].choices = rows  # type: ignore[attr-defined]


class InitiativeForm(forms.Form):
    """Who the initiative is, and whether anyone may read of it."""

    name = line(_("What the work is called"), longest=120)
    place = line(_("The place"), _("For example Ljungvalla, Sundstad."), longest=120)
    summary = words(_("What it is, in a sentence or two"), _("It stands first on the home page."), required=False)
    controller = line(_("Organisation"), _("The one that answers for personal data."))
    population = forms.IntegerField(label=_("How many live there"), required=False, min_value=1, max_value=10_000_000)
    begun_on = day(_("When it began"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages people answer in"), choices=ANSWERED_IN, widget=forms.CheckboxSelectMultiple
    )
    is_public = forms.BooleanField(
        label=_("Anyone may read the open page: results, and reports that both bodies have signed"), required=False
    )
