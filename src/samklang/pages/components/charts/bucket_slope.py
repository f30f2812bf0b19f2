"""Waves 1, 2, 3 of a small group: a slope between buckets, each mark in its bucket's middle whatever was answered."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from samklang.pages.components.charts.base import Chart
from samklang.pages.components.charts.bucket_track import COVERED, Bucket, bucket_word
from samklang.pages.components.drawing.marks import Dot, Drawing, Line, Mark, Rect, Row, Text
from samklang.pages.components.table import Table, table

BAND = 46.0
STEP = 50.0
TOPS: dict[Bucket, float] = {"most": 0.0, "half": STEP, "few": 2 * STEP}
# Words take the start of each band; the waves share the rest.
FIRST, LAST = 0.43, 0.92


@dataclass(frozen=True)
class WavePoint:
    """A wave and its bucket; None where the wave can't be told or isn't there yet."""

    label: str
    bucket: Bucket | None


@dataclass(frozen=True, kw_only=True)
class BucketSlope(Chart):
    """One statement over two to five waves. Raises ValueError for another number of waves."""

    waves: tuple[WavePoint, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 2 <= len(self.waves) <= 5:
            raise ValueError(f"A slope has two to five waves, not {len(self.waves)}")

    def _drawing(self) -> Drawing:
        grounds: list[Mark] = []
        for bucket, top in TOPS.items():
            grounds.append(Rect(0, 1, top, BAND, "fill-sunken"))
            grounds.append(Text(0, top + BAND / 2 + 4, bucket_word(bucket), "start", 10, "t-quiet"))
        points = [(x, point) for x, point in zip(self._places(), self.waves, strict=True) if point.bucket]
        boxes = [Rect(x - 0.045, x + 0.045, *_box(p.bucket), f"tint-{self.line}") for x, p in points]
        marks = (*grounds, *boxes, *self._ways(), *self._signs(), *self._labels())
        picture = Row(height=2 * STEP + BAND + 28, marks=marks, spoken=self._said())
        return Drawing((picture,), labelled=False, narrow=True)

    def _places(self) -> list[float]:
        step = (LAST - FIRST) / (len(self.waves) - 1)
        return [FIRST + step * place for place in range(len(self.waves))]

    def _ways(self) -> list[Mark]:
        """Lines between neighbouring waves that are both known."""
        known = list(zip(self._places(), self.waves, strict=True))
        return [
            Line(x0, _middle(first.bucket), x1, _middle(second.bucket), f"way-{self.line}")
            for (x0, first), (x1, second) in pairwise(known)
            if first.bucket and second.bucket
        ]

    def _signs(self) -> list[Mark]:
        marks: list[Mark] = []
        for number, (x, point) in enumerate(zip(self._places(), self.waves, strict=True), start=1):
            if point.bucket:
                y = _middle(point.bucket)
                marks += [Dot(x, y, 10, f"edge-{self.line}"), Text(x, y + 4.5, str(number), css="t-strong")]
        return marks

    def _labels(self) -> list[Mark]:
        y = 2 * STEP + BAND + 20
        return [Text(x, y, point.label, css="t-quiet") for x, point in zip(self._places(), self.waves, strict=True)]

    def _said(self) -> str:
        words = (f"{point.label} {bucket_word(point.bucket)}" for point in self.waves if point.bucket)
        return f"{self.title}: {', '.join(words)}"

    def _table(self) -> Table:
        rows = [
            (point.label, bucket_word(point.bucket) if point.bucket else _("can't be told")) for point in self.waves
        ]
        return table(self.title, (_("Wave"), _("How many")), rows)


def _box(bucket: Bucket | None) -> tuple[float, float]:
    """Top and height of a bucket's band, or of the two it covers."""
    first, last = COVERED[bucket or "half"]
    return (2 - last) * STEP, (last - first) * STEP + BAND


def _middle(bucket: Bucket | None) -> float:
    top, height = _box(bucket)
    return top + height / 2
