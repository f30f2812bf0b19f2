"""Records as pages show them: a decision, a figure, a group's reading, a working."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.components.lines import LineMark


@dataclass(frozen=True)
class Voice:
    """Somebody's words: an organisation or a body, never a named resident."""

    who: str
    words: str


@dataclass(frozen=True)
class Decision:
    """A decision for components/decision.html. Dissent gets the same size as support.

    facts: pairs of heading and text: what, reasons, votes, when it is tried again.
    """

    line: LineMark
    kicker: str
    title: str
    facts: tuple[tuple[str, str], ...]
    dissent: tuple[Voice, ...] = ()
    anchored: tuple[Voice, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One number for components/figures.html, with the address of its working."""

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True)
class Reading:
    """A group's reading of its curve, dated, for components/reading.html. A quote carries no sex, age or count."""

    line: LineMark
    words: str
    note: str
    heading: str = ""


@dataclass(frozen=True)
class LedgerRow:
    """One factor of a working: its number, what it is, where it comes from, and what stands after it."""

    sign: str
    factor: str
    what: str
    source: str
    running: str
    href: str = ""


@dataclass(frozen=True)
class Ledger:
    """A working for components/ledger.html: factor by factor to the sum."""

    sentence: str
    rows: tuple[LedgerRow, ...]
    total: str
    note: str = ""
