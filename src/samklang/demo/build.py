"""Builds the demo place through the same services everybody uses. The same seed gives the same place."""

from __future__ import annotations

from django.db import transaction

from samklang.demo.groups import add_groups
from samklang.demo.people import add_people
from samklang.demo.place import add_places
from samklang.demo.survey import add_area_waves
from samklang.records.initiative.queries import public_initiatives


def place_is_built() -> bool:
    """Whether the demo place already stands in this database."""
    return bool(public_initiatives())


@transaction.atomic
def build_place() -> None:
    """Build everything, or nothing."""
    places = add_places()
    people = add_people(places)
    add_area_waves(places)
    add_groups(places, people)
