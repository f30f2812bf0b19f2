"""Who may read and move the process."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from samklang.methods.process.loop import Answer
from samklang.methods.process.template import in_language
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role
from samklang.records.people.permissions import Actor, Refused


def check_may_read_process(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member follows the process. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_lead_process(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone writes down decisions, moves the trains and keeps the letters. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def check_allowed(answer: Answer) -> None:
    """Raise Refused with every reason, in the reader's language."""
    if not answer.allowed:
        raise Refused(" ".join(reasons_in_words(answer)))


def reasons_in_words(answer: Answer) -> Iterable[str]:
    """The reasons as sentences in the reader's language."""
    return [in_language(reason.text, get_language() or "sv") for reason in answer.reasons]
