"""The shared templates: each from its object, safe, spoken, and without anything the content policy forbids."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext
from tests.pages.components import samples

from samklang.pages.components.charts import Chart
from samklang.pages.components.drawing.colours import STATIC
from samklang.pages.components.lines import LineMark
from samklang.pages.components.table import Cell, Column, Table, table
from samklang.pages.components.where import NextStep, Strip, StripStop, Thread, ThreadLink

TEMPLATES = STATIC.parents[1] / "components" / "templates" / "components"
PAGES = STATIC.parents[2]
CONSTANT = re.compile(r'{% translate "((?:[^"\\]|\\.)*)"|[ =:]_\("((?:[^"\\]|\\.)*)"\)')
LINE = LineMark(2, "Ways to work")
HOSTILE = "<script>alert(1)</script>"


def shown(source: str, **context: object) -> str:
    source = source if source.startswith("{% extends") else "{% load components %}" + source
    template = engines["django"].from_string(source)
    with translation.override("en"):
        return template.render(context, RequestFactory().get("/i/almvalla/?q=1&page=2"))


class Balance(HTMLParser):
    """Counts what is opened and never closed."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class Ask(forms.Form):
    """A form with every kind of field."""

    name = forms.CharField(label="Name", help_text="As on the door.")
    kind = forms.ChoiceField(label="How?", choices=[("a", "Before and after")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="The group knows")
    about = forms.CharField(label="About", required=False, widget=forms.Textarea)


@pytest.mark.parametrize("lang", ["sv", "da"])
def test_every_text_of_a_template_is_found_as_django_looks_it_up(lang: str) -> None:
    """Django doubles a per cent sign in a template's constants: such a text would never find its translation."""
    texts = {text for file in PAGES.rglob("*.html") for pair in CONSTANT.findall(file.read_text()) for text in pair}
    assert len(texts) > 400
    with translation.override(lang):
        sources = {
            text: f'{{% load i18n %}}{{% translate "{text}" as found %}}{{{{ found|safe }}}}' for text in texts
        }
        lost = [text for text in texts if engines["django"].from_string(sources[text]).render() != gettext(text)]
    assert sorted(lost) == []


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.html")), ids=lambda file: file.name)
def test_templates_are_short_and_hold_neither_inline_style_nor_script(file: Path) -> None:
    text = file.read_text()
    assert len(text.splitlines()) <= 150
    assert re.findall(r"\sstyle=|\son\w+=|<script(?![^>]*src=)|https?://(?!www\.w3\.org)", text) == []
    get_template(f"components/{file.name}")


def test_the_page_has_its_landmarks_language_and_direction() -> None:
    html = shown('{% extends "components/base.html" %}{% block title %}Needs{% endblock %}')
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert '<html lang="en" dir="ltr">' in html
    assert "<title>Needs – Samklang</title>" in html
    assert [
        part for part in ("<header", '<main id="content"', "<footer", 'href="#content"') if part not in html
    ] == []


def test_another_language_keeps_the_rest_of_the_address() -> None:
    html = shown('{% include "components/languages.html" %}', languages=[("sv", "Svenska"), ("en", "English")])
    assert 'href="?q=1&amp;page=2&amp;lang=sv"' in html


def test_errors_stand_above_the_form_and_beside_the_field_and_nothing_typed_is_lost() -> None:
    form = Ask({"about": "What I wrote"})
    html = shown("<form>{{ form }}</form>", form=form)
    assert '<a href="#id_name">Name – This field is required.</a>' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert "What I wrote" in html
    assert "id_name_helptext id_name_error" in html


def test_an_unbound_form_has_no_summary_and_says_what_is_optional() -> None:
    html = shown("<form>{{ form }}</form>", form=Ask())
    balance = Balance()
    balance.feed(html)
    assert ("error-summary" in html, html.count("(optional)"), balance.open) == (False, 1, [])
    assert "<legend>How?</legend>" in html


def test_the_strip_marks_one_stop_and_says_each_state() -> None:
    stops = (StripStop("1", "Needs", "done", href="/1"), StripStop("2", "Proposals", "reopened", here=True))
    html = shown("{% strip s %}", s=Strip(LINE, stops, "turn 1"))
    assert html.count('aria-current="step"') == 1
    assert ", done" in html and ", reopened" in html
    assert "Line 2 Ways to work" in html


def test_the_thread_says_what_is_not_made_yet() -> None:
    links = (
        ThreadLink("Need", "One in eight", "/need"),
        ThreadLink("Decision", "", here=True),
        ThreadLink("Value", ""),
    )
    html = shown("{% thread t %}", t=Thread(LINE, links))
    assert '<a href="/need">One in eight</a>' in html
    assert "This page" in html and "Not made yet" in html


def test_a_refused_step_is_disabled_and_says_why() -> None:
    step = NextStep(LINE, "Line 2", "Close", "", "Close the wave", "/close", refusal="The wave is open till Friday.")
    html = shown("{% next_step s %}", s=step)
    assert ('href="/close"' in html, 'aria-disabled="true"' in html, "open till Friday" in html) == (
        False,
        True,
        True,
    )


def test_a_button_with_a_refusal_cannot_be_sent() -> None:
    html = shown('{% button "Close" refusal="Not yet." %}')
    assert ('type="submit"' in html, "disabled" in html, "Not yet." in html) == (False, True, True)


def test_a_cell_without_a_word_is_left_out_where_a_row_is_a_list_and_a_heading_speaks_for_the_caption() -> None:
    own = table("Assumptions", ("What", "Before"), [("a", "–")])
    html = shown("{% table t titled=True %}", t=own)
    assert '<td data-label="Before" class="none">–</td>' in html
    assert '<caption class="visually-hidden">Assumptions</caption>' in html


def test_a_table_has_caption_scopes_labels_and_links_its_numbers() -> None:
    own = Table("Assumptions", (Column("What"), Column("Value", True)), ((Cell(HOSTILE), Cell("20 %", "/working")),))
    html = shown("{% table t %}", t=own)
    assert '<th scope="row">&lt;script&gt;' in html
    assert '<td data-label="Value" class="amount"><a class="working" href="/working">20 %</a></td>' in html
    assert "<caption>Assumptions</caption>" in html


def test_a_table_finds_its_amounts_and_refuses_uneven_rows() -> None:
    found = table("T", ("What", "Value", "Why"), [("a", "\u2212104", "guess"), ("b", "12 %", "")])
    assert [column.amount for column in found.columns] == [False, True, False]
    with pytest.raises(ValueError, match="3 headings"):
        table("T", ("What", "Value", "Why"), [("a", "1", "x")]) and Table("T", found.columns, ((Cell("a"),),))


def test_a_table_that_works_tells_the_script_its_words() -> None:
    html = shown("{% table t works=True %}", t=table("T", ("What",), [("a",)]))
    assert 'data-filter="Show rows with"' in html


def test_an_empty_state_teaches_by_an_example() -> None:
    html = shown(
        '{% empty "Readings gather here." example="More know whom to ask." href="/new" action="Write one" %}'
    )
    assert [
        part for part in ("Readings gather", "For example:", "More know", 'href="/new"') if part not in html
    ] == []


def test_a_long_list_leads_both_ways_and_keeps_the_filter() -> None:
    html = shown("{% pages p %}", p=Paginator(range(30), 10).page(2))
    assert ("page=1" in html, "page=3" in html, "q=1" in html, "Page 2 of 3" in html) == (True, True, True, True)


def test_pips_are_boxes_and_words() -> None:
    html = shown("{% pips 3 4 %}")
    assert (html.count('class="on"'), html.count("<i"), 'aria-label="3 of 4"' in html) == (3, 4, True)


@pytest.mark.parametrize("number", range(7))
def test_a_mark_is_shape_number_and_colour_together(number: int) -> None:
    html = shown("{% mark l %}", l=LineMark(number, "x"))
    assert f'class="mark line-{(number - 1) % 3 + 1 if number else 0}"' in html
    assert (f">{number}</text>" in html) == (number > 0)


@pytest.mark.parametrize("chart", samples.EVERY, ids=lambda chart: type(chart).__name__)
def test_a_chart_on_a_page_has_sentence_picture_people_and_table(chart: Chart) -> None:
    html = shown("{% chart c %}", c=chart)
    balance = Balance()
    balance.feed(html)
    order = [html.index(part) for part in ("<h3", 'class="plot"', 'class="note below"', "<table")]
    assert (order, balance.open) == (sorted(order), [])
    assert "style=" not in html
