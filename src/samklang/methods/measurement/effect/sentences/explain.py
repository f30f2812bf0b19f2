"""A result's working in words: each step with its formula and its numbers, then what is taken for granted."""

from __future__ import annotations

from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.figures import DECIMAL, MINUS
from samklang.methods.measurement.effect.sentences.texts import TEXTS
from samklang.methods.measurement.effect.sentences.write import assumptions


def explain(result: ChangeResult, language: Language) -> tuple[str, ...]:
    """Lines such as “The change on average: Δ̄ = mean(y₂ − y₁) (Δ̄ = 1.24, n = 25)”."""
    texts = TEXTS[language]
    lines = [
        f"{texts.steps[step.key]}: {step.formula}"
        + (f" ({', '.join(f'{name} = {_number(value, language)}' for name, value in step.numbers.items())})")
        for step in result.steps
    ]
    return (*lines, *assumptions(result, language))


def _number(value: float, language: Language) -> str:
    """Four figures, as explained numbers are checked by hand."""
    return f"{value:.4g}".replace("-", MINUS).replace(".", DECIMAL[language])
