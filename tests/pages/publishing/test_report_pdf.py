"""The PDF is tagged and says what keeps it from being made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.thread import EMPTY_REPORT, SMALLEST_PNG

from samklang.pages.components.report.blocks import (
    bullets,
    card,
    cards,
    facts,
    figures,
    heading,
    link,
    pair,
    paragraph,
    picture,
    quote,
    section,
    unknowns,
    voices,
)
from samklang.pages.components.report.pdf import report_pdf
from samklang.records.people.permissions import Refused

DAY = date(2026, 11, 2)


def document(*blocks: Any) -> dict[str, Any]:
    return {**EMPTY_REPORT, "sections": [section("Del", *blocks, name="part")]}


def test_every_kind_of_block_can_be_printed_and_the_file_says_it_is_tagged_and_archival() -> None:
    working = link("Räkningen", "map:1", "part")
    made = report_pdf(
        document(
            paragraph("Text"),
            heading("Rubrik", "here"),
            bullets(["ett", "två"]),
            facts([("Ord", "Text")]),
            cards([card(4, "Linje", "Fynd", "Text", "Vet inte", working)]),
            figures([("9", "partner", working)]),
            pair([quote("Vi säger", "Gruppen")], [voices("Tillfrågade", [("Ja", "Rådet")])]),
            unknowns([("Påstående.", "Varför inte."), ("", "Bara text.")]),
            picture(1, "image/png", "En gård", ""),
        ),
        {1: SMALLEST_PNG},
        DAY,
    )
    assert made[:5] == b"%PDF-"
    assert [
        sign for sign in (b"/MarkInfo", b"/StructTreeRoot", b"pdfuaid:part", b"pdfaid:part") if sign not in made
    ] == []


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (report_pdf(document(paragraph("Text")), {}, DAY) for _time in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("block", "told"),
    [(picture(1, "image/png", "", ""), "alt"), (paragraph("En rad med ett tecken som saknas: \U00012000"), "font")],
    ids=["a picture without words", "a character no font has"],
)
def test_what_typst_refuses_is_told_as_something_to_mend(block: Any, told: str) -> None:
    with pytest.raises(Refused, match=told):
        report_pdf(document(block), {1: SMALLEST_PNG}, DAY)
