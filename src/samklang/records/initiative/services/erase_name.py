"""Erase somebody who is only written about: who signed, was quoted, decided or spoke against."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import MANAGES_MEMBERS, check_role
from samklang.records.initiative.services.act import act
from samklang.records.initiative.services.names import Names
from samklang.records.initiative.services.strike_name import Struck, strike_name
from samklang.records.people.permissions import Actor, Refused
from samklang.records.people.services.erasure_ledger import held_ledger, note_erasure


def erase_name(*, initiative: InitiativeRef, actor: Actor, name: str, noted: bool = True) -> list[Struck]:
    """Take the name out of everything the initiative has written; what was changed. What was decided stays.

    noted: write it in the erasure ledger; not when a back-up is replayed or it is only tried. Raises NotAllowed, or
    Refused when the name stands nowhere.
    """
    check_role(actor, initiative, MANAGES_MEMBERS)
    with held_ledger(), transaction.atomic():
        with act("erase_name", initiative=initiative, actor=actor):
            struck = strike_name(initiative, Names([name]))
            if not struck:
                raise Refused(_("The name stands nowhere in what the initiative has written."))
        if noted:
            note_erasure("name", str(initiative.id), name)
    return struck
