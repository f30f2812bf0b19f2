"""Forms of initiative."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.pages.components.forms import ANSWERED_IN, day, line, words
from samklang.records.initiative.enums import FigurePrecision, FigureUnit, Role, Sector
from samklang.records.initiative.queries import AreaFigureRow, PartnerRow
from samklang.records.initiative.services import AreaFigureDraft

MOST = 2_000_000_000


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


class QuotedField(forms.DecimalField):
    """A number as a source writes it: 9 318, 33.1 or 33,1."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """The number, without the spaces a source groups by."""
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


def _quoted(label: Any, help_text: Any = "") -> QuotedField:
    written = forms.TextInput(attrs={"inputmode": "decimal"})
    return QuotedField(
        label=label,
        help_text=help_text,
        required=False,
        max_digits=15,
        decimal_places=3,
        localize=True,
        widget=written,
    )


def _year(label: Any, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=required, min_value=1900, max_value=2100)


def _count(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=0, max_value=MOST)


class AreaFigureForm(forms.Form):
    """A figure about the area, as its source gives it."""

    what = line(_("What the figure is"), _("For example households with children."), longest=160)
    unit = forms.ChoiceField(label=_("Counted in"), choices=FigureUnit.choices)
    value = _quoted(_("The number, as the source writes it"), _("Fourteen and a half per cent is written 14.5."))
    precision = forms.ChoiceField(label=_("How near the source says it is"), choices=FigurePrecision.choices)
    comparison = line(_("Compared with what"), _("For example above the city's mean."), required=False)
    part = _count(_("For a share: how many"), _("Without a number above, the per cent is worked out from these two."))
    whole = _count(_("For a share: of how many"))
    of_what = line(_("For a share: of what"), _("For example households."), required=False, longest=80)
    year = _year(_("Which year it is about"))
    is_forecast = forms.BooleanField(label=_("It is a forecast"), required=False)
    earlier_value = _quoted(_("The same figure earlier"))
    earlier_year = _year(_("Which year that was"), required=False)
    source = line(_("Source"), _("Who counted, where it is published, and when you read it."), longest=300)

    @property
    def draft(self) -> AreaFigureDraft:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        chosen = {"unit": FigureUnit(given["unit"]), "precision": FigurePrecision(given["precision"])}
        return AreaFigureDraft(**{**given, **chosen})


def known_figure(row: AreaFigureRow) -> dict[str, Any]:
    """What the form shows of a stored figure."""
    same = ("what", "unit", "precision", "comparison", "part", "whole", "of_what", "year", "is_forecast", "source")
    return {name: getattr(row, name) for name in (*same, "value", "earlier_value", "earlier_year")}
