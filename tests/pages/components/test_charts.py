"""What holds for every chart: picture, table and figure say the same, safely, and no more than may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.utils import translation
from tests.pages.components import samples

from samklang.pages.components.charts import Chart, NotShowable
from samklang.pages.components.charts.bucket_slope import BAND as BOX
from samklang.pages.components.charts.on_page import on_page
from samklang.pages.components.drawing.svg import clean
from samklang.pages.components.drawing.wrapping import width_of

NS = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\u202egnp.exe"
each = pytest.mark.parametrize("chart", samples.EVERY, ids=lambda chart: type(chart).__name__)


def drawn_text(chart: Chart, lang: str = "en", rtl: bool = False) -> str:
    root = ElementTree.fromstring(chart.svg(lang, rtl))
    return " ".join(text for node in root.iter(f"{NS}text") for text in node.itertext())


@each
@pytest.mark.parametrize("lang", ["en", "sv", "da"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_picture_is_well_formed_and_has_title_and_description(chart: Chart, lang: str, rtl: bool) -> None:
    root = ElementTree.fromstring(chart.svg(lang, rtl))
    assert root.find(f"{NS}title").text == chart.title
    assert root.find(f"{NS}desc").text == chart.alt(lang)
    assert root.get("lang") == lang


@each
def test_picture_table_and_figure_say_the_same(chart: Chart) -> None:
    figure = chart.figure("en")
    assert (figure.svg, figure.table, figure.alt) == (chart.svg("en"), chart.table("en"), chart.alt("en"))
    said = drawn_text(chart) + " " + figure.alt
    assert [cell for row in figure.table.texts for cell in row if clean(cell) not in said] == []


@each
def test_on_a_phone_a_picture_says_the_same_within_the_phones_width(chart: Chart) -> None:
    phone = ElementTree.fromstring(chart.figure("en").phone)
    wide = ElementTree.fromstring(chart.figure("en").svg)
    said = ["".join("".join(node.itertext()) for node in root.iter(f"{NS}text")) for root in (phone, wide)]
    assert phone.get("width") == "328"
    assert said[0].replace(" ", "") == said[1].replace(" ", "")
    assert [text for left, text, right in words_of(phone) if left < -1 or right > 329] == []


def test_a_picture_that_can_only_scroll_has_none_for_a_phone() -> None:
    nine = replace(samples.MATRIX, partners=tuple("ABCDEFGHI"), levels={})
    assert (nine.drawing("en").scrolls, nine.figure("en").phone) == (True, "")


def words_of(root: ElementTree.Element) -> Iterator[tuple[float, str, float]]:
    """Each text of a drawing: where it begins, what it says, where it ends."""

    def walk(node: ElementTree.Element, moved: float) -> Iterator[tuple[float, str, float]]:
        found = re.match(r"translate\(([-\d.]+)", node.get("transform", ""))
        moved += float(found[1]) if found else 0
        if node.tag == f"{NS}text":
            wide = width_of(node.text or "", 13)
            before = {"start": 0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
            left = moved + float(node.get("x", "0")) + float(node.get("dx", "0")) - before
            yield left, node.text or "", left + wide
        for child in node:
            yield from walk(child, moved)

    return walk(root, 0)


@each
def test_the_table_names_each_row_of_the_picture(chart: Chart) -> None:
    labels = {row.label for row in chart.drawing("en").rows if row.label}
    assert labels - {row[0] for row in chart.table("en").texts} == set()


@each
def test_people_and_source_stand_under_every_picture(chart: Chart) -> None:
    assert on_page(chart, "en", rtl=False).below == f"{chart.people}. {chart.source}."


@each
@pytest.mark.parametrize("part", ["title", "people", "source"])
def test_a_chart_without_sentence_people_or_source_is_refused(chart: Chart, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        replace(chart, **{part: " "})


@each
def test_hostile_text_stays_text(chart: Chart) -> None:
    hostile = replace(chart, title=HOSTILE, source=HOSTILE)
    svg = hostile.svg("en")
    assert ("<script" in svg, "\u202e" in svg, "<script" in on_page(hostile, "en", rtl=False).rows[-1].plot) == (
        False,
        False,
        False,
    )
    ElementTree.fromstring(svg)


@each
def test_right_to_left_is_the_mirror_image(chart: Chart) -> None:
    def places(rtl: bool) -> list[float]:
        root = ElementTree.fromstring(f"<svg>{on_page(chart, 'en', rtl).rows[-1].plot}</svg>")
        nodes = [node for node in root.iter("text") if node.get("x", "").endswith("%")]
        return [float(node.get("x")[:-1]) for node in nodes]

    assert [round(100 - x, 1) for x in places(rtl=False)] == [round(x, 1) for x in places(rtl=True)]


@each
def test_a_page_of_the_chart_names_no_style_and_no_script(chart: Chart) -> None:
    plots = "".join(row.plot for row in on_page(chart, "sv", rtl=False).rows)
    assert re.findall(r"style=|<script|\son\w+=|=\"#[0-9a-f]{6}", plots) == []


@each
def test_the_same_chart_gives_the_same_picture(chart: Chart) -> None:
    assert chart.svg("sv") == replace(chart).svg("sv")


def test_the_three_parts_of_a_bucket_track_are_equally_wide_whatever_was_answered() -> None:
    for row in samples.TRACK.drawing("en").rows[1:]:
        widths = {round(mark.x1 - mark.x0, 6) for mark in row.marks if hasattr(mark, "x1")}
        assert widths == {0.327}


def test_a_slope_draws_the_whole_bucket_and_its_mark_in_the_middle() -> None:
    marks = samples.SLOPE.drawing("en").rows[0].marks
    boxes = [mark for mark in marks if getattr(mark, "css", "").startswith("tint")]
    dots = [mark for mark in marks if hasattr(mark, "r")]
    assert {box.height for box in boxes} == {BOX}
    assert [dot.y for dot in dots] == [box.y + BOX / 2 for box in boxes]
    assert len({round(box.x1 - box.x0, 6) for box in boxes}) == 1


@pytest.mark.parametrize(
    ("chart", "change"),
    [
        (samples.DOTS, {"smallest_n": 29}),
        (samples.FOREST, {"smallest_n": 29}),
        (samples.STACK, {"n": 99}),
        (samples.TEN, {"n": 99}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_too_small_a_group_gets_no_such_picture(chart: Chart, change: dict[str, int]) -> None:
    with pytest.raises(NotShowable):
        replace(chart, **change)


def test_three_classes_are_shown_from_thirty() -> None:
    rows = (replace(samples.STACK.rows[0], shares=(0.2, 0.3, 0.5), no_answer=0),)
    assert replace(samples.STACK, n=30, answers=("no", "partly", "yes"), rows=rows).n == 30


def test_official_statistics_have_no_floor() -> None:
    assert replace(samples.DOTS, smallest_n=None).smallest_n is None


def test_words_follow_the_language() -> None:
    assert "about half" in drawn_text(samples.TRACK, "en")
    with translation.override("sv"):
        assert samples.TRACK.table("en").texts[0] == ("Has somebody to turn to", "most")
