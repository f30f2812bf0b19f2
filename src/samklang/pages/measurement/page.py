"""What the pages of measurement show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from samklang.methods.measurement.publication_plan import PART
from samklang.methods.measurement.scale_block import askable_scales
from samklang.records.activities.queries import led_groups
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.permissions import GRANTS_AUDITS, PLANS_WAVES
from samklang.records.measurement.queries import (
    QuestionnaireRow,
    WaveDetail,
    WaveRow,
    questionnaires,
    wave,
    waves,
)
from samklang.records.people.permissions import Actor


@dataclass(frozen=True)
class MeasurementPage:
    """Waves by state, and the questionnaires: title and number of questions, those of their scales counted."""

    open: list[WaveRow]
    planned: list[WaveRow]
    closed: list[WaveRow]
    questionnaires: list[tuple[str, int]]
    may_plan: bool
    may_ask: bool


@dataclass(frozen=True)
class Worded:
    """A question as the reader sees it in a list."""

    text: str
    options: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class WavePage:
    """One wave: its questions, its plan in plain words, and what can be done with it."""

    detail: WaveDetail
    questions: list[Worded]
    shown: str
    address: str
    may_grant: bool


def measurement_page(initiative: InitiativeRef, actor: Actor) -> MeasurementPage:
    """Build the index."""
    rows = waves(initiative=initiative, actor=actor)
    runs = has_role(actor, initiative, PLANS_WAVES) and (
        has_role(actor, initiative, BACKBONE) or bool(led_groups(initiative=initiative, actor=actor))
    )
    return MeasurementPage(
        [row for row in rows if row.state == WaveState.OPEN],
        [row for row in rows if row.state == WaveState.PLANNED],
        [row for row in rows if row.state in (WaveState.CLOSED, WaveState.STOPPED)],
        [(row.title, _size(row)) for row in questionnaires(initiative=initiative, actor=actor)],
        runs,
        has_role(actor, initiative, BACKBONE),
    )


def _size(row: QuestionnaireRow) -> int:
    sizes = {scale.item: scale.size for scale in askable_scales(get_language() or "sv")}
    return sum(sizes.get(item, 1) for item in row.items)


def wave_page(initiative: InitiativeRef, actor: Actor, wave_id: int, host: str) -> WavePage:
    """Build a wave's page. Raises NotAllowed."""
    detail = wave(initiative=initiative, actor=actor, wave_id=wave_id)
    questions = [_worded(one) for one in detail.content.get("questions", [])]
    may_grant = detail.row.state == WaveState.CLOSED and has_role(actor, initiative, GRANTS_AUDITS)
    return WavePage(detail, questions, _shown(detail.content), f"{host}/s/{detail.row.code}", may_grant)


def _worded(one: Mapping[str, Any]) -> Worded:
    texts = one["texts"]
    found = texts.get(get_language() or "sv") or next(iter(texts.values()))
    return Worded(found["text"], [(code, text) for code, text in found["options"]])


def _shown(content: Mapping[str, Any]) -> str:
    """The plan of publication in the words respondents are shown."""
    bands = content.get("consent", {}).get("18+", {})
    band = bands.get(get_language() or "sv") or next(iter(bands.values()), None)
    parts = band["more"] if band else []
    return " ".join(part["body"] for part in parts if part.get("part") == PART)
