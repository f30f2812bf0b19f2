"""The picture of a value: from gross through the four deductions and the harms to value, resources and net."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from django.utils.translation import gettext as _

from samklang.methods.value.explain import Step as Factor
from samklang.methods.value.explain import Working
from samklang.methods.value.map.entities import DEDUCTIONS
from samklang.methods.value.number_text import per_cent_text, point_text
from samklang.pages.components.charts import Chart, Waterfall
from samklang.pages.components.charts.waterfall import Step, StepKind
from samklang.pages.components.value_words import basis_name, factor_name, language
from samklang.records.value.queries import Valued

THOUSAND, MILLION = 1000, 1_000_000
Amount: TypeAlias = tuple[StepKind, str, Fraction, str]  # kind, name, kronor, what it rests on


def waterfall_of(found: Valued) -> Chart | None:
    """The picture, or nothing for a map without kronor. In thousands under a million, in millions above."""
    result = found.answer.result
    if result is None or result.total_value is None or found.answer.value_map.currency == "":
        return None
    steps: list[Amount] = [*_gains(found.answer.working), *_harms(found.answer.working)]
    steps.append(("sum", _("Value"), result.total_value, ""))
    if result.total_inputs:
        steps.append(("resource", _("Resources"), -result.total_inputs, ""))
        steps.append(("sum", _("Net"), result.total_value - result.total_inputs, ""))
    large = max(abs(amount) for _kind, _name, amount, _note in steps) >= MILLION
    unit, decimals = (MILLION, 2) if large else (THOUSAND, 0)
    return Waterfall(
        title=_title(steps, result.total_value),
        people=_("Worked out from the value map, each step rounded by itself"),
        source=f"{found.row.name}, {_('version')} {found.row.version}",
        unit=_("million kronor") if large else _("thousand kronor"),
        line=1,
        steps=tuple(Step(kind, name, float(amount / unit), note) for kind, name, amount, note in steps),
        decimals=decimals,
    )


def _title(steps: Sequence[Amount], total: Fraction) -> str:
    """The finding of the picture: how much is left of what was there before anything was deducted."""
    gross = steps[0][2] if steps and steps[0][0] == "sum" else Fraction(0)
    if gross <= 0 or gross == total:
        return _("What it comes to: %(value)s kronor") % {"value": point_text(total, language())}
    names = {"gross": point_text(gross, language()), "value": point_text(total, language())}
    return _("Of %(gross)s kronor before deductions, %(value)s are left") % names


def _gains(workings: Sequence[Working]) -> Iterator[Amount]:
    """What the good outcomes come to before anything is deducted, and each deduction by name, zero or not."""
    good = [one for one in workings if one.present_value is not None and not _is_harm(one)]
    if not good:
        return
    yield "sum", _("Before deductions"), sum((_gross(one) for one in good), Fraction(0)), _who(good)
    for key in DEDUCTIONS:
        amount = sum((_deducted(one, key) for one in good), Fraction(0))
        yield "deduction", _name(key), -amount, _note(good, key)


def _harms(workings: Sequence[Working]) -> Iterator[Amount]:
    for one in workings:
        if one.present_value is not None and _is_harm(one):
            yield "harm", one.stakeholder, one.present_value, _("counted as harm")


def _is_harm(one: Working) -> bool:
    return one.present_value is not None and one.present_value < 0


def _gross(one: Working) -> Fraction:
    """In kronor what the outcome comes to before its first deduction, over all its years."""
    before = [step for step in one.steps if step.key not in ("unit_value", "sign") and not _deducts(step)]
    return (before[-1].running if before else Fraction(0)) * _kronor_for_each(one)


def _deducted(one: Working, key: str) -> Fraction:
    """In kronor what one factor takes away."""
    running = Fraction(0)
    for step in one.steps:
        if step.key == key and _deducts(step):
            return (running - step.running) * _kronor_for_each(one)
        running = step.running
    return Fraction(0)


def _deducts(step: Factor) -> bool:
    """Whether the step takes away. A counterfactual given as a difference is already in how many."""
    return step.key in DEDUCTIONS and step.operation in ("times_rest", "minus_level")


def _kronor_for_each(one: Working) -> Fraction:
    """Kronor for each of those who are left when everything is deducted, over all the years."""
    left = [step.running for step in one.steps if step.key not in ("unit_value", "sign")]
    if one.present_value is None or not left or left[-1] == 0:
        return Fraction(0)
    return abs(one.present_value) / left[-1]


def _who(good: Sequence[Working]) -> str:
    return ", ".join(dict.fromkeys(one.stakeholder for one in good))


def _name(key: str) -> str:
    return factor_name(key)[:1].upper() + factor_name(key)[1:]


def _note(good: Sequence[Working], key: str) -> str:
    """With one outcome the share and what it rests on; with several the working says it for each."""
    found = [step for one in good for step in one.steps if step.key == key]
    if len(good) > 1 or not found:
        return _("see the working")
    return _rests_on(found[0])


def _rests_on(step: Factor) -> str:
    if not _deducts(step):
        return _("only the difference from those compared with is counted")
    said = [basis_name(step.basis)] if step.basis else []
    if step.operation == "times_rest":
        said.insert(0, per_cent_text(step.number, language()))
    if step.source:
        said.append(step.source)
    return ", ".join(said) or _("see the working")
