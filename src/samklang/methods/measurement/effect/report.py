"""A study as plain data, for JSON, and as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.figures import figures
from samklang.methods.measurement.effect.sentences.texts import texts_in
from samklang.methods.measurement.effect.sentences.write import assumptions, caveats
from samklang.methods.measurement.effect.study import Study
from samklang.methods.measurement.effect.support import Supported
from samklang.methods.statistics.intervals import Interval


def study_row(study: Study, languages: Sequence[Language]) -> dict[str, Any]:
    """Everything, as JSON carries it."""
    return {
        "title": study.plan.title,
        "counterfactual": {
            "kind": study.plan.counterfactual.kind,
            "by": study.plan.counterfactual.by,
            "when": study.plan.counterfactual.when,
            "text": study.plan.counterfactual.text,
        },
        "supported": [_supported_row(each) for each in study.supported],
        "results": [result_row(each, languages) for each in study.results],
        "further": [result_row(each, languages) for each in study.further],
        "findings": [finding.as_row() for finding in study.findings],
    }


def _supported_row(each: Supported) -> dict[str, Any]:
    return {
        "design": each.design,
        "indicator": each.indicator,
        "ok": each.ok,
        "level": each.level.code,
        "reasons": list(each.reasons),
        "n_by_cell": dict(each.n_by_cell),
        "mde": _number(each.mde),
    }


def result_row(result: ChangeResult, languages: Sequence[Language]) -> dict[str, Any]:
    """One result. Numbers are points of the indicator's scale unless `unit` says otherwise."""
    return {
        "indicator": result.indicator.id,
        "question": result.question,
        "design": result.design,
        "level": result.level.code,
        "verdict": result.verdict,
        "estimate": _number(result.estimate),
        "interval": None if result.interval is None else [_number(end) for end in result.interval],
        "unit": result.unit,
        "p": _number(result.p),
        "n_asked": result.n_asked,
        "n_started": result.n_started,
        "n_used": result.n_used,
        "effect_size": {name: _number(value) for name, value in result.effect_size.items()},
        "estimates": {name: _interval_row(interval) for name, interval in result.estimates.items()},
        "sensitivity": {name: _number(value) for name, value in result.sensitivity.items()},
        "numbers": {name: _number(value) for name, value in result.numbers.items()},
        "mde": _number(result.mde),
        "checks": [
            {"name": check.name, "ok": check.ok, "value": _number(check.value), "limit": check.limit}
            for check in result.checks
        ],
        "caveats": list(result.caveats),
        "assumptions": list(result.assumptions),
        "sentences": {language: result.sentence(language) for language in languages},
        "readings": {
            language: f"{texts_in(language).words['reading']}: {text}"
            for language, text in _readings(result, languages)
        },
        "caveat_texts": {language: list(caveats(result, language)) for language in languages},
        "assumption_texts": {language: list(assumptions(result, language)) for language in languages},
        "explain": {language: list(result.explain(language)) for language in languages},
        "suppressed": result.suppressed,
        "method_version": result.method_version,
        "input_hash": result.input_hash,
    }


def _readings(result: ChangeResult, languages: Sequence[Language]) -> Iterator[tuple[Language, str]]:
    reading = result.indicator.reading
    return ((language, reading[language]) for language in languages if language in reading)


def _interval_row(interval: Interval) -> dict[str, float | int | None]:
    return {
        "estimate": _number(interval.estimate),
        "low": _number(interval.low),
        "high": _number(interval.high),
        "error": _number(interval.error),
        "df": _number(interval.df),
        "n": interval.n,
    }


def _number(value: float | None) -> float | None:
    """JSON has no infinity: no degrees of freedom means the normal curve."""
    return None if value is None or not isfinite(value) else float(value)


def study_text(study: Study, languages: Sequence[Language]) -> str:
    """What a person reads in a terminal: the sentences first, then what the data carry."""
    return "\n".join(_lines(study, languages)) + "\n"


def _lines(study: Study, languages: Sequence[Language]) -> Iterator[str]:
    if study.plan.title:
        yield study.plan.title
    if study.plan.counterfactual.declared:
        yield f"Counterfactual: {_counterfactual(study.plan.counterfactual)}"
    for result in study.results:
        yield from _result_lines(result, languages)
        yield from _said_with(result, languages)
    if study.further:
        yield "\nBeside it"
        for result in study.further:
            yield from _result_lines(result, languages)
    if study.supported:
        yield "\nWhat the data carry"
        for each in study.supported:
            yield f"  {'yes' if each.ok else 'no '}  {each.indicator}: {each.design}{_why(each)}"
    for finding in study.findings:
        yield f"\n{finding.code} {finding.severity}, {finding.where}: {finding.text}"


def _counterfactual(declared: Counterfactual) -> str:
    said = f"{declared.kind}, {declared.text}" if declared.text else declared.kind
    who = ", ".join(word for word in (declared.by, declared.when) if word)
    return f"{said} ({who})" if who else said


def _result_lines(result: ChangeResult, languages: Sequence[Language]) -> Iterator[str]:
    yield f"\n{result.indicator.id}: {result.design}, {result.level.code}, {_people(result)}"
    for language in languages:
        yield f"  {language}  {result.sentence(language)}"
    for language, text in _readings(result, languages):
        yield f"  {language}  {texts_in(language).words['reading']}: {text}"


def _said_with(result: ChangeResult, languages: Sequence[Language]) -> Iterator[str]:
    """What must be known with a result and what it takes for granted, but for what its sentence says already."""
    for language in languages:
        sentence = result.sentence(language)
        for text in (*caveats(result, language), *assumptions(result, language)):
            if text not in sentence:
                yield f"  {language}  - {text}"


def _people(result: ChangeResult) -> str:
    return f"{result.n_used} used of {result.n_started} who started, {result.n_asked} asked"


def _why(each: Supported) -> str:
    if not each.ok:
        return f" ({'; '.join(each.reasons)})"
    smallest = "" if each.mde is None else f", sees from {figures(float(f'{each.mde:.2g}'), 'en')}"
    return f" ({each.level.code}, {each.n_by_cell.get('used', 0)} people{smallest})"
