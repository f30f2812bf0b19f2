"""What a line has come to, in one sentence: the change in what its outcome asks, with what can't be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from samklang.methods.disclosure.telling import Told, difference
from samklang.pages.components.charts import Chart, DotAndInterval, DotRow, Estimate
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.process_map import line_of
from samklang.pages.components.release_view import AskedAbout, ReleaseView, release_view
from samklang.records.measurement.queries import ReleaseDetail, ReleaseRow
from samklang.records.process.queries import LoopRow

Row = TypeVar("Row", bound=ReleaseRow)


@dataclass(frozen=True)
class LineFinding:
    """The finding of a line. text: who answered what; least: at least so many of them; unknown: what it can't say."""

    loop: LoopRow
    title: str
    text: str
    unknown: str
    wave: int
    now: Told
    then: Told
    source: str
    least: int

    @property
    def chart(self) -> Chart:
        """The finding as a picture: then hollow, now filled, each with where the value probably lies."""
        row = DotRow(self.loop.outcome.phenomenon, _estimate(self.now), _estimate(self.then))
        line = line_of(self.loop).colour
        return DotAndInterval(
            title=self.title, people=self.text, source=self.source, line=line, rows=(row,), smallest_n=self.least
        )


def latest_pair(rows: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """The area's last two releases, the earlier first."""
    area = sorted((row for row in rows if row.wave.group_id is None), key=lambda row: row.wave.number)
    return (area[-2], area[-1]) if len(area) > 1 else (None, area[-1] if area else None)


def view_of(rows: Sequence[ReleaseDetail]) -> ReleaseView | None:
    """The area's last release held against the one before, as anyone may read it."""
    before, after = latest_pair(rows)
    return release_view(after, public=True, before=before) if after else None


def line_findings(loops: Sequence[LoopRow], begun: set[int], view: ReleaseView | None) -> Iterator[LineFinding]:
    """A finding for each line on which something has been held and whose question can be told both times.

    begun: the loops on which something has been held.
    """
    for row in sorted(loops, key=lambda row: row.number):
        asked = _asked(view, row.outcome.question)
        if row.id in begun and view is not None and asked is not None:
            yield from _finding(row, asked, view)


def _asked(view: ReleaseView | None, question: str) -> AskedAbout | None:
    return next((one for one in view.questions if one.id == question), None) if view else None


def _finding(row: LoopRow, asked: AskedAbout, view: ReleaseView) -> Iterator[LineFinding]:
    now, told = asked.told.sensitive_share, view.earlier.get(asked.id)
    then = told.sensitive_share if told else None
    if now is None or then is None:
        return
    change = difference(then, now)
    names = {"about": row.outcome.phenomenon, "now": percent(now.value), "then": percent(then.value)}
    # Both are shares at the worse end, so a smaller one is the better.
    title = _("%(about)s: %(now)s gave one of the worst answers, %(then)s last time") % names
    text = _("%(people)s the question “%(question)s”") % {"people": view.people, "question": asked.text}
    unknown = _("We can't say that this is due to us: there is nobody like us to compare with.")
    if change.low <= 0 <= change.high:
        unknown = _("The difference can be chance. And if it isn't, we can't say that it is due to us.")
    source = f"{view.row.wave.questionnaire}, {view.row.wave.name}"
    least = asked.told.n or (asked.told.band or (0, 0))[0]
    yield LineFinding(row, title, text, unknown, view.row.wave.id, now, then, source, least)


def _estimate(told: Told) -> Estimate:
    return Estimate(told.value, told.low, told.high)
