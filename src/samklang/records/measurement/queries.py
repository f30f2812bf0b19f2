"""What may be read about questionnaires, waves, releases and readings. Answers themselves are never read here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.utils import timezone

from samklang.records.activities.queries import GroupRow, visible_groups
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_role
from samklang.records.initiative.queries import initiative_by_id
from samklang.records.measurement.enums import Population, WaveState
from samklang.records.measurement.models import (
    AuditGrant,
    FollowUpPlan,
    Questionnaire,
    Reading,
    Release,
    Response,
    Wave,
    Withdrawal,
)
from samklang.records.measurement.permissions import (
    GRANTS_AUDITS,
    View,
    check_may_read_measurement,
    may_run_wave,
    view_of,
)
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.people.queries import people_by_id

# So many characters of a hash name a release.
HASH_PREFIX = 8


@dataclass(frozen=True)
class QuestionnaireRow:
    """Questions asked together."""

    id: int
    title: str
    purpose: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class WaveRow:
    """A wave as lists show it. enough: whether answers enough to tell anything have come; never how many."""

    id: int
    name: str
    number: int
    code: str
    state: WaveState
    population: Population
    group_id: int | None
    group: str
    questionnaire: str
    opens_on: date
    closes_on: date
    results_on: date | None
    enough: bool
    may_run: bool
    view: View | None


@dataclass(frozen=True)
class WaveDetail:
    """A wave with its frozen content and its plan of publication."""

    row: WaveRow
    plan: Mapping[str, Any]
    content: Mapping[str, Any]
    content_hash: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class ReadingRow:
    """What a group said lies behind its numbers."""

    id: int
    question: str
    text: str
    next_step: str
    read_on: date


@dataclass(frozen=True)
class ReleaseRow:
    """That a closed wave has told something, with its readings: enough for a list."""

    id: int
    wave: WaveRow
    hash: str
    released_on: date
    readings: tuple[ReadingRow, ...]


@dataclass(frozen=True)
class ReleaseDetail(ReleaseRow):
    """What it has told. manifest: the stored buckets, nothing else is known; content: questions, languages."""

    manifest: Mapping[str, Any]
    content: Mapping[str, Any]


@dataclass(frozen=True)
class FollowUpRow:
    """How a programme is followed up."""

    programme_id: int
    questionnaire: str
    when: str
    compared_with: str
    responsible: str


@dataclass(frozen=True)
class WithdrawnRow:
    """A release that isn't shown any more, and why."""

    wave_id: int
    wave: str
    hash: str
    reason: str
    withdrawn_on: date


@dataclass(frozen=True)
class AuditGrantRow:
    """Who has let an evaluator in to a release's audit input. second: empty until two people have said yes."""

    evaluator_id: int
    first: str
    second: str
    until: date


@dataclass(frozen=True)
class ReleaseName:
    """A release as the command line names it: by its wave's code or its own hash."""

    initiative: InitiativeRef
    wave_id: int
    code: str
    wave: str
    hash: str


@dataclass(frozen=True)
class WaveStatus:
    """What anyone holding a wave's receipt may know."""

    name: str
    initiative: InitiativeRef
    state: WaveState
    closes_on: date
    results_on: date | None
    group_wave: bool
    readings: int
    release_hash: str


@dataclass(frozen=True)
class OpenWave:
    """A wave one can answer now."""

    code: str
    name: str


def questionnaires(*, initiative: InitiativeRef, actor: Actor) -> list[QuestionnaireRow]:
    """The initiative's questionnaires, by title."""
    check_may_read_measurement(actor, initiative)
    return [_questionnaire(row) for row in Questionnaire.objects.within(initiative)]


def questionnaire(*, initiative: InitiativeRef, actor: Actor, questionnaire_id: int) -> QuestionnaireRow:
    """One questionnaire. Raises NotAllowed, also when unknown."""
    check_may_read_measurement(actor, initiative)
    row = Questionnaire.objects.within(initiative).filter(pk=questionnaire_id).first()
    if row is None:
        raise NotAllowed
    return _questionnaire(row)


def _questionnaire(row: Questionnaire) -> QuestionnaireRow:
    return QuestionnaireRow(row.pk, row.title, row.purpose, tuple(row.items))


def waves(*, initiative: InitiativeRef, actor: Actor) -> list[WaveRow]:
    """All waves the actor may know of, newest first; a group's only to those who may see its figures."""
    check_may_read_measurement(actor, initiative)
    groups = {group.id: group for group in visible_groups(initiative=initiative, actor=actor)}
    # The frozen content is large, and a row says nothing of it.
    rows = Wave.objects.within(initiative).select_related("questionnaire", "group").defer("content")
    seen = [row for row in rows if row.group_id is None or row.group_id in groups]
    enough = _enough(initiative, seen)
    return [
        _wave(
            row,
            code=row.code,
            enough=row.pk in enough,
            may_run=may_run_wave(actor, initiative, row.population, row.group_id),
            view=view_of(actor, initiative, row),
        )
        for row in seen
    ]


def wave(*, initiative: InitiativeRef, actor: Actor, wave_id: int) -> WaveDetail:
    """One wave. Raises NotAllowed, also when unknown."""
    found = next((row for row in waves(initiative=initiative, actor=actor) if row.id == wave_id), None)
    if found is None:
        raise NotAllowed
    row = Wave.objects.within(initiative).select_related("questionnaire").get(pk=wave_id)
    return WaveDetail(found, row.plan, row.content, row.content_hash, tuple(row.questionnaire.items))


def _enough(initiative: InitiativeRef, rows: list[Wave]) -> frozenset[int]:
    """Ids of open waves with answers enough. One query for all of them."""
    wanted = {row.pk: int(row.plan.get("k", 8)) for row in rows if row.state == WaveState.OPEN}
    counts: dict[int, int] = {}
    for wave_id in Response.objects.within(initiative).filter(wave_id__in=wanted).values_list("wave_id", flat=True):
        counts[wave_id] = counts.get(wave_id, 0) + 1
    return frozenset(wave_id for wave_id, count in counts.items() if count >= wanted[wave_id])


def _wave(
    row: Wave, *, code: str = "", enough: bool = False, may_run: bool = False, view: View | None = "public"
) -> WaveRow:
    """As anyone may know of it, unless more is said."""
    return WaveRow(
        id=row.pk,
        name=row.name,
        number=row.number,
        code=code,
        state=WaveState(row.state),
        population=Population(row.population),
        group_id=row.group_id,
        group=row.group.name if row.group else "",
        questionnaire=row.questionnaire.title,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        results_on=row.results_on,
        enough=enough,
        may_run=may_run,
        view=view,
    )


def releases(*, initiative: InitiativeRef, actor: Actor) -> list[ReleaseRow]:
    """Every release the actor may see something of, newest first, with its readings."""
    seen = {row.id: row for row in waves(initiative=initiative, actor=actor) if row.view}
    rows = Release.objects.within(initiative).filter(wave_id__in=seen, withdrawal__isnull=True).defer("manifest")
    readings = _readings(initiative)
    return [
        ReleaseRow(row.pk, seen[row.wave_id], row.hash, row.released_on, tuple(readings.get(row.pk, ())))
        for row in rows.order_by("-wave__closes_on")
    ]


def release_details(*, initiative: InitiativeRef, rows: Sequence[ReleaseRow]) -> list[ReleaseDetail]:
    """Releases with their figures, in the order given. They are large: ask for those the page tells of."""
    # Most of a wave's content is its consent in every language, which nobody reads a release for.
    asked = F("wave__content__questions"), F("wave__content__languages")
    found = Release.objects.within(initiative).filter(pk__in=[row.id for row in rows])
    told = {one[0]: one[1:] for one in found.values_list("pk", "manifest", *asked)}
    return [_detail(row, *told[row.id]) for row in rows]


def _readings(initiative: InitiativeRef) -> dict[int, list[ReadingRow]]:
    found: dict[int, list[ReadingRow]] = {}
    for row in Reading.objects.within(initiative):
        reading = ReadingRow(row.pk, row.question, row.text, row.next_step, row.read_on)
        found.setdefault(row.release_id, []).append(reading)
    return found


def _detail(row: ReleaseRow, manifest: Any, questions: Any, languages: Any) -> ReleaseDetail:
    content = {"questions": questions, "languages": languages}
    return ReleaseDetail(row.id, row.wave, row.hash, row.released_on, row.readings, manifest, content)


def public_release_rows(initiative: InitiativeRef) -> list[ReleaseRow]:
    """The releases anyone may read of in the public view: the area's and the groups', newest first."""
    large = ("manifest", "wave__content", "wave__plan", "wave__questionnaire__items")
    rows = Release.objects.within(initiative).filter(withdrawal__isnull=True).defer(*large)
    rows = rows.select_related("wave__questionnaire", "wave__group").order_by("-wave__closes_on")
    readings = _readings(initiative)
    return [
        ReleaseRow(row.pk, _wave(row.wave), row.hash, row.released_on, tuple(readings.get(row.pk, ())))
        for row in rows
    ]


def public_releases(initiative: InitiativeRef) -> list[ReleaseDetail]:
    """The same with their figures, for what is worked out from all of them."""
    return release_details(initiative=initiative, rows=public_release_rows(initiative))


def wave_status(code: str) -> WaveStatus:
    """What a receipt's holder may know of a wave. Raises NotAllowed for an unknown code."""
    row = Wave.objects.across("a receipt or code names the wave").filter(code=code).first()
    if row is None:
        raise NotAllowed
    initiative = initiative_by_id(row.initiative_id)
    readings = Reading.objects.within(initiative).filter(release__wave_id=row.pk).count()
    return WaveStatus(
        row.name,
        initiative,
        WaveState(row.state),
        row.closes_on,
        row.results_on,
        row.population == Population.GROUP,
        readings,
        Release.objects.within(initiative).filter(wave_id=row.pk).values_list("hash", flat=True).first() or "",
    )


def open_waves_of(slug: str) -> list[OpenWave]:
    """The area waves one can answer now in an open initiative; for its open page and the demo."""
    rows = Wave.objects.across("open waves of a public initiative").filter(
        initiative__slug=slug,
        initiative__is_public=True,
        state=WaveState.OPEN,
        population=Population.AREA,
        opens_on__lte=timezone.localdate(),
        closes_on__gte=timezone.localdate(),
    )
    return [OpenWave(row.code, row.name) for row in rows]


def visible_wave_groups(*, initiative: InitiativeRef, actor: Actor) -> list[GroupRow]:
    """The groups whose waves the actor may know of."""
    return visible_groups(initiative=initiative, actor=actor)


def follow_up_plans(*, initiative: InitiativeRef, actor: Actor) -> list[FollowUpRow]:
    """How each programme is followed up."""
    check_may_read_measurement(actor, initiative)
    rows = FollowUpPlan.objects.within(initiative).select_related("questionnaire")
    return [
        FollowUpRow(row.programme_id, row.questionnaire.title, row.when, row.compared_with, row.responsible)
        for row in rows
    ]


def withdrawn_releases(initiative: InitiativeRef) -> list[WithdrawnRow]:
    """The releases taken back, for what used them: reports say so to anyone."""
    rows = Withdrawal.objects.within(initiative).select_related("release__wave")
    rows = rows.defer("release__manifest", "release__wave__content")
    return [
        WithdrawnRow(row.release.wave_id, row.release.wave.name, row.release.hash, row.reason, row.withdrawn_on)
        for row in rows
    ]


def audit_grants(*, initiative: InitiativeRef, actor: Actor, wave_id: int) -> list[AuditGrantRow]:
    """The grants of a wave's audit input that still hold, newest first. Raises NotAllowed."""
    check_role(actor, initiative, GRANTS_AUDITS)
    rows = list(
        AuditGrant.objects.within(initiative).filter(release__wave_id=wave_id, until__gte=timezone.localdate())
    )
    people = people_by_id(one for row in rows for one in (row.first_by_id, row.second_by_id) if one)
    names = {number: person.name for number, person in people.items()}
    return [
        AuditGrantRow(row.evaluator_id, names[row.first_by_id], names.get(row.second_by_id or 0, ""), row.until)
        for row in rows
    ]


def find_release(name: str) -> ReleaseName:
    """The release a name means: its wave's code, or the beginning of its hash. Raises NotAllowed.

    For the command line, which has no initiative yet.
    """
    found = [
        row for row in release_names() if name == row.code or (len(name) >= HASH_PREFIX and row.hash.startswith(name))
    ]
    if len(found) != 1:
        raise NotAllowed
    return found[0]


def release_names() -> list[ReleaseName]:
    """Every release of the installation by the names the command line knows it by, newest first."""
    rows = Release.objects.across("the command line names releases").select_related("wave").order_by("-pk")
    rows = rows.defer("manifest", "wave__content")
    refs = {row.initiative_id: initiative_by_id(row.initiative_id) for row in rows}
    return [ReleaseName(refs[row.initiative_id], row.wave_id, row.wave.code, row.wave.name, row.hash) for row in rows]
