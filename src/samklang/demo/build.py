"""Builds the demo place through the same services everybody uses. The same seed gives the same place."""

from __future__ import annotations

from django.db import transaction

from samklang.demo.agenda import add_agenda
from samklang.demo.area import add_area_figures
from samklang.demo.groups import add_group_questionnaire, add_groups
from samklang.demo.loops import add_loops, move_trains
from samklang.demo.people import add_people
from samklang.demo.place import add_places
from samklang.demo.programmes import add_programmes, start_programmes
from samklang.demo.reports import add_reports
from samklang.demo.survey import add_area_questionnaire, add_area_waves
from samklang.demo.trunk import add_trunk
from samklang.demo.worth import add_value_maps
from samklang.records.initiative.queries import public_initiatives


def place_is_built() -> bool:
    """Whether the demo place already stands in this database."""
    return bool(public_initiatives())


@transaction.atomic
def build_place() -> None:
    """Build everything, or nothing."""
    places = add_places()
    add_area_figures(places)
    people = add_people(places)
    asked = {"kväll": add_area_questionnaire(places), "grupper": add_group_questionnaire(places)}
    add_trunk(places)
    loops = add_loops(places, add_agenda(places))
    programmes = add_programmes(places, loops)
    start_programmes(places, programmes, asked)
    add_area_waves(places, asked["kväll"])
    add_groups(places, people, asked["grupper"], programmes["grupper"])
    move_trains(places, loops)
    add_reports(places, people, add_value_maps(places, programmes))
