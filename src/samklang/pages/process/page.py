"""What the pages of process show."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.forms import Form
from django.utils.translation import get_language

from samklang.methods.process.loop import Reason, StopState, may_move_on
from samklang.methods.process.template import Stop, in_language, line
from samklang.methods.process.template import stop as template_stop
from samklang.pages.components.addresses import Lying, lying
from samklang.pages.components.process_map import loop_strip, process_map, stop_name, trunk_strip
from samklang.pages.components.threads import thread_of
from samklang.pages.components.transit_map import TransitMap
from samklang.pages.components.where import Strip, Thread
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.enums import CharterKind
from samklang.records.process.queries import (
    CharterRow,
    DecisionRow,
    EvidenceRow,
    LetterRow,
    LoopRow,
    charters,
    decisions,
    evidence,
    evidence_at,
    facts_on,
    letters,
    loop,
    loops,
    trunk,
)
from samklang.records.process.services.note_evidence import RECORDED_ELSEWHERE

LATEST = 5
ON_A_PAGE = 25


@dataclass(frozen=True)
class ProcessPage:
    """The map, the lines and the latest decisions."""

    map: TransitMap
    loops: list[LoopRow]
    decisions: list[DecisionRow]
    may_lead: bool


@dataclass(frozen=True)
class StopPage:
    """A stop: its questions, what lies there, what is missing and where one can go from it."""

    stop: Stop
    name: str
    purpose: str
    time: str
    questions: list[str]
    strip: Strip
    lying: list[Lying]
    shown: Page[EvidenceRow]
    missing: list[str]
    loop: LoopRow | None
    here: bool
    next: str
    next_name: str
    refusal: str
    back: list[tuple[str, str]]
    way: str
    may_lead: bool
    thread: Thread | None
    form: Form | None
    charters: list[CharterRow]


@dataclass(frozen=True)
class LettersPage:
    """Who commits to what."""

    rows: list[LetterRow]
    strip: Strip
    form: Form | None


@dataclass(frozen=True)
class ChartersPage:
    """What the shared stops agreed: the newest of each kind, and the earlier versions."""

    current: list[CharterRow]
    earlier: list[CharterRow]
    strip: Strip
    form: Form | None


def process_page(initiative: InitiativeRef, actor: Actor) -> ProcessPage:
    """Build the index."""
    known = evidence(initiative=initiative, actor=actor)
    lines = loops(initiative=initiative, actor=actor, known=known)
    shared = trunk(initiative=initiative, actor=actor, known=known)
    agreed = charters(initiative=initiative, actor=actor)
    return ProcessPage(
        process_map(initiative, shared, lines, agreed),
        lines,
        decisions(initiative=initiative, actor=actor, latest=LATEST),
        has_role(actor, initiative, BACKBONE),
    )


def trunk_stop_page(initiative: InitiativeRef, actor: Actor, stop: str, form: Form, number: str = "") -> StopPage:
    """Build a shared stop's page; number: which page of what lies there. Raises NotAllowed for an unknown stop."""
    known = evidence(initiative=initiative, actor=actor)
    state = trunk(initiative=initiative, actor=actor, known=known)
    fact = _fact(state.stops, stop)
    agreed = charters(initiative=initiative, actor=actor)
    kind = {"A": "manifesto", "B": "mission", "C": "governance"}[stop]
    return _stop_page(
        initiative,
        actor,
        known,
        fact,
        trunk_strip(initiative, state, stop),
        None,
        form,
        [row for row in agreed if row.kind.value == kind],
        number,
    )


def loop_stop_page(
    initiative: InitiativeRef, actor: Actor, loop_id: int, stop: str, form: Form, number: str = ""
) -> StopPage:
    """Build a loop's stop; number: which page of what lies there. Raises NotAllowed for an unknown loop or stop."""
    known = evidence(initiative=initiative, actor=actor)
    row = loop(initiative=initiative, actor=actor, loop_id=loop_id, known=known)
    fact = _fact(row.state.stops, stop)
    return _stop_page(initiative, actor, known, fact, loop_strip(initiative, row, stop), row, form, [], number)


def noted_kinds(stop: str) -> list[str]:
    """The kinds of evidence one writes down by hand at a stop."""
    return [kind for each in template_stop(stop).requires for kind in each.any_of if kind not in RECORDED_ELSEWHERE]


def known_stop(stop: str, name: str) -> None:
    """Raise NotAllowed unless the line has the stop."""
    if stop not in line("trunk" if name == "trunk" else "loop").stops:
        raise NotAllowed


def _fact(stops: tuple[StopState, ...], wanted: str) -> StopState:
    found = next((each for each in stops if each.stop == wanted), None)
    if found is None:
        raise NotAllowed
    return found


def _stop_page(
    initiative: InitiativeRef,
    actor: Actor,
    rows: list[EvidenceRow],
    fact: StopState,
    strip: Strip,
    row: LoopRow | None,
    form: Form,
    agreed: list[CharterRow],
    number: str,
) -> StopPage:
    language = get_language() or "sv"
    stop = template_stop(fact.stop)
    loop_id, after = (row.id, row.turn_after) if row else (None, 0)
    # The newest first, a page at a time.
    shown = Paginator(evidence_at(rows, loop_id, fact.stop, after)[::-1], ON_A_PAGE).get_page(number)
    leads = has_role(actor, initiative, BACKBONE)
    here = row is not None and row.at == fact.stop
    following = _next(fact.stop) if here else ""
    answer = may_move_on(fact.stop, facts_on(rows, loop_id, after)) if following else None
    return StopPage(
        stop,
        in_language(stop.name, language),
        in_language(stop.purpose, language),
        in_language(stop.time, language),
        [in_language(question, language) for question in stop.questions],
        strip,
        lying(initiative, actor, shown.object_list),
        shown,
        [_told(reason) for reason in fact.missing],
        row,
        here,
        following,
        stop_name(following) if following else "",
        " ".join(_told(reason) for reason in answer.reasons) if answer else "",
        [(to, stop_name(to)) for to in stop.way_back_to] if here and leads else [],
        in_language(stop.way_back, language) if here else "",
        leads,
        thread_of(initiative, actor, loop_id) if row else None,
        form if leads and noted_kinds(fact.stop) else None,
        agreed,
    )


def _next(stop: str) -> str:
    order = line("loop").stops
    place = order.index(stop) + 1
    return order[place] if place < len(order) else ""


def _told(reason: Reason) -> str:
    return in_language(reason.text, get_language() or "sv")


def letters_page(initiative: InitiativeRef, actor: Actor, form: Form) -> LettersPage:
    """Build the letters of intent."""
    shown = form if has_role(actor, initiative, BACKBONE) else None
    strip = trunk_strip(initiative, trunk(initiative=initiative, actor=actor), "C")
    return LettersPage(letters(initiative=initiative, actor=actor), strip, shown)


def charters_page(initiative: InitiativeRef, actor: Actor, form: Form) -> ChartersPage:
    """Build the manifesto, the mission and the roles, with every earlier version."""
    rows = charters(initiative=initiative, actor=actor)
    newest = {kind: max((row.version for row in rows if row.kind == kind), default=0) for kind in CharterKind}
    strip = trunk_strip(initiative, trunk(initiative=initiative, actor=actor))
    return ChartersPage(
        [row for kind in CharterKind for row in rows if row.kind == kind and row.version == newest[kind]],
        [row for row in rows if row.version != newest[row.kind]],
        strip,
        form if has_role(actor, initiative, BACKBONE) else None,
    )
