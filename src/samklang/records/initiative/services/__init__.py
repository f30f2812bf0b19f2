"""Verbs of initiative: one a file."""

from samklang.records.initiative.services.act import Deed, act
from samklang.records.initiative.services.add_area_figure import add_area_figure
from samklang.records.initiative.services.add_initiative import add_initiative
from samklang.records.initiative.services.add_member import add_member
from samklang.records.initiative.services.add_partner import add_partner
from samklang.records.initiative.services.area_figure_draft import AreaFigureDraft
from samklang.records.initiative.services.change_area_figure import change_area_figure
from samklang.records.initiative.services.change_initiative import change_initiative
from samklang.records.initiative.services.change_partner import change_partner
from samklang.records.initiative.services.erase_name import erase_name
from samklang.records.initiative.services.erase_person import erase_person
from samklang.records.initiative.services.in_turn import in_turn
from samklang.records.initiative.services.invite_member import invite_member
from samklang.records.initiative.services.names import runs_that_may_be_names
from samklang.records.initiative.services.remove_area_figure import remove_area_figure
from samklang.records.initiative.services.remove_member import remove_member
from samklang.records.initiative.services.set_up import set_up
from samklang.records.initiative.services.strike_name import Struck, words_of

__all__ = [
    "AreaFigureDraft",
    "Deed",
    "Struck",
    "act",
    "add_area_figure",
    "add_initiative",
    "add_member",
    "add_partner",
    "change_area_figure",
    "change_initiative",
    "change_partner",
    "erase_name",
    "erase_person",
    "in_turn",
    "invite_member",
    "remove_area_figure",
    "remove_member",
    "runs_that_may_be_names",
    "set_up",
    "words_of",
]
