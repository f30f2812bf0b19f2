"""Forms of initiative."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

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
