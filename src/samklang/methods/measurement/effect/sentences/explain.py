"""A result's working in words: each step with its formula and its numbers, then what is taken for granted."""

from __future__ import annotations

from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.sentences.figures import figures
from samklang.methods.measurement.effect.sentences.texts import Texts, texts_in
from samklang.methods.measurement.effect.sentences.write import assumptions


def explain(result: ChangeResult, language: Language) -> tuple[str, ...]:
    """Lines such as “The change on average: Δ̄ = mean(y₂ − y₁) (Δ̄ = 1.24, n = 25)”."""
    texts = texts_in(language)
    return (*(_line(step, texts, language) for step in result.steps), *assumptions(result, language))


def _line(step: Step, texts: Texts, language: Language) -> str:
    numbers = [f"{_named(name, texts)} = {figures(value, language)}" for name, value in step.numbers.items()]
    return f"{texts.steps[step.key]}: {texts.formulas.get(step.formula, step.formula)} ({', '.join(numbers)})"


def _named(symbol: str, texts: Texts) -> str:
    """A symbol as it is, a word in the reader's language."""
    return texts.symbols.get(symbol, symbol)
