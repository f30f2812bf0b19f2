"""What so many people can show, told before anything is collected: in SD or points, and as a sentence.

Formulas and sources: `methods.statistics.power`. spread: SD of the answers, in points; a change of the same people is
taken to spread as much, SD = spread·√(2(1 − r)) with r = 0.5 between a person's two answers, and the note says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samklang.methods.kernel.languages import in_language
from samklang.methods.measurement.before_collecting_words import NOTES, SENTENCES
from samklang.methods.measurement.effect.designs.comparison_linked import LEAST as LEAST_IN_ARM
from samklang.methods.measurement.effect.designs.cross_sections import LEAST as LEAST_IN_WAVE
from samklang.methods.measurement.effect.designs.paired_change import LEAST as LEAST_TWICE
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.sentences.figures import count, fixed, per_cent
from samklang.methods.statistics.power import smallest_paired, smallest_share, smallest_two_groups
from samklang.methods.statistics.refusals import BadArgument

Seen = Literal["same_people", "other_people", "two_groups", "share"]
Note = Literal["seen", "count_answers", "small", "two_ways", "half"]
SMALL_GROUP = 30


@dataclass(frozen=True)
class Sight:
    """What one way of asking can show. people: answers it rests on, by group or wave; least: fewest in each.

    smallest: in SD or points, None for a share or with too few; fall_to, rise_to: shares 0–1, None out of reach.
    """

    seen: Seen
    people: tuple[int, ...]
    least: int
    unit: Literal["sd", "points", "share"]
    smallest: float | None = None
    share: float | None = None
    fall_to: float | None = None
    rise_to: float | None = None

    @property
    def told(self) -> bool:
        """Whether there are enough to tell anything at all."""
        return min(self.people) >= self.least

    def sentence(self, language: Language) -> str:
        """One sentence in sv, en or da. Raises UnknownLanguage for another."""
        return in_language(SENTENCES, language)[self._key()].format(**self._slots(language))

    def _key(self) -> str:
        if not self.told:
            return f"{self.seen}.too_few"
        if self.seen != "share":
            return f"{self.seen}.{self.unit}"
        ends = (self.fall_to is not None, self.rise_to is not None)
        return {(True, True): "share.both", (True, False): "share.fall", (False, True): "share.rise"}.get(
            ends, "share.neither"
        )

    def _slots(self, language: Language) -> dict[str, str]:
        shares = {"p": self.share, "fall": self.fall_to, "rise": self.rise_to}
        return {
            "n": count(self.people[0], language),
            "m": count(self.people[-1], language),
            "least": count(self.least, language),
            "x": "" if self.smallest is None else fixed(self.smallest, 2, language),
            **{name: "" if share is None else per_cent(share) for name, share in shares.items()},
        }


def sights(
    n: int, others: int | None = None, share: float | None = None, spread: float | None = None
) -> tuple[Sight, ...]:
    """What n answers can show. others: as many who don't take part; share: a known share before, 0–1.

    Raises BadArgument for a share that isn't between 0 and 1: at the ends nothing varies, and the curve used is no
    picture of it.
    """
    if share is not None and not 0 < share < 1:
        raise BadArgument("share", f"{share:g} is no share above 0 and under 1")
    return tuple(_sights(n, others, share, spread))


def _sights(n: int, others: int | None, share: float | None, spread: float | None) -> Iterator[Sight]:
    unit: Literal["sd", "points"] = "sd" if spread is None else "points"
    sd = 1.0 if spread is None else spread
    twice = smallest_paired(n, sd=sd) if n >= LEAST_TWICE else None
    yield Sight("same_people", (n,), LEAST_TWICE, unit, twice)
    waves = smallest_two_groups(n, n, sd=sd) if n >= LEAST_IN_WAVE else None
    yield Sight("other_people", (n, n), LEAST_IN_WAVE, unit, waves)
    if others is not None:
        enough = min(n, others) >= LEAST_IN_ARM
        apart = smallest_two_groups(n, others, sd=sd) if enough else None
        yield Sight("two_groups", (n, others), LEAST_IN_ARM, unit, apart)
    if share is not None:
        drop, rise = smallest_share(n, share) if n >= LEAST_TWICE else (None, None)
        fall_to, rise_to = None if drop is None else share - drop, None if rise is None else share + rise
        yield Sight("share", (n,), LEAST_TWICE, "share", share=share, fall_to=fall_to, rise_to=rise_to)


def notes(found: tuple[Sight, ...], language: Language) -> tuple[str, ...]:
    """What must be said with it. Raises UnknownLanguage."""
    texts = in_language(NOTES, language)
    return tuple(texts[key] for key in _notes(found))


def _notes(found: tuple[Sight, ...]) -> Iterator[Note]:
    yield "seen"
    if any(each.unit == "points" for each in found):
        yield "half"
    yield "count_answers"
    if min(min(each.people) for each in found) < SMALL_GROUP:
        yield "small"
    if any(each.seen == "two_groups" for each in found):
        yield "two_ways"
