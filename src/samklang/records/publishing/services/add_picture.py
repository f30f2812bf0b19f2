"""Put a picture in a report's draft."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.publishing.models import Picture, Report
from samklang.records.publishing.permissions import check_is_draft, check_may_write_report

MOST_BYTES = 3_000_000
KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def add_picture(
    *, initiative: InitiativeRef, actor: Actor, number: int, data: bytes, alt: str, caption: str = ""
) -> int:
    """Store a picture; its id. Raises NotAllowed, or Refused without alt text or for another kind of file."""
    check_may_write_report(actor, initiative)
    row = Report.objects.within(initiative).filter(number=number).first()
    if row is None:
        raise NotAllowed
    check_is_draft(row)
    if not alt.strip():
        raise Refused(_("Describe the picture for those who don't see it. Without that the PDF can't be made."))
    if len(data) > MOST_BYTES:
        raise Refused(_("The picture is larger than 3 MB. Save it smaller and try again."))
    kind = next((name for sign, name in KINDS.items() if data.startswith(sign)), None)
    if kind is None:
        raise Refused(_("The file is neither a PNG nor a JPEG picture."))
    with act("add_picture", initiative=initiative, actor=actor) as deed:
        picture = Picture.objects.add(
            initiative, report=row, data=data, media_type=kind, alt=alt.strip(), caption=caption.strip()
        )
        deed.on("picture", picture.pk, row.title)
    return int(picture.pk)
