"""A wave with frozen content, as open_wave makes it, in five languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone
from tests.personas import new_initiative

from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.enums import Population, WaveState
from samklang.records.measurement.models import Questionnaire, Response, Wave
from samklang.records.measurement.services.answer_wave import Answer
from samklang.records.measurement.services.survey import asked_questions

LANGUAGES = ("sv", "en", "da", "ar", "so")
SAFE = {
    "sv": (
        "Jag känner mig trygg när jag går hem på kvällen.",
        ("Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer ganska bra", "Stämmer helt"),
    ),
    "en": (
        "I feel safe when I walk home in the evening.",
        ("Not true at all", "Not very true", "Fairly true", "Completely true"),
    ),
    "da": (
        "Jeg føler mig tryg, når jeg går hjem om aftenen.",
        ("Passer slet ikke", "Passer ikke så godt", "Passer ret godt", "Passer helt"),
    ),
    "ar": (
        "أشعر بالأمان عندما أعود إلى البيت مساءً.",
        ("لا ينطبق أبدًا", "لا ينطبق كثيرًا", "ينطبق إلى حد كبير", "ينطبق تمامًا"),
    ),
    "so": (
        "Waxaan dareemaa ammaan marka aan fiidkii guriga u socdo.",
        ("Run ma aha gabi ahaanba", "Si fiican run uma aha", "Si fiican ayay run u tahay", "Gabi ahaanba waa run"),
    ),
}
AREA = {
    "sv": "Bor du i Ekbacken?",
    "en": "Do you live in Ekbacken?",
    "da": "Bor du i Ekbacken?",
    "ar": "هل تسكن في Ekbacken؟",
    "so": "Ma deggan tahay Ekbacken?",
}
VARIED = ("på torget", "i trapphuset", "vid skolan", "på gården", "i parken", "vid bussen", "i butiken")


def question(name: str, number: int = 0, **changes: Any) -> dict[str, Any]:
    """A question of four ordered steps in every language."""
    texts = {
        language: {
            "text": text if not number else f"{text} ({number} {VARIED[number % len(VARIED)]})",
            "help": "",
            "options": [[code, option] for code, option in enumerate(options, start=1)],
        }
        for language, (text, options) in SAFE.items()
    }
    made = {
        "id": name,
        "block": "safety",
        "source": "questions",
        "steps": [1, 2, 3, 4],
        "ordered": True,
        "sensitive": [1, 2],
        "adults_only": False,
        "sensitive_module": False,
        "texts": texts,
    }
    return made | changes


def consent(band: str, language: str) -> dict[str, Any]:
    """A consent text whose version tells band and language."""
    told = (
        ("Vad vi frågar om", "Vi vill veta hur det är att bo och vara i Ekbacken. Du väljer själv om du vill svara."),
        ("Ingen ser vem du är", "Vi sparar inte namn, adress eller tid. Vi sparar dina svar och ditt språk."),
        ("Så visar vi svaren", "Vi visar bara svar från minst 8 personer tillsammans. Små grupper visas med ord."),
        (f"Du som är {band}, {language}", "Prata gärna med någon du litar på om du undrar något."),
        ("Det går inte att ångra sig efteråt", "När svaren är skickade kan vi inte ta bort dem."),
    )
    return {
        "version": f"{band}-{language}".ljust(64, "0"),
        "paragraphs": [{"heading": heading, "body": body} for heading, body in told],
        "more": [{"heading": "Var sparas svaren?", "body": "I Sverige, hos Föreningen Grannskap."}],
    }


def content(questions: list[dict[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    """Frozen content of a wave: three questions for everybody, one for adults, one sensitive."""
    no_arabic = question("rses_01", source="instrument:rses")
    del no_arabic["texts"]["ar"]
    standard = [
        question("safe_01"),
        question("safe_02", 2),
        no_arabic,
        question("work_01", 4, adults_only=True),
        question("ill_01", 5, sensitive_module=True),
    ]
    made: dict[str, Any] = {
        "version": 1,
        "languages": list(LANGUAGES),
        "place": "Ekbacken",
        "area_question": AREA,
        "questions": standard if questions is None else questions,
        "left_out": {"ar": ["مقياس روزنبرغ"]},
        "consent": {
            band: {language: consent(band, language) for language in LANGUAGES} for band in ("13-14", "15-17", "18+")
        },
        "too_young": {language: f"{language}: De här frågorna är för dig som är 13 år." for language in LANGUAGES},
        "help_lines": [
            {"name": "Bris", "number": "116 111", "texts": {"sv": "Du som är under 18", "en": "If you are under 18"}},
            {"name": "1177", "number": "1177", "texts": {"sv": "Råd om vård", "en": "Advice on care"}},
            {"name": "SOS", "number": "112", "texts": {"sv": "Vid fara", "en": "In danger", "ar": "عند الخطر"}},
        ],
        "results_on": "2026-12-15",
    }
    return made | changes


def new_wave(
    initiative: InitiativeRef | None = None,
    code: str = "ek4829",
    state: WaveState = WaveState.OPEN,
    opens_in: int = -1,
    closes_in: int = 7,
    frozen: dict[str, Any] | None = None,
) -> Wave:
    """An area wave, stored; open since yesterday unless said otherwise."""
    initiative = initiative or new_initiative()
    today = timezone.localdate()
    with writing_in(initiative):
        asked = Questionnaire.objects.add(initiative, title=f"Trygghet {code}")
        wave: Wave = Wave.objects.add(
            initiative,
            questionnaire=asked,
            name="Hur är det att bo här?",
            population=Population.AREA,
            code=code,
            state=state,
            opens_on=today + timedelta(days=opens_in),
            closes_on=today + timedelta(days=closes_in),
            results_on=date(2026, 12, 15),
            content=content() if frozen is None else frozen,
        )
    return wave


def full_answer(wave: Wave, language: str = "sv", age_band: str = "18+", lives_here: str = "yes") -> Answer:
    """An answer to every question asked of such a person."""
    asked = asked_questions(wave.content, language, age_band)
    version = wave.content["consent"][age_band][language]["version"]
    answers = {one["id"]: 1 + place % 4 for place, one in enumerate(asked)}
    return Answer(answers, language, age_band, version, language, lives_here)


def new_key() -> str:
    """A key as a page makes it."""
    return str(uuid4())


def stored_responses(wave: Wave) -> list[Response]:
    """All stored rows of a wave."""
    return list(Response.objects.across("tests look at every row").filter(wave=wave))
