"""What a value map says, in words: its factors, its findings, its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.value.explain import Step, Working
from samklang.methods.value.number_text import (
    Language,
    band_text,
    interval_text,
    number_text,
    per_cent_text,
    point_text,
    ratio_text,
)
from samklang.methods.value.report import Report
from samklang.methods.value.rounding import per_cent
from samklang.methods.value.valuation.attribution import Steps
from samklang.pages.components.records import Ledger, LedgerRow
from samklang.records.value.queries import LinkedQuantity, Valued

MIDDLE = Fraction(8, 10)  # of the draws, between p10 and p90
SHARES = ("counterfactual", "attribution_to_others", "closeness", "displacement", "share_improved", "drop_off")


def language() -> Language:
    """The reader's language, as numbers are written in it."""
    found = get_language() or "sv"
    return "en" if found.startswith("en") else "da" if found.startswith("da") else "sv"


def factor_name(key: str) -> str:
    """A factor of the working."""
    return {
        "quantity": _("how many"),
        "started": _("people who started"),
        "improved": _("people who changed for the better"),
        "answered": _("of those who answered"),
        "share_improved": _("share who changed for the better"),
        "change": _("mean change"),
        "counterfactual": _("would have happened anyway"),
        "attribution_to_others": _("due to others"),
        "closeness": _("was already within reach"),
        "displacement": _("moved to someone else"),
        "unit_value": _("kronor each"),
        "duration_years": _("years it lasts"),
        "drop_off": _("fades each year by"),
        "rate": _("discount rate"),
        "money": _("money"),
        "time": _("time"),
        "subsidy": _("subsidies"),
        "sign": _("counted as harm"),
    }.get(key, key)


def place_name(where: str) -> str:
    """Where in a map a finding stands, as people say it: outcomes.safer.closeness is safer: was already within reach.

    Nothing for what holds for the whole map.
    """
    _part, *named = where.split(".")
    return ": ".join([named[0], *map(factor_name, named[1:2])]) if named else ""


def basis_name(basis: str) -> str:
    """What a counterfactual rests on."""
    return {
        "trial": _("a trial"),
        "matched": _("a comparison"),
        "register": _("registers"),
        "statistics": _("statistics"),
        "expert": _("an expert's judgement"),
        "self_report": _("what participants say"),
        "assumed": _("an assumption"),
    }.get(basis, basis)


def unit_name(unit: str) -> str:
    """A unit as people say it: ``SEK/person/year`` is kronor for each person and year."""
    names = {"SEK": _("kronor"), "person": _("person"), "household": _("household"), "year": _("year")}
    first, *others = unit.split("/")
    if first not in names or not others:
        return unit
    each = [names.get(one, one) for one in others]
    return _("%(first)s for each %(others)s") % {"first": names[first], "others": _(" and ").join(each)}


def value_in_short(valued: Valued) -> str:
    """The range alone, held against what was put in."""
    answer = valued.answer
    if answer.result is None or answer.result.total_value is None:
        return ""
    names = {
        "spread": interval_of(answer) or _band(answer),
        "inputs": point_text(answer.result.total_inputs, language()),
    }
    return _("Probable value %(spread)s kronor, against %(inputs)s put in.") % names


def value_sentence(valued: Valued) -> str:
    """What the map comes to, in a sentence with its uncertainty. Refused maps have none."""
    answer = valued.answer
    if answer.result is None or answer.display is None or answer.result.total_value is None:
        return ""
    inputs = point_text(answer.result.total_inputs, language())
    spread = interval_of(answer)
    if spread and answer.uncertainty is not None and answer.uncertainty.probability_ratio_at_least_1 is not None:
        reached = per_cent_text(answer.uncertainty.probability_ratio_at_least_1, language())
        return _(
            "Probable value %(spread)s kronor (%(middle)s); the chance that it is above what was put in, "
            "%(inputs)s kronor, is %(reached)s."
        ) % {
            "spread": spread,
            "middle": per_cent_text(Fraction(4, 5), language()),
            "inputs": inputs,
            "reached": reached,
        }
    return _("Value %(band)s kronor, held against %(inputs)s kronor put in.") % {
        "band": _band(answer),
        "inputs": inputs,
    }


def interval_of(answer: Report) -> str:
    """The middle 80 per cent of the draws, rounded outward; nothing when no number was given as a range."""
    summary = answer.uncertainty
    if summary is None or not summary.drawn:
        return ""
    return interval_text(summary.p10, summary.p90, language())


def _band(answer: Report) -> str:
    total = answer.result.total_value if answer.result else None
    return band_text(total, language()) if total is not None else ""


def ratio_of(answer: Report) -> str:
    """Resources to value, as 1:1,4; nothing where there is none."""
    return (ratio_text(answer.result.ratio, language()) or "") if answer.result else ""


def ledger_of(working: Working, title: str) -> Ledger:
    """An outcome's working, factor by factor."""
    rows = (*map(_row, working.steps), *_years(working))
    total = point_text(working.present_value, language()) if working.present_value is not None else ""
    said = _("Comes to about %(total)s kronor") % {"total": total} if total else _("Not valued in money")
    return Ledger(f"{title}: {working.stakeholder}", rows, said, " ".join(_shares_of(working)))


def _shares_of(working: Working) -> Iterator[str]:
    """How many changed of those who answered, and how much of the change is left after the deductions."""
    known = {step.key: step.number for step in working.steps}
    if known.get("improved") is not None and known.get("answered"):
        told = per_cent_text(known["improved"] / known["answered"], language())
        yield _("%(share)s of those who answered changed for the better.") % {"share": told}
    left = [1 - step.number for step in working.steps if step.operation == "times_rest"]
    if any(one != 1 for one in left):
        yield _("%(share)s of it is left after the deductions.") % {"share": per_cent_text(prod(left), language())}


def answers_read(steps: Steps) -> str:
    """How each answer about our share of a change is read: ``1 as 0–25 %, 2 as …``."""
    read = [
        _("%(answer)s as %(low)s–%(high)s")
        % {"answer": code, "low": f"{per_cent(low)}", "high": per_cent_text(high, language())}
        for code, (low, high) in sorted(steps.items())
    ]
    return _(
        "Participants' answers on how much is due to us are read like this: %(steps)s. What is left is due to others."
    ) % {"steps": ", ".join(read)}


def _years(working: Working) -> Iterator[LedgerRow]:
    """What each year comes to, where time changes it: drop-off, part years, discounting."""
    plain = len(working.years) == 1 and working.years[0].present_value == working.years[0].impact
    for year in () if plain else working.years:
        kept = year.left_share * year.part * year.discount_factor
        words = _("of it in year %(year)s, after fading and discounting") % {"year": year.year}
        kept_text, value_text = (number_text(_short(one), language()) for one in (kept, year.present_value))
        yield LedgerRow("×", kept_text, words, "", value_text)


def _row(step: Step) -> LedgerRow:
    signs = {"start": "", "times": "×", "divide": "÷", "minus_level": "−", "times_rest": "×"}
    decided = _("decided: %(decision)s") % {"decision": step.decision} if step.decision else ""
    basis = basis_name(step.basis) if step.basis else ""
    told = [part for part in (unit_name(step.unit), basis, step.source, decided) if part]
    held_against = step.key == "counterfactual" and step.operation == "times"
    return LedgerRow(
        signs[step.operation],
        f"(1\u00a0−\u00a0{_number(step)})" if step.operation == "times_rest" else _number(step),
        _("more than among those compared with") if held_against else factor_name(step.key),
        " · ".join(told),
        number_text(_short(step.running), language()),
    )


def _number(step: Step) -> str:
    if step.key in SHARES:
        return per_cent_text(step.number, language())
    return number_text(step.number, language())


def _short(value: Fraction) -> Fraction:
    """Two decimals are enough to follow a working by, and none from a thousand."""
    parts = 1 if abs(value) >= 1000 else 100
    return Fraction(round(value * parts), parts)


def linked_sentence(one: LinkedQuantity) -> str:
    """Where a linked quantity comes from, with what it can't say."""
    if one.output is not None:
        return _("Taken from what has been counted: %(count)s %(what)s, from %(source)s.") % {
            "count": number_text(Fraction(one.output.count), language()),
            "what": one.output.what,
            "source": one.output.source,
        }
    if one.change is None:
        return _("The results it was taken from are withdrawn or too few. The number written in the map stands.")
    points = round(-one.change.difference.value * 100)
    told = (
        _(
            "Taken from released answers: among those who take part, the share at the worse end fell %(points)s "
            "percentage points more than among the others."
        )
        if points >= 0
        else _(
            "Taken from released answers: among those who take part, the share at the worse end rose %(points)s "
            "percentage points more than among the others."
        )
    )
    caution = _("The two waves are not the same people, so this is a change beside a comparison, not proof.")
    return f"{told % {'points': abs(points)}} {caution}"
