"""A release as pages show it: sentences, charts and what can't be said, all from stored buckets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import Release, from_manifest
from samklang.methods.disclosure.telling import Level, Telling, tell
from samklang.pages.components.charts.base import Chart
from samklang.pages.components.charts.bucket_track import BucketTrack, TrackRow
from samklang.pages.components.charts.dot_and_interval import DotAndInterval, DotRow, Estimate
from samklang.pages.components.charts.stacked import StackedDistribution, StackRow
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReadingRow, ReleaseDetail, ReleaseRow, release_details


@dataclass(frozen=True)
class AskedAbout:
    """One question with what may be told of it, and the group's own reading beside it."""

    id: str
    text: str
    told: Telling
    answers: tuple[str, ...]
    readings: tuple[ReadingRow, ...]

    @property
    def ends(self) -> str:
        """The answers counted, in short."""
        return " / ".join(self.answers)


@dataclass(frozen=True)
class ReleaseView:
    """What one reader may see of a release. level: of the whole; questions: in the order they were asked.

    charts: the first says most; before, earlier: the name of the wave before, and what it tells, if there is one.
    """

    row: ReleaseDetail
    level: Level
    people: str
    questions: tuple[AskedAbout, ...]
    charts: tuple[Chart, ...]
    whole_readings: tuple[ReadingRow, ...]
    left_out: bool
    before: str
    earlier: Mapping[str, Telling]

    @property
    def readings(self) -> tuple[AskedAbout, ...]:
        """The questions somebody has read."""
        return tuple(one for one in self.questions if one.readings)


def release_view(row: ReleaseDetail, *, public: bool, before: ReleaseDetail | None = None) -> ReleaseView:
    """Build the view. before: an earlier release of the same questions in the same population."""
    release = from_manifest(row.manifest)
    cells = resident_cells(release) if row.wave.group_id is None else None
    about = [_about(one, release, row, cells, public) for one in row.content["questions"] if one["ordered"]]
    level: Level = about[0].told.level if about else "nothing"
    people = people_in_words(about[0].told) if about else ""
    readings = tuple(one for one in row.readings if not one.question)
    earlier = _earlier(before, public)
    charts = _charts(about, row, level, people, earlier)
    name = before.wave.name if before else ""
    return ReleaseView(row, level, people, tuple(about), charts, readings, release.left_out, name, earlier)


def tells_something(row: ReleaseDetail) -> bool:
    """Whether enough people answered for the release to hold any cell."""
    return bool(row.manifest["cells"])


def first_telling(initiative: InitiativeRef, rows: Iterable[ReleaseRow], most: int) -> list[ReleaseDetail]:
    """The first of the rows that tell something, at most so many; figures after those are not read."""
    found: list[ReleaseDetail] = []
    for row in rows:
        detail = release_details(initiative=initiative, rows=[row])[0]
        if tells_something(detail):
            found.append(detail)
        if len(found) == most:
            break
    return found


def resident_cells(release: Release) -> list[str]:
    """The cells in which everybody lives in the area."""
    return [cell.id for cell in release.cells if all(labels[0] == "yes" for labels in cell.labels)]


def people_in_words(told: Telling) -> str:
    """How many answered: exactly from 100, else as a band."""
    if told.n is not None:
        return _("%(n)s answered") % {"n": told.n}
    if told.band is None:
        return ""
    return _("%(low)s–%(high)s answered") % {"low": told.band[0], "high": told.band[1]}


def question_text(one: Mapping[str, Any]) -> Mapping[str, Any]:
    """A question's wording in the reader's language, else in the first it has."""
    texts: Mapping[str, Any] = one["texts"]
    found: Mapping[str, Any] = texts.get(get_language() or "sv") or texts.get("sv") or next(iter(texts.values()))
    return found


def _about(
    one: Mapping[str, Any], release: Release, row: ReleaseDetail, cells: list[str] | None, public: bool
) -> AskedAbout:
    worded = question_text(one)
    answers = tuple(text for code, text in worded["options"] if code in one["sensitive"])
    readings = tuple(reading for reading in row.readings if reading.question == one["id"])
    return AskedAbout(one["id"], worded["text"], tell(release, one["id"], cells, public=public), answers, readings)


def _earlier(before: ReleaseDetail | None, public: bool) -> dict[str, Telling]:
    if before is None:
        return {}
    release = from_manifest(before.manifest)
    cells = resident_cells(release) if before.wave.group_id is None else None
    return {asked.id: tell(release, asked.id, cells, public=public) for asked in release.questions}


def _charts(
    about: Sequence[AskedAbout], row: ReleaseDetail, level: Level, people: str, earlier: Mapping[str, Telling]
) -> tuple[Chart, ...]:
    source = f"{row.wave.questionnaire}, {row.wave.name}"
    if level == "words":
        return (_words(about, people, source),)
    if level == "nothing":
        return ()
    charts: list[Chart] = [_shares(about, people, source, earlier)]
    if level == "exact":
        charts += _distributions(about, row, people, source)
    if level == "classes":
        charts += _classes(about, row, people, source)
    return tuple(charts)


def _words(about: Sequence[AskedAbout], people: str, source: str) -> BucketTrack:
    rows = tuple(TrackRow(one.text, one.told.word, one.ends) for one in about if one.told.level == "words")
    title = _("How many gave one of the answers named under each question")
    return BucketTrack(line=1, title=title, people=people, source=source, rows=rows)


def _shares(about: Sequence[AskedAbout], people: str, source: str, earlier: Mapping[str, Telling]) -> DotAndInterval:
    rows = []
    for one in about:
        now = one.told.sensitive_share
        old = earlier[one.id].sensitive_share if one.id in earlier else None
        if now is not None:
            before = Estimate(old.value, old.low, old.high) if old else None
            rows.append(DotRow(one.text, Estimate(now.value, now.low, now.high), before, one.ends))
    least = min(one.told.n or (one.told.band or (0, 0))[0] for one in about)
    title = _("Share of residents who gave one of the answers named under each question")
    return DotAndInterval(line=1, title=title, people=people, source=source, rows=tuple(rows), smallest_n=least)


def _classes(about: Sequence[AskedAbout], row: ReleaseDetail, people: str, source: str) -> list[Chart]:
    """Three classes, from 30 people on: the sensitive end, the middle and the other end."""
    sets: dict[tuple[str, ...], list[StackRow]] = {}
    asked = {one["id"]: one for one in row.content["questions"]}
    for one in about:
        worded = dict(question_text(asked[one.id])["options"])
        if len(one.told.classes) == 3:
            first, middle, last = (" / ".join(worded[code] for code in each.codes) for each in one.told.classes)
            total = sum(each.share.value for each in one.told.classes) or 1.0
            shares = tuple(each.share.value / total for each in one.told.classes)
            answers = (first, middle, _("%(answers)s, or no answer") % {"answers": last})
            sets.setdefault(answers, []).append(StackRow(one.text, shares))
    least = min((one.told.band or (0, 0))[0] for one in about)
    return [
        StackedDistribution(
            line=1,
            title=_("The answers in three classes"),
            people=people,
            source=source,
            answers=answers,
            rows=tuple(rows),
            n=least,
        )
        for answers, rows in sets.items()
    ]


def _distributions(about: Sequence[AskedAbout], row: ReleaseDetail, people: str, source: str) -> list[Chart]:
    """One picture for each set of answers that several questions share."""
    sets: dict[tuple[str, ...], list[StackRow]] = {}
    asked = {one["id"]: one for one in row.content["questions"]}
    for one in about:
        worded = dict(question_text(asked[one.id])["options"])
        steps = sorted((step for step in one.told.steps if step.code is not None), key=lambda step: step.code or 0)
        total = sum(step.share.value for step in one.told.steps) or 1.0
        answers = tuple(worded[step.code] for step in steps if step.code is not None)
        shares = tuple(step.share.value / total for step in steps)
        sets.setdefault(answers, []).append(StackRow(one.text, shares, max(0.0, 1 - sum(shares))))
    n = about[0].told.n or 0
    return [
        StackedDistribution(
            line=1,
            title=_("Answers from “%(first)s” to “%(last)s”") % {"first": answers[0], "last": answers[-1]},
            people=people,
            source=source,
            answers=answers,
            rows=tuple(rows),
            n=n,
        )
        for answers, rows in sets.items()
    ]
