"""The wider words the public reads of the smallest groups cover two of the three parts."""

from __future__ import annotations

import pytest
from django.utils import translation

from samklang.pages.components.charts.bucket_slope import BucketSlope, WavePoint
from samklang.pages.components.charts.bucket_track import Bucket, BucketTrack, TrackRow


def track(bucket: Bucket | None) -> BucketTrack:
    rows = (TrackRow("Trygg ute", bucket),)
    return BucketTrack(line=1, title="T", people="12–19", source="S", rows=rows)


def filled(bucket: Bucket | None) -> tuple[float, float] | None:
    """From where to where the track is filled, 0–1."""
    bars = [mark for mark in track(bucket)._track(TrackRow("Trygg ute", bucket)) if getattr(mark, "height", 0) == 16]
    return (bars[0].x0, bars[0].x1) if bars else None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("bucket", "span"),
    [
        ("few", (0.0, 0.327)),
        ("half", (0.3365, 0.6635)),
        ("few_or_half", (0.0, 0.6635)),
        ("half_or_most", (0.3365, 1.0)),
        (None, None),
    ],
)
def test_a_wider_word_fills_two_parts_of_the_track(bucket: Bucket | None, span: tuple[float, float] | None) -> None:
    assert filled(bucket) == span


def test_a_wider_word_is_said_in_the_readers_language() -> None:
    with translation.override("sv"):
        assert track("few_or_half")._table().rows[0][1].text == "få eller ungefär hälften"
    with translation.override("da"):
        assert track("half_or_most")._table().rows[0][1].text == "omkring halvdelen eller de fleste"


def test_a_wider_word_stands_between_two_bands_of_a_slope() -> None:
    slope = BucketSlope(
        line=1,
        title="T",
        people="12–19",
        source="S",
        waves=(WavePoint("Läget 1", "few_or_half"), WavePoint("Läget 2", "most")),
    )
    heights = [mark.height for mark in slope._drawing().rows[0].marks if getattr(mark, "css", "") == "tint-1"]
    assert heights == [96.0, 46.0]
