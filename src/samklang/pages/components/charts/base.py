"""What every chart is: a sentence, a picture, a table that says the same, who answered and where it comes from."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from samklang.pages.components.drawing.marks import Drawing
from samklang.pages.components.drawing.standalone import standalone
from samklang.pages.components.drawing.svg import clean
from samklang.pages.components.table import Table


class NotShowable(ValueError):
    """The picture would show more of a small group than may be shown."""


@dataclass(frozen=True)
class Figure:
    """A chart for a report: SVG with its own colours, what it says in words, and its table."""

    title: str
    unit: str
    svg: str
    alt: str
    below: str
    table: Table
    phone: str = ""
    """The same SVG for a phone; nothing where it can't be that narrow."""


@dataclass(frozen=True, kw_only=True)
class Chart(ABC):
    """A chart.

    title: the finding as a sentence. people: who answered (n, or a band under 100). source: survey, register, date.
    unit: unit and full scale. line: the colour's line, 0–3. Raises ValueError without title, people or source.
    """

    title: str
    people: str
    source: str
    unit: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        missing = [name for name in ("title", "people", "source") if not getattr(self, name).strip()]
        if missing:
            raise ValueError(f"A chart says who answered and where it comes from; missing: {', '.join(missing)}")

    @abstractmethod
    def _drawing(self) -> Drawing:
        """The picture, in the active language."""

    @abstractmethod
    def _table(self) -> Table:
        """The same as a table, in the active language."""

    @property
    def name(self) -> str:
        """A name for ids within a page, the same for the same chart."""
        return "c" + hashlib.sha256(repr(self).encode()).hexdigest()[:8]

    @property
    def below(self) -> str:
        """What stands under the picture: people and source."""
        return clean(f"{self.people.rstrip('.')}. {self.source.rstrip('.')}.")

    def drawing(self, lang: str) -> Drawing:
        """The picture's marks."""
        with translation.override(lang):
            return self._drawing()

    def table(self, lang: str) -> Table:
        """The picture as a table."""
        with translation.override(lang):
            return self._table()

    def alt(self, lang: str) -> str:
        """The picture in words: what the table says, row by row."""
        with translation.override(lang):
            table = self._table()
        rows = []
        for row in table.rows:
            pairs = zip(table.columns[1:], row[1:], strict=True)
            said = ", ".join(f"{column.label} {cell.text}" for column, cell in pairs if cell.text)
            rows.append(f"{row[0].text}: {said}")
        return clean(f"{self.title.rstrip('.')}. {'; '.join(rows)}. {self.below}")

    def svg(self, lang: str, rtl: bool = False, phone: bool = False) -> str:
        """The picture as one SVG with its own colours, 720 pixels wide, or 328 for a phone."""
        return standalone(self.drawing(lang), clean(self.title), self.alt(lang), lang, rtl, self.name, phone)

    def figure(self, lang: str, rtl: bool = False) -> Figure:
        """The chart for a report."""
        phone = "" if self.drawing(lang).scrolls else self.svg(lang, rtl, phone=True)
        svg, alt = self.svg(lang, rtl), self.alt(lang)
        return Figure(clean(self.title), clean(self.unit), svg, alt, self.below, self.table(lang), phone)


def check_floor(smallest_n: int | None, floor: int, picture: str) -> None:
    """Stop a picture of too small a group. None: the numbers are no answers (official statistics, votes).

    Raises NotShowable.
    """
    if smallest_n is not None and smallest_n < floor:
        raise NotShowable(
            _("%(picture)s is shown for groups of %(floor)s and more; this one is smaller. Use words.")
            % {"picture": picture, "floor": floor}
        )
