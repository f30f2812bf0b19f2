"""What releases say in a few words: how much clearly changed, about how many of ten, a small group wave by wave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samklang.methods.disclosure.telling import difference
from samklang.pages.components.charts.bucket_slope import BucketSlope, WavePoint
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.release_view import AskedAbout, ReleaseView
from samklang.records.measurement.queries import ReadingRow

MOST_CARDS = 4
MOST_SLOPES = 3
MOST_WAVES = 5


@dataclass(frozen=True)
class TenCard:
    """About so many of ten gave one of the answers. dots: ten, filled or not; a dot is a tenth, never a person."""

    question: str
    tenths: int
    answers: str
    then: str
    readings: tuple[ReadingRow, ...]

    @property
    def dots(self) -> tuple[bool, ...]:
        """Which of the ten are filled."""
        return tuple(place < self.tenths for place in range(10))


@dataclass(frozen=True)
class ReadSlope:
    """A question over a small group's waves, with what the group itself has said of it."""

    chart: BucketSlope
    readings: tuple[ReadingRow, ...]


def finding(view: ReleaseView) -> str:
    """The sentence above an area's figures: in how many questions the change is more than chance; else the wave."""
    name = view.row.wave.name
    pairs = [(view.earlier[one.id].sensitive_share, one.told.sensitive_share) for one in _compared(view)]
    changes = [difference(then, now) for then, now in pairs if then and now]
    if not changes:
        return name
    clear = sum(change.low > 0 or change.high < 0 for change in changes)
    names = {"clear": clear, "all": len(changes), "before": view.before}
    if clear == 0:
        return _("No answer has changed more than chance can do since %(before)s") % names
    if clear == 1 == len(changes):
        return _("The answer has clearly changed since %(before)s") % names
    if clear == len(changes):
        return _("All %(all)s answers have clearly changed since %(before)s") % names
    return _("%(clear)s of %(all)s answers have clearly changed since %(before)s; the others may be chance") % names


def _compared(view: ReleaseView) -> list[AskedAbout]:
    return [one for one in view.questions if one.id in view.earlier]


def ten_cards(view: ReleaseView) -> list[TenCard]:
    """The questions to begin with: those somebody has read, then those where most gave a sensitive answer."""
    told = [(share.value, one) for one in view.questions if (share := one.told.sensitive_share)]
    told.sort(key=lambda pair: (not pair[1].readings, -pair[0]))
    return [_card(view, one) for _share, one in told[:MOST_CARDS]] if view.level == "exact" else []


def _card(view: ReleaseView, one: AskedAbout) -> TenCard:
    share = one.told.sensitive_share.value if one.told.sensitive_share else 0.0
    old = view.earlier[one.id].sensitive_share if one.id in view.earlier else None
    names = {"before": view.before, "then": percent(old.value) if old else "", "now": percent(share)}
    then = _("%(before)s: %(then)s. Now: %(now)s.") % names if old else ""
    return TenCard(one.text, int(share * 10 + 0.5), either(one.answers), then, one.readings)


def either(answers: Sequence[str]) -> str:
    """«a», «b» or «c»."""
    quoted = [_("“%(answer)s”") % {"answer": answer} for answer in answers]
    if len(quoted) < 2:
        return "".join(quoted)
    return _("%(first)s or %(last)s") % {"first": ", ".join(quoted[:-1]), "last": quoted[-1]}


def read_slopes(views: Sequence[ReleaseView]) -> list[ReadSlope]:
    """A small group wave by wave, the questions it has read first. views: its waves in order, all told in words."""
    views = views[-MOST_WAVES:]
    if len(views) < 2 or any(view.level not in ("words", "nothing") for view in views):
        return []
    said = {one.id: [*found] for view in views for one in view.readings for found in [one.readings]}
    for view in views[:-1]:
        for one in view.readings:
            said[one.id] = [*one.readings, *(each for each in said[one.id] if each not in one.readings)]
    last = views[-1]
    asked = sorted(last.questions, key=lambda one: one.id not in said)
    return [_slope(views, one, tuple(said.get(one.id, ()))) for one in asked[:MOST_SLOPES]]


def _slope(views: Sequence[ReleaseView], one: AskedAbout, readings: tuple[ReadingRow, ...]) -> ReadSlope:
    last = views[-1]
    points = []
    for view in views:
        told = next((each.told for each in view.questions if each.id == one.id), None)
        points.append(WavePoint(view.row.wave.name.split(",")[0], told.word if told else None))
    chart = BucketSlope(
        title=one.text,
        unit=_("How many answered %(answers)s") % {"answers": either(one.answers)},
        people=last.people or _("Too few answered last time for anything to be told"),
        source=last.row.wave.questionnaire,
        line=1,
        waves=tuple(points),
    )
    return ReadSlope(chart, readings)
