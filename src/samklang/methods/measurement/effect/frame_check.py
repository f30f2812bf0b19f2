"""A plan held against its answers: waves, people asked, boxes, and numbers that look like codes for no answer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.frame import Frame, Numbers
from samklang.methods.measurement.effect.plan import Margin, Plan

NON_ANSWERS = (97.0, 98.0, 99.0, 997.0, 998.0, 999.0)


def check_frame(plan: Plan, frame: Frame) -> tuple[Finding, ...]:
    """Findings: EE06 a wave without rows, EE07 fewer asked than have rows, EE08 answers from a box without a share,
    EW05 numbers that look like codes for no answer, EW06 a column held equal in which nobody differs."""
    found = (_waves, _asked, _boxes, _codes, _held_equal)
    return tuple(finding for check in found for finding in check(plan, frame))


def _waves(plan: Plan, frame: Frame) -> Iterator[Finding]:
    known = ", ".join(str(wave) for wave in frame.waves)
    for name, wave in (("before", plan.before), ("after", plan.after)):
        if wave is not None and wave not in frame.waves:
            yield Finding("EE06", "error", f"waves.{name}", f"no row is of wave {wave}; the data have {known}")


def _asked(plan: Plan, frame: Frame) -> Iterator[Finding]:
    for wave, asked in plan.asked.items():
        rows = int((frame.wave == wave).sum())
        if asked < rows:
            text = f"{asked} people asked, but {rows} have a row in wave {wave}; count everybody who was asked"
            yield Finding("EE07", "error", f"asked.{wave}", text)


def _boxes(plan: Plan, frame: Frame) -> Iterator[Finding]:
    for margin in plan.margins:
        column = frame.categories.get(margin.column)
        answered = () if column is None else [column.labels[code] for code in np.unique(column.codes) if code >= 0]
        for label in answered:
            if not margin.shares.get(label):
                yield _box(margin, label)


def _box(margin: Margin, label: str) -> Finding:
    known = ", ".join(name for name, share in margin.shares.items() if share)
    text = f"answers from '{label}', which has no share above 0; the margin has {known}: add it, or mend the data"
    return Finding("EE08", "error", f"margins.{margin.column}", text)


def _codes(plan: Plan, frame: Frame) -> Iterator[Finding]:
    scales = {indicator.id for indicator in plan.indicators} | {each.then for each in plan.indicators}
    for name, column in {**frame.numbers, "dose": frame.dose}.items():
        number, code, most = _suspicious(column)
        if number:
            advice = "declare it in missing_codes" if name in scales else "leave those cells empty"
            text = f"{code:g} stands {number} times and nothing else lies above {most:g}; if it means no answer, "
            yield Finding("EW05", "warning", f"column '{name}'", text + advice)


def _held_equal(plan: Plan, frame: Frame) -> Iterator[Finding]:
    for name in plan.adjust:
        if name in frame.categories:
            told = len(np.unique(frame.categories[name].codes))
        else:
            told = len(np.unique(frame.numbers[name]))
        if told < 2:
            text = f"'{name}' is the same for everybody, or empty, so nothing is held equal by it; take it out"
            yield Finding("EW06", "warning", "adjust", text)


def _suspicious(column: Numbers) -> tuple[int, float, float]:
    """How often the commonest suspicious code stands, the code, and the greatest number that is no code; or 0s.

    Suspicious is one of 97–99 and 997–999 that stands alone above the other numbers: all of them at most half of it
    or, where it stands more than once, at most four fifths: a heap behind a gap of a fifth of its own height (for 99,
    nothing from 80 to 96, nor above 99). Ages and percentages that go up to the code have numbers in that gap, or
    above it. The fifth is our rule of thumb, and gives no more than a warning: on a scale that reaches the code,
    numbers alone can't tell a code from an answer.
    """
    known = column[np.isfinite(column)]
    coded = np.isin(known, NON_ANSWERS)
    if not coded.any() or coded.all():
        return 0, 0.0, 0.0
    codes, often = np.unique(known[coded], return_counts=True)
    most = float(known[~coded].max())
    often[~((2 * most <= codes) | ((often > 1) & (5 * most <= 4 * codes)))] = 0
    place = int(np.argmax(often))
    return int(often[place]), float(codes[place]), most
