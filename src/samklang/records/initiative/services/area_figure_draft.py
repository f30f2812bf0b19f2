"""A figure about the area before it is stored, and what a figure must say to be one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samklang.methods.value.rounding import half_up
from samklang.records.initiative.enums import FigurePrecision, FigureUnit
from samklang.records.people.permissions import Refused

WHOLE = frozenset({FigureUnit.PEOPLE, FigureUnit.HOUSEHOLDS})
NEVER_NEGATIVE = WHOLE | {FigureUnit.YEARS}


@dataclass(frozen=True)
class AreaFigureDraft:
    """What somebody gives of a figure. value: nothing when a share is to be worked out from part and whole."""

    what: str
    unit: FigureUnit
    year: int
    source: str
    value: Decimal | None = None
    precision: FigurePrecision = FigurePrecision.EXACT
    is_forecast: bool = False
    earlier_value: Decimal | None = None
    earlier_year: int | None = None
    part: int | None = None
    whole: int | None = None
    of_what: str = ""
    comparison: str = ""


def fields_of(draft: AreaFigureDraft) -> dict[str, Any]:
    """The columns of a draft. A year that hasn't come can only hold a forecast. Raises Refused with what is wrong."""
    if not draft.what.strip() or not draft.source.strip():
        raise Refused(_("A figure needs a name and a source. Nobody can check a number that comes from nowhere."))
    _check_numbers(draft)
    _check_earlier(draft)
    _check_counts(draft)
    return {
        **asdict(draft),
        "what": draft.what.strip(),
        "source": draft.source.strip(),
        "of_what": draft.of_what.strip(),
        "comparison": draft.comparison.strip(),
        "value": _text(draft.value),
        "earlier_value": _text(draft.earlier_value),
        "is_forecast": draft.is_forecast or draft.year > timezone.localdate().year,
    }


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _check_numbers(draft: AreaFigureDraft) -> None:
    for value in (draft.value, draft.earlier_value):
        if value is None:
            continue
        if draft.unit in WHOLE and value != value.to_integral_value():
            raise Refused(_("People and households are whole. Write the number without decimals."))
        if draft.unit in NEVER_NEGATIVE and value < 0:
            raise Refused(_("This can't be less than none. Choose “a number” if it is a change."))


def _check_earlier(draft: AreaFigureDraft) -> None:
    if draft.earlier_year is None:
        return
    if draft.earlier_value is None:
        raise Refused(_("Give the earlier value too, or leave its year out."))
    if draft.earlier_year >= draft.year:
        raise Refused(
            _("The earlier value is from %(earlier)s, which isn't before %(year)s.")
            % {"earlier": draft.earlier_year, "year": draft.year}
        )


def _check_counts(draft: AreaFigureDraft) -> None:
    """A share's counts belong together, and the source's own per cent must be theirs but for its rounding."""
    part, whole = draft.part, draft.whole
    if part is None and whole is None and not draft.of_what.strip():
        if draft.value is None:
            raise Refused(_("Give the number, or for a share how many of how many."))
        return
    if draft.unit != FigureUnit.PER_CENT:
        raise Refused(_("“How many of how many” belongs to a per cent. Leave those fields empty."))
    if part is None or whole is None or not draft.of_what.strip():
        raise Refused(_("For a share, say how many, of how many, and of what."))
    if whole == 0 or part > whole:
        raise Refused(_("%(part)s of %(whole)s is no share. Check the two numbers.") % {"part": part, "whole": whole})
    if draft.value is not None and not _agrees(draft.value, Fraction(part * 100, whole)):
        exact = number_format(float(half_up(Fraction(part * 100, whole), Fraction(1, 100))), 2)
        told = {"part": _number(part), "whole": _number(whole), "value": _number(draft.value), "exact": exact}
        raise Refused(
            _("%(part)s of %(whole)s is %(exact)s per cent, not %(value)s. Check the number and its counts.") % told
        )


def _number(value: Decimal | int) -> str:
    return number_format(value, force_grouping=True)


def _agrees(value: Decimal, exact: Fraction) -> bool:
    """Whether a source's per cent can be its counts', rounded or cut: less than a step of its last decimal away."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return abs(Fraction(value) - exact) < Fraction(10) ** min(exponent, 0)
