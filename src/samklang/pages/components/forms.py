"""How forms are drawn: every field with label, help and its own error; a summary of errors above."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils import timezone

LONGEST = 4000
# The languages people answer in, by their own names.
ANSWERED_IN = [("sv", "Svenska"), ("en", "English"), ("da", "Dansk"), ("ar", "العربية"), ("so", "Soomaali")]


class Renderer(TemplatesSetting):
    """Draws forms with the templates of components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


def day(label: Any, required: bool = True) -> forms.DateField:
    """A date, picked or typed as 2026-05-18; today until something else is chosen."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, widget=widget, input_formats=["%Y-%m-%d"], required=required, initial=timezone.localdate
    )


def words(label: Any, help_text: Any = "", required: bool = True, rows: int = 3) -> forms.CharField:
    """A few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=LONGEST, widget=widget)


def line(label: Any, help_text: Any = "", required: bool = True, longest: int = 200) -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest)


class GroupedChoices(forms.CheckboxSelectMultiple):
    """Many choices to tick, folded into groups; a group with something ticked stands open."""

    template_name = "components/grouped_choices.html"


def chosen(form: forms.Form, field: str, rows: list[tuple[Any, Any]]) -> None:
    """Give a choice its rows, once the request is known."""
    form.fields[field].choices = rows  # type: ignore[attr-defined]
