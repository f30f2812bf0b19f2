"""Marks, paper, numbers and hostile text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.utils import translation

from samklang.pages.components.charts.scale import Scale, around, nice_step
from samklang.pages.components.drawing.marks import BOTTOM, Dot, Line, Rect, Text
from samklang.pages.components.drawing.numbers import number, percent
from samklang.pages.components.drawing.paint import Paper, paint
from samklang.pages.components.drawing.svg import clean, element
from samklang.pages.components.drawing.wrapping import width_of, wrapped

HOSTILE = '<script>alert("x")</script>\u202eevil\u2066&'


def test_text_is_escaped_and_loses_its_direction_overrides() -> None:
    assert element("text", text=HOSTILE) == '<text>&lt;script&gt;alert("x")&lt;/script&gt;evil&amp;</text>'


def test_attributes_are_escaped() -> None:
    assert element("g", aria_label='"><a onclick=x') == "<g aria-label='\"&gt;&lt;a onclick=x'/>"


def test_control_characters_never_reach_a_drawing() -> None:
    assert clean("a\x00b\x1bc\nd") == "a b c d"


def test_arabic_is_kept_apart_from_what_stands_around_it() -> None:
    assert element("text", text="سؤال 4") == "<text>\u2068سؤال 4\u2069</text>"


def test_stretching_paper_writes_per_cents_and_a_fixed_one_pixels() -> None:
    dot = Dot(0.25, 10, 4, "fill-1")
    assert paint([dot], Paper(None, 20)) == '<circle class="fill-1" cx="25%" cy="10" r="4"/>'
    assert paint([dot], Paper(400, 20)) == '<circle class="fill-1" cx="100" cy="10" r="4"/>'


def test_right_to_left_mirrors_places_and_swaps_anchors_but_not_numbers() -> None:
    text = Text(0.25, 10, "57 %", "start", 6)
    assert (
        paint([text], Paper(400, 20, rtl=True))
        == '<text class="t" x="300" y="10" text-anchor="end" dx="-6">57 %</text>'
    )
    assert paint([Rect(0.1, 0.3, 0, 5, "b")], Paper(None, 20, rtl=True)) == (
        '<rect class="b" x="70%" width="20%" y="0" height="5"/>'
    )


def test_a_line_to_the_bottom_reaches_it_whatever_the_height() -> None:
    line = Line(0.5, 0, 0.5, BOTTOM, "rule")
    assert 'y2="100%"' in paint([line], Paper(None, 40))
    assert 'y2="40"' in paint([line], Paper(100, 40))


def test_hatching_brings_its_own_pattern() -> None:
    svg = f"<svg>{paint([Rect(0, 1, 0, 5, 'outline', hatched=True)], Paper(None, 20, name='c1'))}</svg>"
    root = ElementTree.fromstring(svg)
    assert root.find(".//pattern").get("id") == "c1-hatch"
    assert root.find("rect").get("fill") == "url(#c1-hatch)"


@pytest.mark.parametrize(
    ("lang", "whole", "signed", "share"),
    [
        ("sv", "1\u00a0280", "\u22120,5", "57\u00a0%"),
        ("en", "1,280", "\u22120.5", "57%"),
        ("da", "1.280", "\u22120,5", "57\u00a0%"),
    ],
)
def test_numbers_are_written_as_each_language_writes_them(lang: str, whole: str, signed: str, share: str) -> None:
    with translation.override(lang):
        assert (number(1280), number(-0.5, 1, signed=True), percent(0.57)) == (whole, signed, share)


def test_half_a_per_cent_is_rounded_up_and_nothing_becomes_minus_zero() -> None:
    with translation.override("en"):
        assert (percent(0.125), percent(0.005), number(0.4, signed=True), number(-0.4)) == ("13%", "1%", "0", "0")


def test_a_scale_shows_its_round_ticks_and_refuses_what_lies_off_it() -> None:
    scale = Scale(0, 1)
    assert (scale.ticks(), scale.at(0.25)) == ([0, 0.25, 0.5, 0.75, 1], 0.25)
    with pytest.raises(ValueError, match="off the scale"):
        scale.at(1.2)
    with pytest.raises(ValueError, match="length"):
        Scale(1, 1)


def test_a_scale_around_values_holds_zero_and_ends_round() -> None:
    assert around([-104, 279]) == Scale(-100 - 100, 300)
    assert (nice_step(0.3), nice_step(95.75)) == (0.5, 100)


def test_words_are_wrapped_and_a_long_word_stands_alone() -> None:
    assert wrapped("Behov och data", 84, 12.5) == ["Behov och", "data"]
    assert wrapped("Arbetsmarknadsdepartementet", 40, 12) == ["Arbetsmarknadsdepartementet"]
    assert width_of("iii", 10) < width_of("mmm", 10)
