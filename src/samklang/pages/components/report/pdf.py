"""A report's blocks as a PDF, written as PDF/UA-1 and PDF/A-2a by typst; what it refuses is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.utils.translation import gettext as _

from samklang.records.people.permissions import Refused

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


def report_pdf(document: Mapping[str, Any], pictures: Mapping[int, bytes], written_on: date) -> bytes:
    """The PDF. document: title, place, language, words and sections; the same document gives the same bytes.

    Raises Refused with what typst refused: a figure without alt text, an empty heading, a character no font has.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "report.typ").write_bytes(TEMPLATE.read_bytes())
        (root / "report.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        for picture_id, data in pictures.items():
            (root / f"picture-{picture_id}").write_bytes(data)
        noon = datetime(written_on.year, written_on.month, written_on.day, 12, tzinfo=UTC)
        try:
            made: bytes = typst.compile(
                str(root / "report.typ"),
                root=str(root),
                font_paths=[str(_font_folder(package)) for package in FONTS],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],
                timestamp=int(noon.timestamp()),
            )
        except typst.TypstError as error:
            told = "; ".join([error.message, *error.hints])
            raise Refused(_("The PDF can't be made until this is mended: %(reason)s") % {"reason": told}) from None
    return made


def _font_folder(package: str) -> Path:
    """Where an installed font package keeps its files."""
    found = find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "files"
