"""A figure about the area in words: its number, what it is a share of, its year and its source."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.methods.value.rounding import half_up, per_cent
from samklang.pages.components.drawing.numbers import NO_BREAK, number, percent
from samklang.pages.components.table import Cell, Column, Table
from samklang.records.initiative.enums import FigurePrecision, FigureUnit
from samklang.records.initiative.queries import AreaFigureRow

Address = Callable[[AreaFigureRow], str]


def area_table(rows: list[AreaFigureRow], caption: str, opens: Address = lambda row: "") -> Table:
    """The figures as a table. opens: the address a figure's name leads to, if any."""
    columns = (
        Column(_("Figure")),
        Column(_("Number")),
        Column(_("Earlier")),
        Column(_("Year")),
        Column(_("Source")),
    )
    cells = [
        (
            Cell(row.what, opens(row)),
            Cell(area_number(row)),
            Cell(earlier_number(row) or "–"),
            Cell(_("%(year)s, forecast") % {"year": row.year} if row.is_forecast else str(row.year)),
            Cell(row.source),
        )
        for row in rows
    ]
    return Table(caption, columns, tuple(cells))


def area_number(row: AreaFigureRow) -> str:
    """``9 318 people``, ``over 1 000 people``, ``33.1 % (1 305 of 3 940 households)``, ``110 % above the mean``.

    A source's own per cent stays as the source writes it; one worked out from its counts is whole, half rounded up.
    """
    told = percent(Decimal(per_cent(row.share)) / 100) if row.value is None and row.share is not None else ""
    if row.value is not None:
        told = _with_precision(row.precision, in_unit(row.value, row.unit))
    return " ".join(one for one in (told, _counts(row), row.comparison) if one)


def earlier_number(row: AreaFigureRow) -> str:
    """The earlier value with its year, if the source gives one: ``14.6 % (2022)``."""
    if row.earlier_value is None:
        return ""
    told = in_unit(row.earlier_value, row.unit)
    return f"{told} ({row.earlier_year})" if row.earlier_year else told


def in_unit(value: Decimal, unit: FigureUnit) -> str:
    """A value as the source writes it, in its unit."""
    decimals = _decimals(value)
    if unit == FigureUnit.PER_CENT:
        return percent(value / 100, decimals)
    told = number(value, decimals)
    if unit == FigureUnit.KRONOR:
        return f"{told}{NO_BREAK}kr"
    if unit == FigureUnit.NUMBER:
        return told
    return _counted(unit, int(value)) % {"number": told}


def _counted(unit: FigureUnit, count: int) -> str:
    if unit == FigureUnit.PEOPLE:
        return ngettext("%(number)s person", "%(number)s people", count)
    if unit == FigureUnit.HOUSEHOLDS:
        return ngettext("%(number)s household", "%(number)s households", count)
    return ngettext("%(number)s year", "%(number)s years", count)


def _counts(row: AreaFigureRow) -> str:
    """What a share is a share of, and whether the source has rounded it in its own way."""
    if row.share is None or row.part is None or row.whole is None:
        return ""
    told = {"part": number(row.part), "whole": number(row.whole), "what": row.of_what}
    if row.value is None or row.value == _rounded(row):
        return _("(%(part)s of %(whole)s %(what)s)") % told
    return _("(%(part)s of %(whole)s %(what)s, as the source rounds it)") % told


def _rounded(row: AreaFigureRow) -> Fraction:
    """The share in per cent to as many decimals as the source gives, half up."""
    assert row.share is not None and row.value is not None
    return half_up(row.share * 100, Fraction(1, 10 ** _decimals(row.value)))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _with_precision(precision: FigurePrecision, told: str) -> str:
    words = {
        FigurePrecision.ABOUT: _("about %(number)s"),
        FigurePrecision.OVER: _("over %(number)s"),
        FigurePrecision.UNDER: _("under %(number)s"),
    }
    return words.get(precision, "%(number)s") % {"number": told}
