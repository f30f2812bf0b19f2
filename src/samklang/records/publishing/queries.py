"""What may be read of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_initiative
from samklang.records.measurement.queries import WithdrawnRow, withdrawn_releases
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.publishing.enums import ReportState, SigningBody
from samklang.records.publishing.models import Picture, Report, SignOff
from samklang.records.publishing.permissions import check_may_read_reports, may_read_report


@dataclass(frozen=True)
class SignOffRow:
    """A body's signature."""

    body: SigningBody
    signed_on: date


@dataclass(frozen=True)
class PictureRow:
    """A picture of a report."""

    id: int
    data: bytes
    media_type: str
    alt: str
    caption: str


@dataclass(frozen=True)
class ReportRow:
    """A report. withdrawn: releases it uses that have been taken back since; content: empty in a list of reports."""

    id: int
    number: int
    title: str
    summary: str
    way_forward: str
    value_map_id: int | None
    state: ReportState
    content: Mapping[str, Any]
    content_hash: str
    uses: tuple[Mapping[str, str], ...]
    published_on: date | None
    signed: tuple[SignOffRow, ...]
    withdrawn: tuple[WithdrawnRow, ...]

    @property
    def published(self) -> bool:
        """Whether anyone may read it."""
        return self.state == ReportState.PUBLISHED


def reports(*, initiative: InitiativeRef, actor: Actor) -> list[ReportRow]:
    """The reports the actor may read, newest first."""
    check_may_read_reports(actor, initiative)
    return [row for row in _all(initiative) if may_read_report(actor, initiative, row.state)]


def report(*, initiative: InitiativeRef, actor: Actor, number: int) -> ReportRow:
    """One report. Raises NotAllowed, also when unknown."""
    check_may_read_reports(actor, initiative)
    row = _whole(initiative, number)
    if not may_read_report(actor, initiative, row.state):
        raise NotAllowed
    return row


def pictures(*, initiative: InitiativeRef, report_id: int) -> list[PictureRow]:
    """A report's pictures, for whoever may already read the report."""
    return [
        PictureRow(row.pk, bytes(row.data), row.media_type, row.alt, row.caption)
        for row in Picture.objects.within(initiative).filter(report_id=report_id)
    ]


def public_reports(initiative: InitiativeRef) -> list[ReportRow]:
    """The published reports, newest first."""
    return [row for row in _all(initiative) if row.published]


def reports_using(initiative: InitiativeRef, release_hash: str) -> list[ReportRow]:
    """The published reports built from a release, newest first: what became of the answers."""
    rows = public_reports(initiative) if release_hash else []
    return [row for row in rows if release_hash in {one["hash"] for one in row.uses}]


def public_report(slug: str, number: int) -> tuple[InitiativeRef, ReportRow]:
    """One published report of an open initiative. Raises NotAllowed, also when unknown."""
    initiative = public_initiative(slug).ref
    row = _whole(initiative, number)
    if not row.published:
        raise NotAllowed
    return initiative, row


def _whole(initiative: InitiativeRef, number: int) -> ReportRow:
    """One report with its content. Raises NotAllowed when there is none such."""
    row = Report.objects.within(initiative).filter(number=number).first()
    if row is None:
        raise NotAllowed
    return _row(row, row.content, _signatures(initiative).get(row.pk, []), withdrawn_releases(initiative))


def _all(initiative: InitiativeRef) -> list[ReportRow]:
    """Every report without its content, which is large: every language with every picture."""
    signatures, taken_back = _signatures(initiative), withdrawn_releases(initiative)
    rows = Report.objects.within(initiative).defer("content")
    return [_row(row, {}, signatures.get(row.pk, []), taken_back) for row in rows]


def _signatures(initiative: InitiativeRef) -> dict[int, list[SignOffRow]]:
    found: dict[int, list[SignOffRow]] = {}
    for one in SignOff.objects.within(initiative):
        found.setdefault(one.report_id, []).append(SignOffRow(SigningBody(one.body), one.signed_on))
    return found


def _row(
    row: Report, content: Mapping[str, Any], signed: list[SignOffRow], taken_back: list[WithdrawnRow]
) -> ReportRow:
    used = {one["hash"] for one in row.uses}
    return ReportRow(
        row.pk,
        row.number,
        row.title,
        row.summary,
        row.way_forward,
        row.value_map_id,
        ReportState(row.state),
        content,
        row.content_hash,
        tuple(row.uses),
        row.published_on,
        tuple(signed),
        tuple(one for one in taken_back if one.hash in used),
    )
