"""What the pages of value show."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.value.map.answers import our_share_steps
from samklang.methods.value.number_text import number_text, point_text
from samklang.methods.value.report import Report
from samklang.methods.value.uncertainty.break_even import BreakEven, NoSolution
from samklang.pages.components.charts import Chart
from samklang.pages.components.finding_words import finding_text
from samklang.pages.components.process_map import loop_strip
from samklang.pages.components.records import Ledger, LedgerRow
from samklang.pages.components.release_view import question_text
from samklang.pages.components.table import Cell, Column, Table, table
from samklang.pages.components.threads import thread_of
from samklang.pages.components.value_picture import waterfall_of
from samklang.pages.components.value_words import (
    SHARES,
    answers_read,
    factor_name,
    language,
    ledger_of,
    linked_sentence,
    place_name,
    ratio_of,
    value_sentence,
)
from samklang.pages.components.where import Strip, Thread
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import has_role
from samklang.records.measurement.queries import public_releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import decisions, loop
from samklang.records.publishing.queries import reports
from samklang.records.value.permissions import VALUES
from samklang.records.value.queries import (
    LinkedQuantity,
    Valued,
    ValueMapRow,
    linked_quantities,
    map_versions,
    value_maps,
    valued,
    worked_out,
)

DECIDE = 3  # how many of the numbers that decide are shown first
DECISION = re.compile(r"(?:beslut|beslutning|decision)\s+(\d+)", re.IGNORECASE)
RATES = (*SHARES, "rate")
PER_CENT = {"sv": "\u00a0%", "da": "\u00a0%", "en": "%"}


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
    inputs: Table
    people: Table | None
    ledgers: list[tuple[str, Ledger]]
    decide: Table | None
    others: Table | None
    linked: list[tuple[LinkedQuantity, str]]
    versions: list[ValueMapRow]
    told_in: list[tuple[int, str]]
    strip: Strip
    thread: Thread | None
    may_value: bool


def value_page(initiative: InitiativeRef, actor: Actor) -> ValuePage:
    """Build the index."""
    rows = []
    known = value_maps(initiative=initiative, actor=actor)
    told = public_releases(initiative) if any(row.links for row in known) else None
    for row in known:
        found = worked_out(initiative, row, known, told)
        rows.append((row, value_sentence(found), found.answer.refused))
    return ValuePage(rows, has_role(actor, initiative, VALUES))


def map_page(initiative: InitiativeRef, actor: Actor, map_id: int) -> MapPage:
    """Build a map's page. Raises NotAllowed."""
    found = valued(initiative=initiative, actor=actor, map_id=map_id)
    answer = found.answer
    told = [(one.code, one.where, finding_text(one, found.shared), one.severity) for one in answer.findings]
    versions = [one for one in map_versions(initiative=initiative, actor=actor) if one.name == found.row.name]
    ids = {one.id for one in versions}
    moved = _by_nearness(answer)
    line = loop(initiative=initiative, actor=actor, loop_id=found.row.programme.loop_id)
    return MapPage(
        found.row,
        value_sentence(found),
        ratio_of(answer),
        [(code, where, text) for code, where, text, severity in told if severity == "error"],
        [(code, place_name(where), text) for code, where, text, severity in told if severity == "warning"],
        waterfall_of(found),
        _inputs(answer),
        _people(answer),
        _ledgers(initiative, actor, found),
        _break_even(answer, moved[:DECIDE], _("What the value stands or falls with: one number moved at a time")),
        _break_even(answer, moved[DECIDE:], _("The other numbers, moved one at a time")),
        [(one, linked_sentence(one)) for one in found.linked],
        versions,
        [(one.number, one.title) for one in reports(initiative=initiative, actor=actor) if one.value_map_id in ids],
        loop_strip(initiative, line, "6"),
        thread_of(initiative, actor, found.row.programme.loop_id, "value", found.row.name, found.row.name),
        has_role(actor, initiative, VALUES),
    )


def _inputs(answer: Report) -> Table:
    """What was put in, with where each number comes from."""
    columns = (Column(_("Resource")), Column(_("Kronor"), amount=True), Column(_("Source")))
    rows = [
        (
            Cell(f"{one.stakeholder}: {factor_name(one.kind)}"),
            Cell(number_text(one.amount.centre, language())),
            Cell(one.amount.source or _("no source")),
        )
        for one in answer.value_map.inputs
    ]
    return Table(_("What was put in"), columns, tuple(rows))


def _people(answer: Report) -> Table | None:
    """For whom: what it comes to for each stakeholder, those who lose by it too."""
    if answer.result is None or len(answer.result.stakeholders) < 2 or not answer.value_map.monetary:
        return None
    rows = sorted(answer.result.stakeholders.items(), key=lambda one: -(one[1] or 0))
    cells = [
        (who, point_text(worth, language()), _("counted as harm") if worth < 0 else _("gain"))
        for who, worth in rows
        if worth is not None
    ]
    return table(_("For whom"), (_("Stakeholder"), _("Kronor"), _("Counted as")), cells)


def _ledgers(initiative: InitiativeRef, actor: Actor, found: Valued) -> list[tuple[str, Ledger]]:
    """Each outcome's working; a factor's decision leads to the decision, a linked quantity to its results."""
    numbers = {row.number for row in decisions(initiative=initiative, actor=actor)}
    results = {
        one.outcome: reverse("result", kwargs={"slug": initiative.slug, "wave": one.after.wave.id})
        for one in found.linked
        if one.change is not None and one.after is not None
    }
    asked = _asked_of_participants(found.row.text)
    ledgers = []
    for working in found.answer.working:
        ledger = ledger_of(working, working.outcome)
        if working.outcome in asked:
            ledger = replace(ledger, note=f"{ledger.note} {answers_read(our_share_steps())}")
        rows = tuple(_linked_row(initiative, row, numbers, results.get(working.outcome, "")) for row in ledger.rows)
        ledgers.append((working.outcome, replace(ledger, rows=rows)))
    return ledgers


def _asked_of_participants(text: str) -> set[str]:
    """The outcomes whose share due to others comes from what participants answered."""
    rows = read_yaml(text, "map")["outcomes"]
    return {str(row["id"]) for row in rows if "our_share_answers" in row.get("attribution_to_others", {})}


def _linked_row(initiative: InitiativeRef, row: LedgerRow, numbers: set[int], result: str) -> LedgerRow:
    named = DECISION.search(row.source)
    if named and int(named[1]) in numbers:
        return replace(row, href=reverse("decision", kwargs={"slug": initiative.slug, "number": int(named[1])}))
    return replace(row, href=result) if result and row.what == factor_name("counterfactual") else row


def _by_nearness(answer: Report) -> list[BreakEven]:
    """Those that can turn the answer first, the one that has to move least at the top."""

    def distance(one: BreakEven) -> tuple[bool, Fraction]:
        if isinstance(one.value, NoSolution):
            return True, Fraction(0)
        return False, abs(one.value - one.central) / (abs(one.central) or 1)

    return sorted(answer.break_even, key=distance)


def _break_even(answer: Report, rows: list[BreakEven], caption: str) -> Table | None:
    """How far each number can move before the value no longer reaches what was put in."""
    if not rows:
        return None
    head = (_("Number"), _("Now"), _("Value equals resources at"))
    return table(caption, head, [_moved(one, answer) for one in rows])


def _moved(one: BreakEven, answer: Report) -> tuple[str, str, str]:
    owner, _dot, key = one.parameter.removeprefix("inputs.").rpartition(".")
    differs = {row.id for row in answer.value_map.outcomes if row.counterfactual_mode == "difference"}
    held_against = key == "counterfactual" and owner in differs
    factor = _("more than among those compared with") if held_against else factor_name(key)
    name = f"{factor} ({owner})" if owner not in ("", "discount") else factor
    solved = _("no value it could have") if isinstance(one.value, NoSolution) else _written(key, one.value)
    return name, _written(key, one.central), solved


def _written(key: str, value: Fraction) -> str:
    if key in RATES:
        return f"{number_text(round(value * 100, 1), language())}{PER_CENT[language()]}"
    if abs(value) >= 1000:
        return point_text(value, language())
    return number_text(round(value, 2), language())


def sources_of(initiative: InitiativeRef, found: Valued) -> list[tuple[str, str]]:
    """Where a quantity can be taken from: outputs, and questions whose change between two waves may be told."""
    rows = [("", _("The number written in the map"))]
    for output in found.row.programme.outputs:
        rows.append((f"output:{output.id}", f"{output.what}: {output.count} ({output.source})"))
    told = public_releases(initiative)
    area = sorted((row for row in told if row.wave.group_id is None), key=lambda row: row.wave.number)
    for place, before in enumerate(area):
        for after in area[place + 1 :]:
            for one in after.content["questions"]:
                link = {"before": before.wave.id, "after": after.wave.id, "question": one["id"]}
                if one["ordered"] and linked_quantities(initiative, {"": link}, found.row.programme, told)[0].stands:
                    label = f"{before.wave.name} → {after.wave.name}: {question_text(one)['text']}"
                    rows.append((f"change:{before.wave.id}:{after.wave.id}:{one['id']}", label))
    return rows


def link_of(source: str) -> dict[str, int | str] | None:
    """A choice of ``sources_of`` as a link."""
    kind, _colon, rest = source.partition(":")
    if kind == "output":
        return {"output": int(rest)}
    if kind == "change":
        before, after, question = rest.split(":", 2)
        return {"before": int(before), "after": int(after), "question": question}
    return None
