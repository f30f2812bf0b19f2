"""The area's waves: a baseline, a follow-up a year later, and one that is open now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from samklang.demo import truth
from samklang.demo.place import Places
from samklang.demo.world import Inhabitant, answers_of, later, population
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.queries import wave
from samklang.records.measurement.services import (
    add_questionnaire,
    close_wave,
    open_wave,
    plan_wave,
    record_reading,
    store_answers,
)
from samklang.records.measurement.services.answer_wave import Answer
from samklang.records.measurement.services.survey import asked_questions
from samklang.records.people.permissions import system

AREA_ITEMS = (
    "bel_01",
    "bel_02",
    "part_01",
    "home_01",
    "home_02",
    "safe_01",
    "safe_02",
    "trust_01",
    "trust_02",
    "demo_01",
    "demo_02",
    "work_01",
    "health_01",
)


def add_area_questionnaire(places: Places) -> int:
    """What everyone in the area is asked; its id."""
    return add_questionnaire(
        initiative=places.main,
        actor=system(),
        title="Hur är det i Ljungvalla?",
        purpose="Hur människor i Ljungvalla har det, före och efter det vi gör tillsammans.",
        items=AREA_ITEMS,
    )


def add_area_waves(places: Places, asked: int) -> None:
    """Baseline and follow-up, closed and released; the third is open."""
    rng = np.random.default_rng(truth.SEED)
    initiative = places.main
    people = population(rng, truth.BASELINE_ANSWERS, truth.BASELINE_RESIDENTS)
    first = planned(initiative, asked, "Baslinje 2025", 1, date(2025, 3, 3), "vt25ba")
    answered(rng, initiative, first, people)
    second = planned(initiative, asked, "Uppföljning 2026", 2, date(2026, 3, 2), "vt26up")
    answered(rng, initiative, second, later(rng, people))
    read_area(initiative, second)
    today = timezone.localdate()
    third = plan_wave(
        initiative=initiative,
        actor=system(),
        questionnaire_id=asked,
        name="Hösten 2026",
        number=3,
        opens_on=today - timedelta(days=9),
        closes_on=today + timedelta(days=60),
        results_on=today + timedelta(days=75),
        code="ljung3",
    )
    open_wave(initiative=initiative, actor=system(), wave_id=third)


def planned(
    initiative: InitiativeRef,
    questionnaire: int,
    name: str,
    number: int,
    opens_on: date,
    code: str,
    group_id: int | None = None,
) -> int:
    """A wave that was open for three weeks, planned and opened."""
    wave_id = plan_wave(
        initiative=initiative,
        actor=system(),
        questionnaire_id=questionnaire,
        name=name,
        number=number,
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=21),
        results_on=opens_on + timedelta(days=35),
        group_id=group_id,
        code=code,
    )
    open_wave(initiative=initiative, actor=system(), wave_id=wave_id)
    return wave_id


def answered(rng: np.random.Generator, initiative: InitiativeRef, wave_id: int, people: Sequence[Inhabitant]) -> None:
    """Everybody answers, and the wave is closed and released."""
    store(rng, initiative, wave_id, people)
    if close_wave(initiative=initiative, actor=system(), wave_id=wave_id) is None:
        raise RuntimeError("the audit stopped a wave of the demo: a defect in disclosure control")


def store(rng: np.random.Generator, initiative: InitiativeRef, wave_id: int, people: Sequence[Inhabitant]) -> None:
    """Everybody answers."""
    content = wave(initiative=initiative, actor=system(), wave_id=wave_id).content
    given = [_answer(rng, person, content) for person in people]
    store_answers(initiative=initiative, actor=system(), wave_id=wave_id, answers=given, how=ConsentHow.PAGE)


def _answer(rng: np.random.Generator, person: Inhabitant, content: Any) -> Answer:
    language = person.language if person.language in content["languages"] else "sv"
    questions = asked_questions(content, language, person.band)
    lives = ("yes" if person.lives_here else "no") if content["area_question"] else "skip"
    return Answer(
        answers=answers_of(rng, person, [dict(one) for one in questions]),
        language=language,
        age_band=person.band,
        consent_version=content["consent"][person.band][language]["version"],
        consent_language=language,
        lives_here=lives,
    )


def read_area(initiative: InitiativeRef, wave_id: int) -> None:
    """What the resident council said when it saw the follow-up."""
    record_reading(
        initiative=initiative,
        actor=system(),
        wave_id=wave_id,
        question="safe_01",
        read_on=date(2026, 4, 20),
        text="Det är mörkt mellan centrum och skolan sedan lamporna gick sönder i höstas. Det syns i svaren.",
        next_step="Ljungvallahem och kommunen visar en plan för belysningen på nästa möte.",
    )
    record_reading(
        initiative=initiative,
        actor=system(),
        wave_id=wave_id,
        question="bel_01",
        read_on=date(2026, 4, 20),
        text="Fler känner varandra på gårdarna där samtalsgrupperna har träffats.",
    )
