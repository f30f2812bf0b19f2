"""An initiative, and a whole thread in it, for the tests of records that need them."""

from __future__ import annotations

import pytest
from tests.personas import new_initiative
from tests.thread import Thread, whole_thread

from samklang.records.initiative.models.scoped import InitiativeRef


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


@pytest.fixture
def thread(initiative: InitiativeRef) -> Thread:
    return whole_thread(initiative)
