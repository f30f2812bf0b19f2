"""Few, about half or most: tracks in three parts of equal width, for groups too small for figures.

The public reads the smallest of them wider: few or about half, about half or most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.drawing.marks import Drawing, Mark, Rect, Row, Text
from samklang.pages.components.table import Table, table

Bucket = Literal["few", "half", "most", "few_or_half", "half_or_most"]
BUCKETS: tuple[Bucket, ...] = ("few", "half", "most")
COVERED: dict[Bucket, tuple[int, int]] = {
    "few": (0, 0),
    "half": (1, 1),
    "most": (2, 2),
    "few_or_half": (0, 1),
    "half_or_most": (1, 2),
}
# A width drawn to scale would tell n, so the three parts are always the same.
PARTS = ((0.0, 0.327), (0.3365, 0.6635), (0.673, 1.0))


def bucket_word(bucket: Bucket) -> str:
    """The word of a bucket, in the active language."""
    words = {
        "few": pgettext("bucket", "few"),
        "half": pgettext("bucket", "about half"),
        "most": pgettext("bucket", "most"),
        "few_or_half": pgettext("bucket", "few or about half"),
        "half_or_most": pgettext("bucket", "about half or most"),
    }
    return words[bucket]


@dataclass(frozen=True)
class TrackRow:
    """A statement and its bucket, or None where it can't be told."""

    label: str
    bucket: Bucket | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class BucketTrack(Chart):
    """Tracks under each other, all three words once above. ``people`` is a band such as ``12–19 answered``."""

    rows: tuple[TrackRow, ...]

    def _drawing(self) -> Drawing:
        middles = [(start + end) / 2 for start, end in PARTS]
        words = [Text(x, 14, bucket_word(own), css="t-quiet") for own, x in zip(BUCKETS, middles, strict=True)]
        head = Row(height=22, marks=tuple(words), kind="guide")
        rows = [Row(row.label, row.note, 50, self._track(row), self._said(row)) for row in self.rows]
        return Drawing((head, *rows))

    def _track(self, row: TrackRow) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        first, last = COVERED[row.bucket] if row.bucket else (0, -1)
        for place, (start, end) in enumerate(PARTS):
            if not first <= place <= last:
                marks.append(Rect(start, end, 12, 8, "edge-hair", radius=4))
        if row.bucket:
            start, end = PARTS[first][0], PARTS[last][1]
            marks.append(Rect(start, end, 8, 16, f"fill-{self.line}", radius=8))
            marks.append(Text((start + end) / 2, 41, bucket_word(row.bucket), css="t-strong"))
        else:
            marks.append(Text(0.5, 41, _("can't be told"), css="t-quiet"))
        return tuple(marks)

    def _said(self, row: TrackRow) -> str:
        return f"{row.label}: {_told(row.bucket)}"

    def _table(self) -> Table:
        rows = [(row.label, _told(row.bucket)) for row in self.rows]
        return table(self.title, (_("Statement"), _("How many")), rows)


def _told(bucket: Bucket | None) -> str:
    return bucket_word(bucket) if bucket else _("can't be told")
