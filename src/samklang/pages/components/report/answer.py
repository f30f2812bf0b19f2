"""A report's PDF and pictures as answers to a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from samklang.pages.components.report.pdf import report_pdf
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import NotAllowed
from samklang.records.publishing.queries import ReportRow, pictures


def pdf_answer(initiative: InitiativeRef, row: ReportRow, document: Mapping[str, Any]) -> HttpResponse:
    """The PDF of a document. Raises Refused with what keeps it from being made."""
    found = {one.id: one.data for one in pictures(initiative=initiative, report_id=row.id)}
    made = report_pdf(document, found, row.published_on or timezone.localdate())
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{initiative.slug}-{row.number}.pdf"'
    return answer


def picture_answer(initiative: InitiativeRef, row: ReportRow, picture_id: int) -> HttpResponse:
    """One picture. Raises NotAllowed when the report has no such picture."""
    rows = pictures(initiative=initiative, report_id=row.id)
    found = next((one for one in rows if one.id == picture_id), None)
    if found is None:
        raise NotAllowed
    return HttpResponse(found.data, content_type=found.media_type)
