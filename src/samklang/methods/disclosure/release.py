"""A release: the stored buckets of every home cell and question, and nothing else that depends on answers.

Everything that is ever told of a wave is computed from it. As plain data it is the wave's manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from samklang.methods.disclosure.buckets import bucket, staircase, within_staircase
from samklang.methods.disclosure.cells import Labels, home_cells
from samklang.methods.disclosure.plan import Plan

SKIP = "skip"
# How figures are read from buckets: 1 takes each bucket alone, 2 what its whole staircase leaves of it.
FIGURES = 2
Interval = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A question as disclosure control sees it.

    steps: codes from the sensitive end of the scale to the other; sensitive: how many of the first steps are the
    sensitive set. ordered: False stores the bucket of the sensitive set only. A skip is the topmost step.
    """

    id: str
    steps: tuple[int, ...]
    sensitive: int
    ordered: bool = True

    @property
    def values(self) -> tuple[str, ...]:
        """Every value an answer can have, the skip last."""
        return (*map(str, self.steps), SKIP)

    @property
    def cuts(self) -> tuple[int, ...]:
        """How many steps stand at or below each stored cut."""
        if self.ordered:
            return tuple(range(1, len(self.steps) + 1))
        return (self.sensitive,) if self.sensitive else ()


@dataclass(frozen=True)
class StoredEstimate:
    """A model's estimate that left under the estimates' own rule, not under the proof.

    earlier: the wave compared with; value, low, high, standardised: two significant figures.
    """

    question: str
    earlier: str
    method: str
    value: float
    low: float
    high: float
    standardised: float | None = None
    derived: bool = True


@dataclass(frozen=True)
class StoredCell:
    """What is stored of one home cell. buckets: question → one interval of counts for each of its cuts."""

    id: str
    labels: tuple[Labels, ...]
    n: int
    buckets: Mapping[str, tuple[Interval, ...]]


@dataclass(frozen=True)
class StoredChange:
    """How a question changed among the linked people of a cell: buckets of how many left its sensitive set (better)
    and how many entered it (worse). earlier_cell: the same people's cell in the wave compared with.
    """

    question: str
    earlier_cell: str
    cell: str
    linked: int
    better: Interval
    worse: Interval


@dataclass(frozen=True)
class Release:
    """The whole release of a wave. changes: against the one earlier wave it is compared with; estimates: what a model
    says of that comparison, marked derived; figures: how they are read, so that a release always tells the same.
    """

    plan: Plan
    axes: tuple[str, ...]
    questions: tuple[Asked, ...]
    cells: tuple[StoredCell, ...]
    left_out: bool
    changes: tuple[StoredChange, ...] = ()
    estimates: tuple[StoredEstimate, ...] = ()
    figures: int = FIGURES

    def read(self, cell: StoredCell, question: str) -> tuple[Interval, ...]:
        """For each cut of a question, the interval its count is told from in a cell."""
        stored = cell.buckets[question]
        return stored if self.figures == 1 else within_staircase(stored)

    def question(self, identifier: str) -> Asked:
        """One of the questions. Raises KeyError."""
        return {asked.id: asked for asked in self.questions}[identifier]

    def as_manifest(self) -> dict[str, Any]:
        """The release as plain data. Changes and estimates stand there only when there are any, figures from 2."""
        more = {
            "changes": [asdict(each) for each in self.changes],
            "estimates": [asdict(each) for each in self.estimates],
        }
        return {
            "schema": "release/1",
            "plan": {"k": self.plan.k, "coalition": self.plan.coalition, "width": self.plan.width},
            "axes": list(self.axes),
            "questions": [
                {"id": asked.id, "steps": list(asked.steps), "sensitive": asked.sensitive, "ordered": asked.ordered}
                for asked in self.questions
            ],
            "cells": [
                {
                    "id": cell.id,
                    "labels": [list(labels) for labels in cell.labels],
                    "n": cell.n,
                    "buckets": {name: [list(each) for each in stored] for name, stored in cell.buckets.items()},
                }
                for cell in self.cells
            ],
            "left_out": self.left_out,
            **{name: rows for name, rows in more.items() if rows},
            **({} if self.figures == 1 else {"figures": self.figures}),
        }


def from_manifest(manifest: Mapping[str, Any]) -> Release:
    """A release read back from its manifest."""
    return Release(
        Plan(manifest["plan"]["k"], manifest["plan"]["coalition"]),
        tuple(manifest["axes"]),
        tuple(
            Asked(row["id"], tuple(row["steps"]), row["sensitive"], row["ordered"]) for row in manifest["questions"]
        ),
        tuple(
            StoredCell(
                row["id"],
                tuple(tuple(labels) for labels in row["labels"]),
                row["n"],
                {name: tuple((lo, hi) for lo, hi in stored) for name, stored in row["buckets"].items()},
            )
            for row in manifest["cells"]
        ),
        manifest["left_out"],
        tuple(
            StoredChange(**{**row, "better": tuple(row["better"]), "worse": tuple(row["worse"])})
            for row in manifest.get("changes", ())
        ),
        tuple(StoredEstimate(**row) for row in manifest.get("estimates", ())),
        manifest.get("figures", 1),
    )


def manifest_hash(manifest: Mapping[str, Any]) -> str:
    """SHA-256 of a manifest, hexadecimal; the same whatever the order of its keys."""
    text = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Row:
    """One person's answers. labels: one per axis of the plan; answers: question → code, or None for a skip."""

    labels: Labels
    answers: Mapping[str, int | None]


def protect(rows: Sequence[Row], axes: Sequence[str], questions: Sequence[Asked], plan: Plan) -> Release:
    """Split once and protect once: home cells, then a staircase of buckets for every question."""
    partition = home_cells([row.labels for row in rows], plan.k)
    members: dict[str, list[Row]] = {cell.id: [] for cell in partition.cells}
    for row in rows:
        home = partition.home[row.labels]
        if home is not None:
            members[home].append(row)
    stored = tuple(
        StoredCell(
            cell.id, cell.labels, cell.n, {asked.id: _store(members[cell.id], asked, plan) for asked in questions}
        )
        for cell in partition.cells
    )
    return Release(plan, tuple(axes), tuple(questions), stored, partition.left_out)


def value_of(row: Row, asked: Asked) -> str:
    """A person's value of a question, as the release's statements name it. A code outside the steps is a skip."""
    code = row.answers.get(asked.id)
    return str(code) if code in asked.steps else SKIP


def _store(rows: Sequence[Row], asked: Asked, plan: Plan) -> tuple[Interval, ...]:
    given = [value_of(row, asked) for row in rows]
    counts = [given.count(value) for value in asked.values]
    if asked.ordered:
        steps = staircase(counts, plan.width, asked.sensitive)
        return tuple((step.lo, step.hi) for step in steps)
    if not asked.sensitive:
        return ()
    held = bucket(sum(counts[: asked.sensitive]), len(rows), plan.width, top_coded=True)
    return ((held.lo, held.hi),)
