"""Forms of measurement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from samklang.methods.measurement.questionnaire import questions
from samklang.methods.measurement.scale_block import AskableScale, askable_scales
from samklang.pages.components.forms import ANSWERED_IN, day
from samklang.records.activities.queries import GroupRow
from samklang.records.measurement.queries import QuestionnaireRow


class QuestionnaireForm(forms.Form):
    """Which questions are asked together."""

    title = forms.CharField(label=_("Title"), max_length=120)
    purpose = forms.CharField(
        label=_("What it is for"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    items = forms.MultipleChoiceField(label=_("Questions"), required=False, widget=forms.CheckboxSelectMultiple)
    scales = forms.MultipleChoiceField(
        label=_("Scales"),
        required=False,
        help_text=_("In a language without a published wording the scale is left out, and the first page says so."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        rows = [one for one in questions(role="core") if one.kind == "ordered"]
        self.fields["items"].choices = [  # type: ignore[attr-defined]
            (one.id, one.wordings.get(language, one.wordings["en"])) for one in rows
        ]
        self.fields["scales"].choices = [(one.item, _scale_label(one)) for one in askable_scales(language)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The items of both lists together; at least one."""
        given = super().clean() or {}
        chosen = [*given.get("items", []), *given.pop("scales", [])]
        if not chosen and "items" not in self.errors:
            self.add_error("items", _("Choose at least one question or scale."))
        return {**given, "items": chosen}


def _scale_label(scale: AskableScale) -> str:
    names = dict(ANSWERED_IN)
    told = {"title": scale.title, "n": scale.size, "languages": ", ".join(names[one] for one in scale.languages)}
    return gettext("%(title)s: %(n)s questions, in %(languages)s") % told


class WaveForm(forms.Form):
    """A new wave."""

    questionnaire = forms.TypedChoiceField(label=_("Questionnaire"), coerce=int)
    group = forms.TypedChoiceField(label=_("Who answers"), coerce=int, required=False, empty_value=None)
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("For example Läget 2."))
    number = forms.IntegerField(label=_("Which in order"), min_value=1, max_value=99, initial=1)
    opens_on = day(_("Opens"))
    closes_on = day(_("Closes"))
    results_on = day(_("Results come"))
    coalition = forms.TypedChoiceField(
        label=_("How many may put together what they know of their own answers"),
        coerce=int,
        choices=[(1, "1"), (2, "2"), (3, "3")],
        initial=1,
        help_text=_("The more, the coarser the figures. One is enough for most."),
    )

    def __init__(
        self, *args: Any, asked: Sequence[QuestionnaireRow], groups: Sequence[GroupRow], area: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        everyone = [("", _("Everyone in the area"))] if area else []
        self.fields["questionnaire"].choices = [(row.id, row.title) for row in asked]  # type: ignore[attr-defined]
        self.fields["group"].choices = [*everyone, *((row.id, row.name) for row in groups)]  # type: ignore[attr-defined]
        self.fields["group"].required = not area


class ReadingForm(forms.Form):
    """What a group said."""

    question = forms.ChoiceField(label=_("About which question"), required=False)
    text = forms.CharField(
        label=_("What the group said lies behind it"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    next_step = forms.CharField(
        label=_("What the group wants to do next"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    read_on = day(_("When"))

    def __init__(self, *args: Any, content: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        rows = [
            (one["id"], one["texts"].get(language, next(iter(one["texts"].values())))["text"])
            for one in content["questions"]
        ]
        self.fields["question"].choices = [("", _("The whole")), *rows]  # type: ignore[attr-defined]
        self.fields["read_on"].initial = timezone.localdate()
