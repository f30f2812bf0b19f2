"""The plan's margins as boxes to weight to: categories nobody answered in, or few did, join another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.frame import Frame, Integers
from samklang.methods.measurement.effect.plan import Margin as PlannedMargin
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.refusals import EmptyBox

LEAST = 5


def boxes_of(
    frame: Frame, table: Table, margins: Sequence[PlannedMargin]
) -> tuple[Integers, list[Margin], list[Finding]]:
    """Codes of each row in each margin, (m, p), the margins, and what was joined. Raises EmptyBox."""
    columns, made, said = [], [], []
    for planned in margins:
        labels = frame.categories[planned.column].labels
        codes = table[planned.column].astype(np.int64)
        unknown = sorted({labels[code] for code in np.unique(codes)} - set(planned.shares))
        if unknown:
            text = f"answers from '{unknown[0]}', which has no share: add it to the margin, or mend the data"
            raise EmptyBox(f"margins.{planned.column}", text)
        place = {name: index for index, name in enumerate(planned.shares)}
        own = np.array([place.get(label, -1) for label in labels], dtype=np.int64)[codes]
        joined, margin, finding = _joined(own, planned, table)
        columns.append(joined)
        made.append(margin)
        said += [finding] if finding else []
    return np.column_stack(columns), made, said


def _joined(codes: Integers, planned: PlannedMargin, table: Table) -> tuple[Integers, Margin, Finding | None]:
    """Boxes with under five answers join the box of the same margin with the fewest answers beside them."""
    names = list(planned.shares)
    answers = np.bincount(codes, weights=table.counts, minlength=len(names))
    home = list(range(len(names)))
    small: list[int] = []
    sizes = answers.astype(np.float64).copy()
    while (living := [box for box in range(len(names)) if home[box] == box]) and len(living) > 1:
        least = min(living, key=lambda box: sizes[box])
        if sizes[least] >= LEAST:
            break
        other = min((box for box in living if box != least), key=lambda box: sizes[box])
        home = [other if at == least else at for at in home]
        sizes[other] += sizes[least]
        small.append(least)
    kept = sorted(set(home))
    shares = tuple(sum(planned.shares[names[box]] for box in range(len(names)) if home[box] == at) for at in kept)
    labels = tuple("+".join(names[box] for box in range(len(names)) if home[box] == at) for at in kept)
    to = np.array([kept.index(at) for at in home], dtype=np.int64)
    said = ", ".join(names[box] for box in small)
    finding = Finding("SW01", "warning", planned.column, f"under {LEAST} answers, joined to others: {said}")
    return to[codes], Margin(planned.column, shares, labels), finding if small else None
