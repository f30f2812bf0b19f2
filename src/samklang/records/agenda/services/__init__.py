"""Verbs of agenda: one a file."""

from samklang.records.agenda.services.add_need import add_need
from samklang.records.agenda.services.add_outcome import add_outcome
from samklang.records.agenda.services.add_stakeholder import add_stakeholder
from samklang.records.agenda.services.add_target_group import add_target_group
from samklang.records.agenda.services.change_need import change_need
from samklang.records.agenda.services.change_outcome import change_outcome
from samklang.records.agenda.services.change_stakeholder import change_stakeholder
from samklang.records.agenda.services.change_target_group import change_target_group
from samklang.records.agenda.services.check_outcome import check_outcome
from samklang.records.agenda.services.rank_outcomes import rank_outcomes
from samklang.records.agenda.services.remove_need import remove_need
from samklang.records.agenda.services.remove_outcome import remove_outcome
from samklang.records.agenda.services.remove_stakeholder import remove_stakeholder
from samklang.records.agenda.services.remove_target_group import remove_target_group

__all__ = [
    "add_need",
    "add_outcome",
    "add_stakeholder",
    "add_target_group",
    "change_need",
    "change_outcome",
    "change_stakeholder",
    "change_target_group",
    "check_outcome",
    "rank_outcomes",
    "remove_need",
    "remove_outcome",
    "remove_stakeholder",
    "remove_target_group",
]
