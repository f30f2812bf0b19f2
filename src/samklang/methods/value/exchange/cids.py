"""A reckoned value map as a document of the Common Impact Data Standard 3.2.1 (JSON-LD).

Outcomes, indicators and their reports are the standard's basic tier; stakeholders, impact reports and counterfactuals
its further tiers. What the standard has no class for (shares due to others, displacement, drop-off, kronor and the
findings that must be said with them) stands under our own addresses: it is read or passed over, never misread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from urllib.parse import quote

from samklang.methods.value.evaluate import OutcomeValue, Result
from samklang.methods.value.exchange.cids_terms import context
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.report import Report

Node = dict[str, Any]

BASE = "urn:samklang:map:"
SHARES = {"attribution_to_others": "attributionToOthers", "closeness": "closeness", "displacement": "displacement"}


@dataclass(frozen=True)
class Reporter:
    """Who reports, and from which day to which: a value map says neither, and the standard asks for both."""

    organisation: str
    begins: date
    ends: date


def to_cids(answer: Report, reporter: Reporter) -> Node:
    """The document as plain data for JSON. Raises ValueError where an error finding stops the map."""
    if answer.result is None:
        raise ValueError("the map is refused, so there is nothing to report")
    maker = _Maker(answer.value_map, answer.result, reporter)
    return {"@context": context(), "@graph": [maker.organisation(), maker.map(answer), *maker.parts()]}


def decimal_text(number: Fraction | float) -> str:
    """A number without exponent, as xsd:decimal writes it."""
    return format(Decimal(repr(float(number))), "f").removesuffix(".0")


@dataclass(frozen=True)
class _Maker:
    value_map: ValueMap
    result: Result
    reporter: Reporter

    def _id(self, kind: str, name: str = "") -> str:
        """An address within the map; a name's own letters are kept as an address writes them."""
        path = "/".join(quote(part, safe="") for part in (self.value_map.title, kind, name) if part)
        return f"{BASE}{path}"

    @property
    def _period(self) -> Node:
        ends = {"startedAtTime": self.reporter.begins, "endedAtTime": self.reporter.ends}
        clock = {"startedAtTime": "00:00:00", "endedAtTime": "23:59:59"}
        return {name: f"{day.isoformat()}T{clock[name]}Z" for name, day in ends.items()}

    def organisation(self) -> Node:
        """Who reports, with all outcomes and indicators."""
        outcomes = self.value_map.outcomes
        return {
            "@id": self._id("organisation"),
            "@type": "cids:Organization",
            "hasLegalName": self.reporter.organisation,
            "hasOutcome": [self._id("outcome", each.id) for each in outcomes],
            "hasIndicator": [self._id("indicator", each.id) for each in outcomes],
        }

    def map(self, answer: Report) -> Node:
        """The map itself: how it was reckoned, what it comes to, and what must be said with it."""
        of = self.value_map
        result = self.result
        totals = _amounts(totalValue=result.total_value, totalInputs=result.total_inputs, ratio=result.ratio)
        return {
            "@id": self._id("model"),
            "@type": "cids:ImpactModel",
            "hasName": of.title,
            "hasDescription": f"Value map ({of.kind}) from the perspective of: {of.perspective}",
            "forOrganization": self._id("organisation"),
            "kind": of.kind,
            "perspective": of.perspective,
            **({"currency": of.currency, "priceYear": str(of.price_year), **totals} if of.monetary else {}),
            "input": [
                {"source": row.amount.source, "kind": row.kind, "amount": decimal_text(row.amount.centre)}
                | {"forStakeholder": self._id("stakeholder", row.stakeholder)}
                for row in of.inputs
            ],
            "finding": [
                {"code": row.code, "severity": row.severity, "where": row.where, "hasComment": row.text}
                for row in answer.findings
            ],
        }

    def parts(self) -> Iterator[Node]:
        """Themes and stakeholders, each once, then outcome by outcome."""
        outcomes = self.value_map.outcomes
        for theme in dict.fromkeys(each.phenomenon for each in outcomes if each.phenomenon):
            yield {"@id": self._id("theme", theme), "@type": "cids:Theme", "hasName": theme, "hasDescription": theme}
        from_inputs = [row.stakeholder for row in self.value_map.inputs]
        for name in dict.fromkeys((*(each.stakeholder for each in outcomes), *from_inputs)):
            yield {
                "@id": self._id("stakeholder", name),
                "@type": "cids:Stakeholder",
                "hasName": name,
                "hasDescription": name,
                "forOrganization": self._id("organisation"),
            }
        reckoned = {row.id: row for row in self.result.outcomes}
        for outcome in outcomes:
            yield from self._outcome(outcome, reckoned[outcome.id])

    def _outcome(self, outcome: Outcome, row: OutcomeValue) -> Iterator[Node]:
        own = {kind: self._id(kind, outcome.id) for kind in ("outcome", "indicator", "indicator-report", "impact")}
        organisation, who = self._id("organisation"), self._id("stakeholder", outcome.stakeholder)
        theme = {"forTheme": self._id("theme", outcome.phenomenon)} if outcome.phenomenon else {}
        told = f"{outcome.id} ({outcome.stakeholder})"
        yield {
            "@id": own["outcome"],
            "@type": "cids:Outcome",
            "hasName": outcome.id,
            "hasDescription": told,
            "forOrganization": organisation,
            **theme,
            "hasIndicator": own["indicator"],
            "hasStakeholderOutcome": self._id("stakeholder-outcome", outcome.id),
        }
        yield {
            "@id": own["indicator"],
            "@type": "cids:Indicator",
            "hasName": outcome.id,
            "hasIdentifier": outcome.id,
            "hasDescription": told,
            "unitDescription": _unit(outcome),
            "forOrganization": organisation,
            "forOutcome": own["outcome"],
            "hasIndicatorReport": own["indicator-report"],
        }
        yield {
            "@id": self._id("stakeholder-outcome", outcome.id),
            "@type": "cids:StakeholderOutcome",
            "hasName": told,
            "hasDescription": told,
            "forStakeholder": who,
            "forOutcome": own["outcome"],
            "hasImpactReport": own["impact"],
        }
        yield self._indicator_report(outcome, row, told)
        yield self._impact(outcome, row, told)

    def _indicator_report(self, outcome: Outcome, row: OutcomeValue, told: str) -> Node:
        return {
            "@id": self._id("indicator-report", outcome.id),
            "@type": "cids:IndicatorReport",
            "hasName": told,
            "forIndicator": self._id("indicator", outcome.id),
            "forOrganization": self._id("organisation"),
            **self._period,
            "value": _measure(row.quantity),
        }

    def _impact(self, outcome: Outcome, row: OutcomeValue, told: str) -> Node:
        """What of the change is reported, with every deduction and its source beside it."""
        shares = {name: _share(outcome.numbers[key]) for key, name in SHARES.items() if key in outcome.numbers}
        weight = {} if outcome.weight is None else {"weight": decimal_text(outcome.weight)}
        return {
            "@id": self._id("impact", outcome.id),
            "@type": "cids:ImpactReport",
            "hasName": told,
            "hasComment": ", ".join(_said(outcome, self.value_map)),
            "forOrganization": self._id("organisation"),
            "forOutcome": self._id("outcome", outcome.id),
            **self._period,
            "hasImpactScale": self._scale(outcome, row),
            **shares,
            "duration": {"years": decimal_text(outcome.numbers["duration_years"].centre)},
            "dropOff": _share(outcome.numbers["drop_off"]),
            **_money(outcome, row),
            **weight,
        }

    def _scale(self, outcome: Outcome, row: OutcomeValue) -> Node:
        number = outcome.numbers["counterfactual"]
        counterfactual = {
            "@id": self._id("counterfactual", outcome.id),
            "@type": "cids:Counterfactual",
            "hasDescription": number.source or "what would have happened anyway",
            **self._period,
            "value": _measure(number.centre),
            "mode": outcome.counterfactual_mode or "",
            "basis": outcome.basis or "",
        }
        return {
            "@id": self._id("scale", outcome.id),
            "@type": "cids:ImpactScale",
            "hasDescription": _counted(outcome),
            "value": _measure(row.quantity),
            "hasCounterfactual": counterfactual,
        }


def _unit(outcome: Outcome) -> str:
    if "quantity" in outcome.numbers:
        return "number counted"
    return "people × change" if "change" in outcome.numbers else "people"


def _said(outcome: Outcome, value_map: ValueMap) -> Iterator[str]:
    """What must be known of an outcome before its figures are used."""
    yield "harm" if outcome.sign < 0 else "good"
    yield value_map.kind
    if value_map.monetary and not outcome.valued:
        yield "not in the totals"


def _counted(outcome: Outcome) -> str:
    """What the number of an outcome is: a level or a difference has taken the counterfactual away already."""
    net = outcome.counterfactual_mode in ("level", "difference")
    return f"{_unit(outcome)}, {'the counterfactual' if net else 'nothing'} taken away"


def _measure(number: Fraction | float) -> Node:
    return {"@type": "Measure", "hasNumericalValue": decimal_text(number)}


def _share(number: Quantity) -> Node:
    return {"share": decimal_text(number.centre), "source": number.source}


def _money(outcome: Outcome, row: OutcomeValue) -> Mapping[str, Any]:
    """The unit value and what it comes to, where the outcome carries kronor."""
    if outcome.unit_value is None:
        return {}
    value = outcome.unit_value
    year = {"priceYear": str(value.price_year)} if value.price_year else {}
    amount = outcome.numbers["unit_value"]
    return {
        "unitValue": {
            "amount": decimal_text(amount.centre),
            "unit": value.unit,
            "method": value.method or "",
            "source": amount.source,
            **year,
        },
        **_amounts(impactYear1=row.impact_year_1, presentValue=row.present_value),
    }


def _amounts(**amounts: Fraction | None) -> Mapping[str, str]:
    """The amounts there are, by our own names."""
    return {name: decimal_text(amount) for name, amount in amounts.items() if amount is not None}
