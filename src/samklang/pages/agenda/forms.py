"""Forms of agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samklang.methods.measurement.questionnaire import questions
from samklang.methods.process.checklists import Check
from samklang.methods.process.template import in_language
from samklang.pages.components.forms import chosen, day, line, words
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.queries import OutcomeRow, TargetGroupRow

STEPS = [(step, str(step)) for step in range(1, 6)]


class NeedForm(forms.Form):
    """A need with its grounds and their gap."""

    title = line(_("The need in one sentence"))
    text = words(_("What it is like today"))
    grounds = words(_("What says so"), _("Surveys, statistics, conversations: with dates."))
    gap = words(_("What the grounds don't show"), _("Whom you haven't heard, what nobody has counted."))
    target_group = forms.TypedChoiceField(label=_("Whom it is about"), coerce=int, required=False, empty_value=None)
    seen_on = day(_("Written down on"))

    def __init__(self, *args: Any, groups: Sequence[TargetGroupRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "target_group", [("", _("Everyone")), *((row.id, row.name) for row in groups)])


class TargetGroupForm(forms.Form):
    """People needs are about."""

    name = line(_("Name"), longest=120)
    about = words(_("Who they are"), required=False)
    size = forms.IntegerField(label=_("About how many"), required=False, min_value=1, max_value=1_000_000)


class OutcomeForm(forms.Form):
    """A change one wants to see."""

    title = line(_("The change in one sentence"), _("More … or fewer …, and who."))
    phenomenon = line(_("Phenomenon"), _("What it is about: safety, trust, belonging."), longest=120)
    indicator = line(_("Indicator"), _("A sign of it that can be asked, counted or observed."))
    question = forms.ChoiceField(label=_("Question that asks it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        rows = [one for one in questions(role="core") if one.kind == "ordered"]
        named = [(one.id, one.wordings.get(language, one.wordings["en"])) for one in rows]
        chosen(self, "question", [("", _("None: it is counted or observed")), *named])


class CheckForm(forms.Form):
    """One of the four checks of an outcome."""

    check = forms.ChoiceField(label=_("Check"))
    holds = forms.TypedChoiceField(
        label=_("Does it hold?"), coerce=lambda given: given == "yes", choices=[("yes", _("Yes")), ("no", _("No"))]
    )
    note = words(_("Why"), rows=2)

    def __init__(self, *args: Any, checks: Sequence[Check], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        chosen(self, "check", [(one.id, in_language(one.text, language)) for one in checks])


class StakeholderForm(forms.Form):
    """A stakeholder on the board."""

    name = line(_("Name"), longest=120)
    stake = words(_("What is at stake for them"), required=False, rows=2)
    lean = forms.ChoiceField(label=_("How they stand to the work"), choices=Lean.choices)
    contact = forms.TypedChoiceField(label=_("Contact with us, 1 little – 5 much"), coerce=int, choices=STEPS)
    influence = forms.TypedChoiceField(label=_("Influence, 1 little – 5 much"), coerce=int, choices=STEPS)


class RankForm(forms.Form):
    """The order of the outcomes: a place for each, and how many go ahead."""

    ahead = forms.IntegerField(label=_("How many go ahead now"), min_value=1, max_value=20, initial=1)

    def __init__(self, *args: Any, rows: Sequence[OutcomeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[f"place_{row.id}"] = forms.IntegerField(
                label=row.title, required=False, min_value=1, max_value=99, help_text=_("Leave empty if not ranked.")
            )

    @property
    def order(self) -> list[int]:
        """The outcomes' ids in the order given."""
        placed = [(self.cleaned_data[f"place_{row.id}"], row.id) for row in self.rows]
        return [row_id for place, row_id in sorted(pair for pair in placed if pair[0])]
