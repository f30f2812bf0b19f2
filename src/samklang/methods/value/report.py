"""The whole answer about a value map: figures, working, findings, uncertainty, break-even, or why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samklang.methods.kernel.findings import Finding, errors
from samklang.methods.value.display import Display, display
from samklang.methods.value.evaluate import OutcomeValue, Result, reckon
from samklang.methods.value.explain import Working, explain
from samklang.methods.value.guards.check import check
from samklang.methods.value.guards.counts import worst_case_share
from samklang.methods.value.guards.result import result_findings
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.number_text import Language, plain
from samklang.methods.value.other_rates import AtRate, at_other_rates
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.partners import by_partner, ledger_findings
from samklang.methods.value.sensitivity import Sensitivity, sensitivity
from samklang.methods.value.sentence_words import WORDS
from samklang.methods.value.sentences import value_sentence
from samklang.methods.value.uncertainty.break_even import BreakEven, break_evens
from samklang.methods.value.uncertainty.draws import draw
from samklang.methods.value.uncertainty.summary import Uncertainty, summarise, uncertainty_findings


@dataclass(frozen=True)
class Report:
    """Everything to show about a map. result and display are nothing where an error finding stops it."""

    value_map: ValueMap
    findings: tuple[Finding, ...]
    result: Result | None = None
    display: Display | None = None
    uncertainty: Uncertainty | None = None
    break_even: tuple[BreakEven, ...] = ()
    working: tuple[Working, ...] = ()
    other_rates: tuple[AtRate, ...] = ()
    sensitivity: Sensitivity | None = None

    @property
    def refused(self) -> bool:
        """Whether an error finding stops it."""
        return self.result is None


def report(
    value_map: ValueMap,
    draws: int | None = None,
    seed: int = 0,
    language: Language = "sv",
    beside: Sequence[ValueMap] = (),
    with_sensitivity: bool = False,
) -> Report:
    """Judge and reckon a map; with draws, also how sure it is. Errors come back as findings, never as exceptions.

    beside: the initiative's other maps: together they may not claim more than the whole of a change.
    """
    findings = (*ledger_findings((value_map, *beside), value_map), *check(value_map))
    if errors(findings):
        return Report(value_map, findings)
    result = reckon(value_map, centres(value_map))
    found = (*findings, *result_findings(result))
    drawn = draw(value_map, draws, seed) if draws is not None and value_map.monetary else None
    summary = None
    if drawn is not None:
        summary = summarise(drawn, result)
        found = (*found, *uncertainty_findings(result, summary))
    interval = (summary.p10, summary.p90) if summary is not None and summary.drawn else None
    return Report(
        value_map,
        found,
        result,
        display(result, interval, language),
        summary,
        break_evens(value_map),
        explain(value_map),
        at_other_rates(value_map),
        sensitivity(value_map, drawn) if with_sensitivity and value_map.monetary else None,
    )


def report_row(answer: Report) -> dict[str, Any]:
    """A report as plain data, for JSON: kronor as numbers, unrounded; a refused map has no totals."""
    result, value_map = answer.result, answer.value_map
    head = {
        "title": value_map.title,
        "kind": value_map.kind,
        "perspective": value_map.perspective,
        "currency": value_map.currency or None,
        "price_year": value_map.price_year or None,
        "discount": {"rate": _rate(value_map), "timing": value_map.discount.timing},
    }
    figures = {
        "outcomes": [] if result is None else [_outcome(value_map, row) for row in result.outcomes],
        "stakeholders": {} if result is None else {who: plain(value) for who, value in result.stakeholders.items()},
        "payers": {} if result is None else {who: plain(value) for who, value in result.payers.items()},
        "partners": {}
        if result is None
        else {who: plain(part) for who, part in by_partner(value_map, result).items()},
        "by_year": [] if result is None else [plain(value) for value in result.by_year],
        "total_value": None if result is None else plain(result.total_value),
        "total_inputs": None if result is None else plain(result.total_inputs),
        "net": None if result is None else plain(result.net),
        "ratio": None if result is None else plain(result.ratio),
        "display": None if answer.display is None else answer.display.as_row(),
        "uncertainty": None if answer.uncertainty is None else answer.uncertainty.as_row(),
        "break_even": [row.as_row() for row in answer.break_even],
        "at_other_rates": [row.as_row() for row in answer.other_rates],
        "sensitivity": None if answer.sensitivity is None else answer.sensitivity.as_row(),
        "sentences": {} if result is None else {language: value_sentence(answer, language) for language in WORDS},
        "findings": [finding.as_row() for finding in answer.findings],
    }
    return {**head, **figures}


def _rate(value_map: ValueMap) -> Any:
    rates = [(years, float(rate.centre)) for years, rate in value_map.discount.rates]
    return rates[0][1] if len(rates) == 1 else [list(period) for period in rates]


def _outcome(value_map: ValueMap, row: OutcomeValue) -> dict[str, Any]:
    outcome = next(outcome for outcome in value_map.outcomes if outcome.id == row.id)
    bounds = worst_case_share(outcome)
    return {
        "id": row.id,
        "stakeholder": row.stakeholder,
        "quantity": plain(row.quantity),
        "retained_share": plain(row.retained_share),
        "impact_year_1": plain(row.impact_year_1),
        "by_year": [plain(value) for value in row.by_year],
        "present_value": plain(row.present_value),
        "weight": plain(row.weight),
        "worst_case_share": None if bounds is None else [plain(end) for end in bounds],
    }
