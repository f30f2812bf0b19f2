"""Forms of process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samklang.methods.process.checklists import conditions
from samklang.methods.process.standing import Grade
from samklang.methods.process.template import evidence_kind, in_language
from samklang.pages.components.forms import GroupedChoices, chosen, day, line, words
from samklang.records.agenda.queries import OutcomeRow
from samklang.records.initiative.queries import PartnerRow
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import LoopRow


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


Groups = Sequence[tuple[str, Sequence[tuple[int, str]]]]
VOICES = ("", "_2", "_3")


class DecisionForm(forms.Form):
    """A decision: the chosen option first, then what was left out. grounds: line → rows of evidence."""

    loop_id = forms.TypedChoiceField(label=_("Line"), coerce=int, required=False, empty_value=None)
    title = line(_("The decision in a few words"))
    what = words(_("What is decided"), _("A sentence that can be read out at a meeting."), rows=2)
    chosen_option = line(_("The option that was chosen"))
    other_1 = line(_("An option that was left out"), required=False)
    other_2 = line(_("Another option that was left out"), required=False)
    other_3 = line(_("A third option that was left out"), required=False)
    reasons = words(_("Reasons"))
    grounds = forms.TypedMultipleChoiceField(
        label=_("What it rests on"),
        coerce=int,
        required=False,
        widget=GroupedChoices,
        help_text=_("Open a line and tick what the decision builds on. At least one."),
    )
    decided_by = line(_("Who decided"))
    decided_on = day(_("When"))
    anchored_with = line(_("Anchored with"), _("For example the resident council."), required=False)
    anchored_words = words(_("What they said"), required=False, rows=2)
    anchored_with_2 = line(_("Second body asked"), required=False)
    anchored_words_2 = words(_("Their words"), required=False, rows=2)
    anchored_with_3 = line(_("Third body asked"), required=False)
    anchored_words_3 = words(_("The third body's words"), required=False, rows=2)
    dissent_who = line(_("Who thought otherwise"), _("Leave empty if nobody did."), required=False)
    dissent_words = words(_("In their own words"), required=False, rows=2)
    dissent_who_2 = line(_("Another who thought otherwise"), required=False)
    dissent_words_2 = words(_("In the other's words"), required=False, rows=2)
    dissent_who_3 = line(_("A third who thought otherwise"), required=False)
    dissent_words_3 = words(_("In the third's words"), required=False, rows=2)

    def __init__(self, *args: Any, loops: Sequence[LoopRow], grounds: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "loop_id", [("", _("The whole initiative")), *((row.id, row.name) for row in loops)])
        chosen(self, "grounds", list(grounds))

    @property
    def more_voices(self) -> bool:
        """Whether something is written in the folded part."""
        return any(
            self[f"{name}{place}"].value() for name in ("anchored_with", "dissent_who") for place in VOICES[1:]
        )

    def clean(self) -> dict[str, Any]:
        """Whoever spoke has said something, and words have somebody who said them."""
        given = super().clean() or {}
        for who, said in (("anchored_with", "anchored_words"), ("dissent_who", "dissent_words")):
            for place in VOICES:
                if bool(given.get(who + place)) != bool(given.get(said + place)):
                    missing = said if given.get(who + place) else who
                    self.add_error(missing + place, _("Say both who and what they said, or leave both empty."))
        return given

    def as_decision(self) -> dict[str, Any]:
        """What make_decision takes."""
        given = dict(self.cleaned_data)
        others = [given.pop(name) for name in ("other_1", "other_2", "other_3")]
        options = [{"title": given.pop("chosen_option"), "chosen": True}]
        options += [{"title": title, "chosen": False} for title in others if title]
        anchored = self._voices(given, "anchored_with", "anchored_words")
        dissent = self._voices(given, "dissent_who", "dissent_words")
        return {
            "ground_ids": given.pop("grounds"),
            **given,
            "options": options,
            "anchored": anchored,
            "dissent": dissent,
        }

    def _voices(self, given: dict[str, Any], who: str, said: str) -> list[dict[str, str]]:
        pairs = [(given.pop(who + place), given.pop(said + place)) for place in VOICES]
        return [{"who": one, "words": words_said} for one, words_said in pairs if one]


class CorrectionForm(forms.Form):
    """The wording of a decision, mended. What was decided isn't changed: that takes a new decision."""

    title = line(_("The decision in a few words"))
    what = words(_("What is decided"), rows=2)
    reasons = words(_("Reasons"))
    decided_by = line(_("Who decided"))


class BecameForm(forms.Form):
    """What came of a decision."""

    became = words(_("What came of it"), rows=2)
    became_on = day(_("Told on"))


GRADES = [
    ("unknown", _("We don't know")),
    ("well", _("Well")),
    ("partly", _("Partly")),
    ("badly", _("Badly")),
]


class ConditionsForm(forms.Form):
    """How the partners judge each question of the six conditions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "sv"
        for one in conditions():
            for place, question in enumerate(one.questions):
                label, name = in_language(question, language), in_language(one.name, language)
                self.fields[f"{one.id}-{place}"] = forms.ChoiceField(label=label, help_text=name, choices=GRADES)
        self.fields["why"] = words(_("What you saw, in a few sentences"))
        self.fields["reviewed_by"] = line(
            _("Who judged"), _("For example the steering group and the resident council.")
        )
        self.fields["reviewed_on"] = day(_("Date"))

    @property
    def grades(self) -> dict[str, list[Grade]]:
        """What was chosen, by condition."""
        given = self.cleaned_data
        return {one.id: [given[f"{one.id}-{place}"] for place in range(len(one.questions))] for one in conditions()}
