"""The three questions of every page as data: where am I, what does this build on, what is next."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.components.lines import LineMark, StopState


@dataclass(frozen=True)
class StripStop:
    """One stop on the strip."""

    id: str
    label: str
    state: StopState
    here: bool = False
    href: str = ""


@dataclass(frozen=True)
class Strip:
    """Where am I: the line's stops with this one marked.

    note: what stands after the line's name, for example ``turn 1``.
    """

    line: LineMark
    stops: tuple[StripStop, ...]
    note: str = ""


@dataclass(frozen=True)
class ThreadLink:
    """One knot of the thread; without an address it is this page or not made yet.

    word: need, decision, activity, answers, effect or value, in the reader's language.
    """

    word: str
    title: str
    href: str = ""
    here: bool = False

    @property
    def not_yet(self) -> bool:
        """Whether it doesn't exist yet."""
        return not self.href and not self.here


@dataclass(frozen=True)
class Thread:
    """What this page builds on, upwards, and what builds on it, downwards."""

    line: LineMark
    links: tuple[ThreadLink, ...]


@dataclass(frozen=True)
class NextStep:
    """The page's one primary action.

    refusal: why it can't be done now; the button is then disabled and says so.
    """

    line: LineMark
    where: str
    title: str
    text: str
    action: str
    href: str
    note: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class ThenRow:
    """What comes after the next step."""

    line: LineMark
    title: str
    href: str
    when: str = ""
