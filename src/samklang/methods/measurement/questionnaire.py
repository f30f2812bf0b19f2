"""Our own questions: wording, options and rules, read from facts/questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from samklang.methods.kernel import facts

LANGUAGES = ("sv", "en", "da", "ar", "so")
RIGHT_TO_LEFT = frozenset({"ar"})
# The order of a whole questionnaire: what is easy to answer first, what is near the skin last.
TOPICS = (
    "background",
    "belonging",
    "participation",
    "housing",
    "safety",
    "trust",
    "democracy",
    "education",
    "work",
    "health",
    "attribution",
)
YOUNGEST_BAND = "13-14"

Kind = Literal["ordered", "nominal", "multiple", "open"]
Role = Literal["core", "background", "follow_up"]


class UnknownQuestion(LookupError):
    """None of our own questions has that identifier."""


@dataclass(frozen=True)
class Said:
    """A wording in one language, or why there is none. draft: a translation nobody has yet approved."""

    text: str | None
    reason: str | None = None
    draft: bool = False


@dataclass(frozen=True)
class Option:
    """One answer. code: what is stored; labels: language → wording; share_window: what it reads as, shares 0–1."""

    code: int
    labels: Mapping[str, str]
    share_window: tuple[float, float] | None = None

    def label(self, language: str) -> Said:
        """The answer's wording in a language, never another language instead."""
        return _said(self.labels, language, f"the answer {self.code}")


@dataclass(frozen=True)
class Question:
    """One question of our own; every mapping is language → wording.

    options: in the order of the screen, worst to best when ordered; empty when open or when the initiative's own
    activities are the options. non_answers: codes 97 and 98. sensitive: codes at the end of the scale that is
    guarded hardest. higher_is_better: None where no answer is better than another.
    """

    id: str
    topic: str
    kind: Kind
    role: Role
    phenomenon: str
    indicator: Mapping[str, str]
    focus_area: str | None
    wordings: Mapping[str, str]
    draft_languages: frozenset[str]
    options: tuple[Option, ...]
    non_answers: tuple[Option, ...]
    sensitive: frozenset[int]
    higher_is_better: bool | None
    suits_13_14: bool
    read_aloud: bool
    note: str

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages the question can be asked in, drafts included."""
        return tuple(language for language in LANGUAGES if language in self.wordings)

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes of real answers, in order."""
        return tuple(option.code for option in self.options)

    def text(self, language: str, **names: str) -> Said:
        """The question in a language; names fill placeholders such as {area}. KeyError when one is missing."""
        said = _said(self.wordings, language, self.id)
        if said.text is None:
            return said
        return Said(said.text.format(**names), draft=language in self.draft_languages)

    def suits(self, age_band: str) -> bool:
        """Whether an age band (13-14, 15-17, 18+) is asked this."""
        return self.suits_13_14 or age_band != YOUNGEST_BAND

    def as_content(self, languages: Iterable[str] = LANGUAGES) -> dict[str, Any]:
        """The question as plain data, to be frozen in a wave when it opens; unknown languages are left out."""
        asked = [language for language in languages if language in self.wordings]
        return {
            "id": self.id,
            "kind": self.kind,
            "text": {language: self.wordings[language] for language in asked},
            "options": [_plain(option, asked) for option in self.options],
            "non_answers": [_plain(option, asked) for option in self.non_answers],
            "sensitive": sorted(self.sensitive),
            "higher_is_better": self.higher_is_better,
            "suits_13_14": self.suits_13_14,
        }


def question(identifier: str) -> Question:
    """One of our own questions. Raises UnknownQuestion."""
    try:
        return _by_id()[identifier]
    except KeyError:
        raise UnknownQuestion(f"there is no question '{identifier}' among our own") from None


def questions(*, role: Role | None = None, age_band: str | None = None) -> tuple[Question, ...]:
    """Our own questions in the order they are asked, only of a role and only what suits an age band if given."""
    return tuple(
        each
        for each in _by_id().values()
        if (role is None or each.role == role) and (age_band is None or each.suits(age_band))
    )


@cache
def _by_id() -> Mapping[str, Question]:
    found: dict[str, Question] = {}
    for topic in TOPICS:
        fact = facts.load("questions", topic)
        for row in fact["questions"]:
            found[row["id"]] = _question(topic, fact, row)
    return found


def _question(topic: str, fact: Mapping[str, Any], row: Mapping[str, Any]) -> Question:
    shared = facts.load("questions", "answers")
    return Question(
        id=row["id"],
        topic=topic,
        kind=row["kind"],
        role=row["role"],
        phenomenon=row["phenomenon"],
        indicator=row["indicator"],
        focus_area=row["focus_area"],
        wordings=row["text"],
        draft_languages=frozenset(name for name, made in fact["languages"].items() if made["draft"]),
        options=tuple(_option(each) for each in shared["answer_sets"].get(row["answers"], ())),
        non_answers=tuple(_option(shared["non_answers"][name]) for name in row["non_answers"]),
        sensitive=frozenset(row["sensitive"]),
        higher_is_better=row["higher_is_better"],
        suits_13_14=row["suits_13_14"],
        read_aloud=row["read_aloud"],
        note=row.get("note", ""),
    )


def _option(row: Mapping[str, Any]) -> Option:
    window = row.get("share_window")
    return Option(row["code"], row["label"], (window[0], window[1]) if window else None)


def _said(wordings: Mapping[str, str], language: str, what: str) -> Said:
    if language in wordings:
        return Said(wordings[language])
    known = ", ".join(name for name in LANGUAGES if name in wordings)
    return Said(None, f"{what} has no wording in '{language}'; it is worded in {known}")


def _plain(option: Option, languages: Iterable[str]) -> dict[str, Any]:
    return {"code": option.code, "label": {language: option.labels[language] for language in languages}}
