"""A study as plain data, for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.result import ChangeResult
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
        "supported": [_supported_row(each, languages) for each in study.supported],
        "results": [_row_in(study, each, languages) for each in study.results],
        "further": [_row_in(study, each, languages) for each in study.further],
        "findings": [finding.as_row() for finding in study.findings],
    }


def _row_in(study: Study, result: ChangeResult, languages: Sequence[Language]) -> dict[str, Any]:
    """A result with what was found about its own columns in front, so that no figure is read without it."""
    doubts = [finding.as_row() for finding in doubts_about(study, result)]
    return {"findings": doubts, **result_row(result, languages)}


def doubts_about(study: Study, result: ChangeResult) -> tuple[Finding, ...]:
    """Findings about the columns a result rests on: its indicator's own, and those that belong to no indicator."""
    others = {each.id for each in study.plan.indicators} | {each.then for each in study.plan.indicators}
    others -= {result.indicator.id, result.indicator.then}
    elsewhere = {_column(name) for name in others}
    return tuple(each for each in study.findings if each.where.startswith("column ") and each.where not in elsewhere)


def _column(name: str) -> str:
    return f"column '{name}'"


def _supported_row(each: Supported, languages: Sequence[Language]) -> dict[str, Any]:
    return {
        "design": each.design,
        "indicator": each.indicator,
        "ok": each.ok,
        "level": each.level.code,
        "reasons": list(each.reasons),
        "reason_texts": {language: [reason.said(language) for reason in each.why] for language in languages},
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
        "readings": dict(readings(result, languages)),
        "caveat_texts": {language: list(caveats(result, language)) for language in languages},
        "assumption_texts": {language: list(assumptions(result, language)) for language in languages},
        "explain": {language: list(result.explain(language)) for language in languages},
        "suppressed": result.suppressed,
        "method_version": result.method_version,
        "input_hash": result.input_hash,
    }


def readings(result: ChangeResult, languages: Sequence[Language]) -> Iterator[tuple[Language, str]]:
    """What the group says lies behind the number, said to be its own, in each language it is given in."""
    given = result.indicator.reading
    for language in languages:
        if language in given:
            yield language, f"{texts_in(language).words['reading']}: {given[language]}"


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
