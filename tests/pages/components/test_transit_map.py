"""The transit map: any number of lines, every state, both directions, and the same as a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from django.template import engines
from django.utils import translation
from tests.pages.components.samples import line, transit_map

from samklang.methods.process.template import in_language, stops
from samklang.pages.components.drawing.wrapping import width_of
from samklang.pages.components.lines import LineMark
from samklang.pages.components.transit_map import Line, Stop, TransitMap
from samklang.pages.components.transit_map.draw import narrow_svg, standalone_svg, wide_svg
from samklang.pages.components.transit_map.narrow import WORDS, tops
from samklang.pages.components.transit_map.pen import Pen
from samklang.pages.components.transit_map.signs import stop_sign

HOSTILE = "<script>alert(1)</script>\u202e"


def page(transit: TransitMap, lang: str = "en") -> str:
    source = engines["django"].from_string("{% load components %}{% transit_map m %}")
    with translation.override(lang):
        return source.render({"m": transit})


@pytest.mark.parametrize("lines", range(11))
@pytest.mark.parametrize("rtl", [False, True])
def test_any_number_of_lines_can_be_drawn(lines: int, rtl: bool) -> None:
    transit = transit_map(lines)
    for svg in (wide_svg(transit, rtl), narrow_svg(transit, rtl), standalone_svg(transit, "sv", rtl)):
        ElementTree.fromstring(svg)


def test_three_lines_are_drawn_and_the_others_listed() -> None:
    transit = transit_map(5)
    with translation.override("en"):
        assert "Line 4" not in wide_svg(transit)
    html = page(transit)
    assert [name for name in ("Line 4", "Line 5") if name not in html.partition("Further lines")[2]] == []


def test_stops_are_read_in_order_the_shared_ones_first() -> None:
    with translation.override("en"):
        spoken = re.findall(r'aria-label="(?:Line (\d), s|S)top (\w)', wide_svg(transit_map(2)))
    assert ["".join(one) for one in spoken] == ["A", "B", "C", *[f"{n}{s}" for n in "12" for s in "123456"]]


def test_a_stop_says_line_state_and_evidence() -> None:
    with translation.override("en"):
        svg = wide_svg(transit_map(1))
    assert "Line 1, stop 3, Decision: the work stands here, 3 of 5 in place" in svg
    assert "Line 1, stop 6, Evaluation: not begun" in svg


@pytest.mark.parametrize("draw", [wide_svg, narrow_svg])
def test_the_map_mirrors_but_its_numbers_do_not(draw: Callable[[TransitMap, bool], str]) -> None:
    def dots(rtl: bool) -> list[float]:
        root = ElementTree.fromstring(draw(transit_map(3), rtl))
        return [float(node.get("cx")) for node in root.iter("circle") if node.get("cx")]

    width = 1200 if draw is wide_svg else 340
    assert [width - x for x in dots(rtl=False)] == dots(rtl=True)
    digits = [re.findall(r">(\d)</text>", draw(transit_map(3), rtl)) for rtl in (False, True)]
    assert digits[0] == digits[1]


def test_the_geometry_is_the_agreed_one() -> None:
    svg = wide_svg(transit_map(3))
    assert 'viewBox="0 0 1200 572"' in svg
    rail = (
        "M0 241L335.43 241A40 40 0 0 0 363.72 229.28L515.28 77.72A40 40 0 0 1 543.57 66L1126 66A38 38 0 0 1 1126 142"
    )
    assert rail in svg


@pytest.mark.parametrize("lang", ["sv", "en", "da"])
def test_the_narrow_map_says_every_stops_whole_name_and_neighbours_never_meet(lang: str) -> None:
    names = [in_language(stop.name, lang) for stop in stops("loop")]
    drawn = Line(LineMark(1, "Trygg"), tuple(Stop(str(place + 1), name, "done") for place, name in enumerate(names)))
    root = ElementTree.fromstring(narrow_svg(TransitMap("Almvalla", (), (drawn,))))
    words = [
        (float(node.get("y", "0")), float(node.get("x", "0")), node.text or "")
        for node in root.iter("text")
        if node.get("class") == "map-label"
    ]
    assert sorted(" ".join(text for _y, _x, text in words).split()) == sorted(" ".join(names).split())
    meeting = [
        (first, second)
        for (y, x, first), (other_y, other_x, second) in combinations(words, 2)
        if y == other_y and abs(x - other_x) < (width_of(first, WORDS) + width_of(second, WORDS)) / 2
    ]
    assert meeting == []


def test_rails_of_the_narrow_map_never_cross() -> None:
    svg = narrow_svg(transit_map(3))
    starts = {number: float(x) for number, x in re.findall(r'class="map-rail-(\d)" d="M([\d.]+) 0L', svg)}
    # Line 1 leaves first and stands innermost, so every later line passes outside of it.
    assert starts["1"] > starts["2"] > starts["3"]
    assert tops(transit_map(3)) == sorted(tops(transit_map(3)))


def arcs(stop: Stop) -> tuple[int, int]:
    """How many thin and thick arcs a stop has."""
    svg = f"<svg>{stop_sign(Pen(100, 17), (50, 50), stop, 1)}</svg>"
    dashes = {node.get("class"): node.get("stroke-dasharray") for node in ElementTree.fromstring(svg).iter("circle")}
    thick = len(dashes.get("map-held-1", "").split()) // 2
    return (1 if "map-part-1" in dashes else 0, max(thick - 1, 0))


def test_a_stop_under_way_has_a_thick_arc_for_each_piece_of_evidence() -> None:
    assert arcs(Stop("5", "Programmes", "under_way", 5, 3)) == (1, 3)
    assert arcs(Stop("5", "Programmes", "under_way", 5, 9)) == (1, 5)
    assert arcs(Stop("5", "Programmes", "under_way", 0, 0)) == (1, 0)
    assert arcs(Stop("5", "Programmes", "done", 5, 5)) == (0, 0)


def test_evidence_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Stop("1", "Needs", "done", 1, -1)


@pytest.mark.parametrize("state", ["not_begun", "under_way", "done", "reopened"])
def test_states_differ_without_colour(state: str) -> None:
    def shape(own: str) -> str:
        return re.sub(
            r'class="(fill|edge|map-\w+)-\d"',
            r'class="\1"',
            stop_sign(Pen(99, 17), (50, 50), Stop("1", "x", own, 4, 2), 1),
        )

    others = {"not_begun", "under_way", "done", "reopened"} - {state}
    assert all(shape(state) != shape(other) for other in others)


def test_hostile_names_and_addresses_stay_harmless() -> None:
    bad = replace(line(1, HOSTILE, "javascript:alert(1)"))
    html = page(TransitMap(HOSTILE, transit_map(0).trunk, (bad,)))
    drawn = wide_svg(TransitMap(HOSTILE, (), (bad,)))
    assert ("<script" in html, "javascript:" in drawn, "\u202e" in drawn) == (False, False, False)


def test_names_too_long_for_the_loop_are_cut_at_a_word_and_whole_in_the_list() -> None:
    name = "Food that is enough for everyone who lives here, the whole month and the month after that as well"
    long = TransitMap("Almvalla", (), (Line(LineMark(1, name), line(1).stops),))
    with translation.override("en"):
        assert name not in re.sub(r'aria-label="[^"]*"', "", wide_svg(long))
    assert name in page(long)


def test_the_list_says_where_the_work_stands() -> None:
    html = page(transit_map(1))
    assert html.count('aria-current="step"') == 1
    assert "The work stands here." in html


def test_a_map_on_paper_carries_its_own_colours_and_words() -> None:
    svg = standalone_svg(transit_map(3), "en")
    assert ("var(" in svg, "stroke: #0a3f8a" in svg, "<desc>Stop A, Manifest: done, version 1." in svg) == (
        False,
        True,
        True,
    )
