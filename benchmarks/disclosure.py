"""Closing and auditing: 30 questions × 10 cells × 260 people, and a wave of 388 × 20."""

from __future__ import annotations

from random import Random

from benchmarks.measure import cpu, line
from samklang.methods.disclosure.audit_material import audit_material
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.closing import close
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Row, protect


def wave(people: int, cells: int, questions: int) -> tuple[list[Row], list[Asked]]:
    """People of cells of equal size, each cell with its own lean; ten in a hundred polarised all the way."""
    rng = Random(7)
    asked = [Asked(f"q{place:02d}", (1, 2, 3, 4, 5), 2) for place in range(questions)]
    lean = [rng.choice([0.0, 1.0, *(rng.uniform(0.05, 0.9) for _ in range(8))]) for _ in range(cells)]
    rows = []
    for place in range(people):
        low = lean[place % cells]
        given = {one.id: rng.choice((1, 2)) if rng.random() < low else rng.choice((3, 4, 5, None)) for one in asked}
        rows.append(Row((f"g{place % cells:02d}",), given))
    return rows, asked


def main() -> None:
    """Print what closing and auditing cost."""
    rows, asked = wave(260, 10, 30)
    release = protect(rows, ("group",), asked, Plan())
    material = audit_material(release, rows)
    found = audit(material)
    line(
        f"audit 30 questions × 10 cells × 260 people ({found.programmes_solved} programmes)",
        cpu(lambda: audit(material)),
        "the note's prototype: 4 s",
    )
    line("split and protect the same", cpu(lambda: protect(rows, ("group",), asked, Plan())))
    rows, asked = wave(388, 6, 20)
    line("close 388 × 20 people and questions, audit included", cpu(lambda: close(rows, ("group",), asked, Plan())))
