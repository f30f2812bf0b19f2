"""What every page of answering shows around its own content, and the pages that only say something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samklang.pages.respond.words import direction, language_names, words
from samklang.records.measurement.services.survey import Survey

BROWSER_FILES = Path(__file__).resolve().parents[1] / "static" / "respond"


@cache
def browser_file(name: str) -> str:
    """A style sheet or script that is sent inside the page, so that one answer from the server is enough."""
    return (BROWSER_FILES / name).read_text(encoding="utf-8").strip()


@dataclass(frozen=True)
class LanguageChoice:
    """A language by its own name."""

    code: str
    name: str
    direction: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """Language, direction, who asks and where; t: every text by its identifier."""

    language: str
    direction: str
    languages: tuple[LanguageChoice, ...]
    who: str
    t: Mapping[str, str]
    css: str


@dataclass(frozen=True)
class HelpLine:
    """Somebody to talk to. dial: the number as a telephone reads it."""

    name: str
    number: str
    dial: str
    text: str


@dataclass(frozen=True)
class Notice:
    """A page that says one thing, and where to go from there."""

    frame: Frame
    heading: str
    texts: tuple[str, ...] = ()
    link: str = ""
    link_text: str = ""
    help_lines: tuple[HelpLine, ...] = ()


def frame(language: str, languages: Sequence[str], who: str = "Samklang") -> Frame:
    """The frame in a language, with the others to choose from."""
    names = language_names()
    choices = (LanguageChoice(code, names.get(code, code), direction(code), code == language) for code in languages)
    return Frame(language, direction(language), tuple(choices), who, words(language), browser_file("respond.css"))


def survey_languages(survey: Survey) -> tuple[str, ...]:
    """The languages of a survey; before it opens, those of its initiative that these pages speak."""
    frozen = survey.content.get("languages", ())
    spoken = tuple(one for one in survey.initiative.languages if one in language_names())
    return tuple(frozen) or spoken or tuple(language_names())


def survey_frame(survey: Survey, language: str) -> Frame:
    """The frame of a survey's pages."""
    return frame(language, survey_languages(survey), survey.initiative.name)


def help_lines(survey: Survey, language: str) -> tuple[HelpLine, ...]:
    """Whom one can talk to; a line without a text in the language is shown by name and number."""
    return tuple(
        HelpLine(
            row["name"],
            row["number"],
            "".join(sign for sign in row["number"] if sign.isdigit() or sign == "+"),
            row["texts"].get(language, ""),
        )
        for row in survey.content.get("help_lines", ())
    )
