"""What the pages of value show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from samklang.methods.value.number_text import number_text, point_text
from samklang.methods.value.report import Report
from samklang.methods.value.rounding import point
from samklang.methods.value.uncertainty.break_even import BreakEven, NoSolution
from samklang.pages.components.charts import Chart, Waterfall
from samklang.pages.components.charts.waterfall import Step
from samklang.pages.components.records import Ledger
from samklang.pages.components.table import Table, table
from samklang.pages.components.threads import thread_of
from samklang.pages.components.value_words import (
    factor_name,
    finding_text,
    language,
    ledger_of,
    linked_sentence,
    ratio_of,
    value_sentence,
)
from samklang.pages.components.where import Thread
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import has_role
from samklang.records.people.permissions import Actor
from samklang.records.value.permissions import VALUES
from samklang.records.value.queries import LinkedQuantity, Valued, ValueMapRow, value_maps, valued, worked_out


@dataclass(frozen=True)
class ValuePage:
    """Every map with its sentence."""

    rows: list[tuple[ValueMapRow, str, bool]]
    may_value: bool


@dataclass(frozen=True)
class MapPage:
    """A map: sentence, picture, working, findings, what decides it, and where its quantities come from."""

    row: ValueMapRow
    sentence: str
    ratio: str
    errors: list[tuple[str, str, str]]
    warnings: list[tuple[str, str, str]]
    chart: Chart | None
    ledgers: list[Ledger]
    break_even: Table | None
    linked: list[tuple[LinkedQuantity, str]]
    thread: Thread | None
    may_value: bool


def value_page(initiative: InitiativeRef, actor: Actor) -> ValuePage:
    """Build the index."""
    rows = []
    for row in value_maps(initiative=initiative, actor=actor):
        found = worked_out(initiative, row)
        rows.append((row, value_sentence(found), found.answer.refused))
    return ValuePage(rows, has_role(actor, initiative, VALUES))


def map_page(initiative: InitiativeRef, actor: Actor, map_id: int) -> MapPage:
    """Build a map's page. Raises NotAllowed."""
    found = valued(initiative=initiative, actor=actor, map_id=map_id)
    answer = found.answer
    told = [(one.code, one.where, finding_text(one), one.severity) for one in answer.findings]
    return MapPage(
        found.row,
        value_sentence(found),
        ratio_of(answer),
        [(code, where, text) for code, where, text, severity in told if severity == "error"],
        [(code, where, text) for code, where, text, severity in told if severity == "warning"],
        waterfall_of(found),
        [ledger_of(one, one.outcome) for one in answer.working],
        _break_even(answer),
        [(one, linked_sentence(one)) for one in found.linked],
        thread_of(initiative, actor, found.row.programme.loop_id, "value", found.row.name),
        has_role(actor, initiative, VALUES),
    )


def waterfall_of(found: Valued) -> Chart | None:
    """From each outcome to the net: gains, harms, and the resources."""
    result = found.answer.result
    if result is None or result.total_value is None or found.answer.value_map.currency == "":
        return None
    steps = [*_outcome_steps(found), Step("sum", _("Value"), _told(result.total_value))]
    if result.total_inputs:
        steps.append(Step("resource", _("Resources"), -_told(result.total_inputs)))
        steps.append(Step("sum", _("Net"), _told(result.total_value) - _told(result.total_inputs)))
    return Waterfall(
        title=value_sentence(found),
        people=_("Worked out from the value map"),
        source=f"{found.row.name}, {_('version')} {found.row.version}",
        unit=_("kronor"),
        line=1,
        steps=tuple(steps),
    )


def _told(amount: Fraction) -> float:
    """An amount as it is told: three figures under a million, two above."""
    return float(point(amount))


def _outcome_steps(found: Valued) -> Iterator[Step]:
    result = found.answer.result
    if result is None:
        return
    for place, row in enumerate(result.outcomes):
        worth = _told(row.worth)
        label = f"{row.stakeholder}: {row.id}"
        if place == 0:
            yield Step("sum", label, worth, _("see the working"))
        else:
            yield Step("harm" if worth < 0 else "gain", label, worth, _("see the working"))


def _break_even(answer: Report) -> Table | None:
    """How far each number can move before the value no longer reaches what was put in."""
    rows = [_moved(one) for one in answer.break_even]
    if not rows:
        return None
    head = (_("Number"), _("Now"), _("Value equals resources at"))
    return table(_("What decides: one number moved at a time"), head, rows)


def _moved(one: BreakEven) -> tuple[str, str, str]:
    owner, _dot, key = one.parameter.removeprefix("inputs.").rpartition(".")
    name = f"{factor_name(key)} ({owner})" if owner != "discount" else factor_name(key)
    if isinstance(one.value, NoSolution):
        return name, number_text(one.central, language()), _("no value it could have")
    value = point_text(one.value, language()) if one.value >= 1000 else number_text(round(one.value, 2), language())
    return name, number_text(one.central, language()), value
