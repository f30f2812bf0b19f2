"""Forms of people."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class AccountForm(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, help_text=_("As the others in your initiatives see it.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
