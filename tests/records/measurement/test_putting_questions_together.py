"""What can't be asked together."""

from __future__ import annotations

import pytest
from django.utils import translation
from tests.personas import new_initiative

from samklang.records.measurement.models import Questionnaire
from samklang.records.measurement.services import add_questionnaire
from samklang.records.people.permissions import Refused, system

pytestmark = pytest.mark.django_db


def test_a_question_that_a_chosen_scale_also_has_is_named_and_nothing_is_stored() -> None:
    initiative, items = new_initiative(), ["safe_01", "trust_01", "instrument:trust_general"]
    with translation.override("en"), pytest.raises(Refused, match="stands twice: trust_01"):
        add_questionnaire(initiative=initiative, actor=system(), title="Läget", items=items)
    assert Questionnaire.objects.within(initiative).count() == 0
