"""Forms of process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samklang.methods.process.template import evidence_kind, in_language
from samklang.pages.components.forms import chosen, day, line, words
from samklang.records.agenda.queries import OutcomeRow
from samklang.records.initiative.queries import PartnerRow
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import EvidenceRow, LoopRow


class EvidenceForm(forms.Form):
    """Something that exists at a stop, written down by hand."""

    kind = forms.ChoiceField(label=_("What it is"))
    title = line(_("In a few words"), _("For example “Workshop in the hall, 23 residents”."))
    dated = day(_("Date"))

    def __init__(self, *args: Any, kinds: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        chosen(self, "kind", [(kind, in_language(evidence_kind(kind).name, language)) for kind in kinds])


class LoopForm(forms.Form):
    """A new line on the map."""

    outcome_id = forms.TypedChoiceField(label=_("For which outcome"), coerce=int)
    name = line(_("What the line is called"), _("Two or three words."), longest=60)
    started_on = day(_("Starts"))

    def __init__(self, *args: Any, rows: Sequence[OutcomeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "outcome_id", [(row.id, row.title) for row in rows])


class CharterForm(forms.Form):
    """A new version of what the shared stops agreed."""

    kind = forms.ChoiceField(label=_("What was adopted"), choices=CharterKind.choices)
    text = words(_("The text"), rows=6)
    adopted_on = day(_("Adopted on"))


class LetterForm(forms.Form):
    """A partner's letter of intent."""

    partner_id = forms.TypedChoiceField(label=_("Partner"), coerce=int)
    text = words(_("What the partner commits to"))
    signed_on = day(_("Signed on"))

    def __init__(self, *args: Any, partners: Sequence[PartnerRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "partner_id", [(row.id, row.name) for row in partners])


class DecisionForm(forms.Form):
    """A decision: the chosen option first, then what was left out."""

    loop_id = forms.TypedChoiceField(label=_("Line"), coerce=int, required=False, empty_value=None)
    title = line(_("The decision in a few words"))
    what = words(_("What is decided"), _("A sentence that can be read out at a meeting."), rows=2)
    chosen_option = line(_("The option that was chosen"))
    other_1 = line(_("An option that was left out"), required=False)
    other_2 = line(_("Another option that was left out"), required=False)
    reasons = words(_("Reasons"))
    grounds = forms.TypedMultipleChoiceField(
        label=_("What it rests on"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    decided_by = line(_("Who decided"))
    decided_on = day(_("When"))
    anchored_with = line(_("Anchored with"), required=False)
    anchored_words = words(_("What they said"), required=False, rows=2)
    dissent_who = line(_("Who thought otherwise"), _("Leave empty if nobody did."), required=False)
    dissent_words = words(_("In their own words"), required=False, rows=2)

    def __init__(self, *args: Any, loops: Sequence[LoopRow], evidence: Sequence[EvidenceRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "loop_id", [("", _("The whole initiative")), *((row.id, row.name) for row in loops)])
        chosen(self, "grounds", [(row.id, row.title) for row in evidence if not row.withdrawn])

    def as_decision(self) -> dict[str, Any]:
        """What make_decision takes."""
        given = dict(self.cleaned_data)
        others = [given.pop("other_1"), given.pop("other_2")]
        options = [{"title": given.pop("chosen_option"), "chosen": True}]
        options += [{"title": title, "chosen": False} for title in others if title]
        anchored = {"who": given.pop("anchored_with"), "words": given.pop("anchored_words")}
        dissent = {"who": given.pop("dissent_who"), "words": given.pop("dissent_words")}
        grounds = given.pop("grounds")
        return {
            **given,
            "ground_ids": grounds,
            "options": options,
            "anchored": [anchored] if anchored["who"] else [],
            "dissent": [dissent] if dissent["who"] else [],
        }


class BecameForm(forms.Form):
    """What came of a decision."""

    became = words(_("What came of it"), rows=2)
    became_on = day(_("Told on"))
