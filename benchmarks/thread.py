"""The report as page and PDF, and the home page at ten lines, 200 decisions and 2 000 rows of evidence."""

from __future__ import annotations

from benchmarks.demo_place import build, enter, page  # first: it settles Django

from datetime import date  # isort: skip

from django.test import Client

from benchmarks.measure import line, steady
from samklang.pages.components.charts import DotAndInterval, DotRow, Estimate
from samklang.pages.components.report.blocks import figure, heading, paragraph, section
from samklang.pages.components.report.pdf import report_pdf
from samklang.records.initiative.queries import public_initiative
from samklang.records.people.permissions import system
from samklang.records.process.queries import evidence, loops
from samklang.records.process.services import make_decision, note_evidence, start_loop

DAY = date(2026, 11, 2)
LINES, DECISIONS, ROWS = 10, 200, 2000
WORDS = ("", "agenda/", "process/", "process/lines/1/", "process/decisions/", "activities/1/", "value/2/")


def grow() -> None:
    """The home page's worst case: so many lines, decisions and rows of evidence."""
    initiative, actor = public_initiative("ljungvalla").ref, system()
    known = loops(initiative=initiative, actor=actor)
    for number in range(len(known) + 1, LINES + 1):
        start_loop(
            initiative=initiative,
            actor=actor,
            outcome_id=known[0].outcome.id,
            name=f"Linje {number}",
            started_on=DAY,
        )
    for number in range(ROWS - len(evidence(initiative=initiative, actor=actor))):
        note_evidence(
            initiative=initiative,
            actor=actor,
            kind="workshop_held",
            stop="1",
            title=f"Workshop {number}",
            loop_id=known[0].id,
            dated=DAY,
        )
    ground = evidence(initiative=initiative, actor=actor)[-1].id
    for number in range(DECISIONS - 4):
        make_decision(
            initiative=initiative,
            actor=actor,
            title=f"Beslut {number}",
            what="W",
            reasons="R",
            options=[{"title": "A", "chosen": True}],
            decided_by="Styrgruppen",
            decided_on=DAY,
            ground_ids=[ground],
            anchored=[{"who": "Boenderådet", "words": "Ja"}],
        )


def long_report(charts: int = 40) -> bytes:
    """A report of so many charts, each with text and its table, as the peers were measured."""
    row = DotRow("Trygghet", Estimate(0.6, 0.52, 0.67), Estimate(0.64, 0.58, 0.7))
    parts = []
    for number in range(charts):
        drawn = DotAndInterval(
            title=f"Fråga {number}", people="191 svarade", source="Enkät", line=1, rows=(row,) * 8, smallest_n=191
        )
        text = "Bland de 191 boende som svarade är det lika många som förra gången. " * 6
        parts.append(section(f"Del {number}", paragraph(text), heading("Svaren"), figure(drawn.figure("sv"))))
    document = {
        "title": "Fyrtio bilder",
        "summary": "Text",
        "place": "Ljungvalla",
        "author": "Samklang",
        "language": "sv",
        "sections": parts,
        "foot": "Slut",
    }
    return report_pdf(document, {}, DAY)


def main() -> None:
    """Measure and print."""
    build()
    anyone, leader = Client(), enter("samira")
    for address in ("/o/ljungvalla/report/1/", "/o/ljungvalla/report/1/pdf/"):
        page(anyone, address)
    size = len(long_report())
    beside = f"{size / 1000:.0f} kB; Chromium 1.1-1.4, LibreOffice 1.5"
    line("PDF of 40 charts, text and 40 tables, UA-1 and A-2a", steady(long_report, 3), "limit 1", beside)
    for word in (*WORDS, "publishing/1/"):
        page(leader, f"/i/ljungvalla/{word}")
    grow()
    print(f"\nwith {LINES} lines, {DECISIONS} decisions and {ROWS} rows of evidence")
    for word in ("", "process/", "process/lines/1/", "process/decisions/", "process/decisions/add/"):
        page(leader, f"/i/ljungvalla/{word}")


if __name__ == "__main__":
    main()
