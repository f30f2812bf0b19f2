"""A value map by questions instead of by text: what one types becomes a row of the map."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

import yaml
from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from samklang.methods.value.map.reader import SCHEMA
from samklang.pages.components.forms import chosen, line
from samklang.records.activities.queries import ProgrammeRow

PERSPECTIVES = [
    ("society", _("Society as a whole")),
    ("municipality", _("The municipality")),
    ("region", _("The region")),
    ("state", _("The state")),
    ("individual", _("The people themselves")),
]
METHODS = [
    ("stated", _("People said what it is worth to them")),
    ("value_game", _("A value game with the target group")),
    ("wellbeing", _("Valued by well-being")),
    ("revealed", _("What people pay for something like it")),
    ("avoided_cost", _("A cost that is avoided")),
]
BASES = [
    ("expert", _("Somebody who knows judged it")),
    ("self_report", _("The participants say so")),
    ("statistics", _("Statistics")),
    ("matched", _("A comparison with others")),
    ("assumed", _("We assume it")),
]
KINDS = [("money", _("Money")), ("time", _("Time")), ("subsidy", _("Subsidy"))]
MOST = 10_000_000_000
SHARES = ("attribution_to_others", "closeness", "displacement")


def share(label: Any, help_text: Any) -> forms.DecimalField:
    """A share, asked in per cent."""
    return forms.DecimalField(
        label=label, help_text=help_text, min_value=0, max_value=100, max_digits=5, decimal_places=2
    )


def amount(label: Any, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    """Whole kronor or people."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=10_000_000_000, required=required, help_text=help_text
    )


class RowForm(forms.Form):
    """One row: what changed for whom, how much of it is ours, and what it was worth to them."""

    # A heading and the first field under it.
    headings: ClassVar[tuple[tuple[Any, str], ...]] = (
        (_("What changed, and for whom"), "stakeholder"),
        (_("What it was worth to them"), "unit_amount"),
        (_("What isn't ours to claim"), "counterfactual"),
        (_("How long it lasts"), "duration_years"),
    )

    stakeholder = line(_("For whom"), _("For example residents who take part."), longest=120)
    phenomenon = line(_("What changed"), _("One thing, for example safety in the evening."), longest=120)
    sign = forms.TypedChoiceField(
        label=_("Is it better or worse for them?"),
        coerce=int,
        choices=[(1, _("Better: it counts as value")), (-1, _("Worse: it counts as harm"))],
    )
    started = amount(_("How many started"))
    answered = amount(_("Of how many do you know how it went"), help_text=_("Count those who left early too."))
    improved = amount(_("For how many did it change"))
    unit_amount = amount(_("Kronor for each and year"))
    method = forms.ChoiceField(label=_("How that was valued"), choices=METHODS)
    unit_source = line(_("Source of the valuation"))
    counterfactual = share(_("Would have happened anyway, per cent"), _("Twenty per cent is written 20."))
    basis = forms.ChoiceField(label=_("What that rests on"), choices=BASES)
    counterfactual_source = line(_("Source of what would have happened anyway"))
    attribution_to_others = share(_("Due to others, per cent"), _("What other organisations and people caused."))
    attribution_to_others_source = line(_("Source of what is due to others"))
    closeness = share(_("Was already within reach, per cent"), _("How much of the change people had already made."))
    closeness_source = line(_("Source of what was within reach"))
    displacement = share(_("Moved to someone else, per cent"), _("Harm or help that only changed places."))
    displacement_source = line(_("Source of what was moved"))
    decision = line(
        _("Who decided on these numbers"), _("For example: Decision 4, or the working group."), required=False
    )
    duration_years = forms.DecimalField(label=_("How many years it lasts"), min_value=0, max_value=50, initial=1)
    drop_off = share(_("Fades each year by, per cent"), _("0 if it lasts a year only."))

    @property
    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields under their headings."""
        titles = {first: title for title, first in self.headings}
        found: list[tuple[Any, list[forms.BoundField]]] = []
        for field in self.visible_fields():
            if field.name in titles:
                found.append((titles[field.name], []))
            found[-1][1].append(field)
        return found

    def clean(self) -> dict[str, Any]:
        """Nobody improves who hasn't been heard of, and nobody is heard of who hasn't started."""
        given = super().clean() or {}
        if {"improved", "answered"} <= given.keys() and given["improved"] > given["answered"]:
            self.add_error("improved", _("More changed than you know of. Check both numbers."))
        if {"started", "answered"} <= given.keys() and given["answered"] > given["started"]:
            self.add_error("answered", _("You know of more than started. Check both numbers."))
        return given


class BeginForm(RowForm):
    """A new map with its first row and what was put in."""

    headings: ClassVar[tuple[tuple[Any, str], ...]] = (
        (_("The map"), "programme_id"),
        (_("What was put in"), "giver"),
        *RowForm.headings,
    )

    programme_id = forms.TypedChoiceField(label=_("Programme"), coerce=int)
    name = line(_("Name of the map"), longest=120)
    perspective = forms.ChoiceField(label=_("Whose value"), choices=PERSPECTIVES)
    price_year = forms.IntegerField(label=_("In the prices of the year"), min_value=1990, max_value=2100)
    giver = line(_("Who put something in"), longest=120)
    giver_kind = forms.ChoiceField(label=_("What they put in"), choices=KINDS)
    giver_amount = amount(_("Kronor it was worth"))
    giver_source = line(_("Source of what was put in"))
    time_giver = line(_("Whose time was put in"), _("Residents' and volunteers' time counts too."), longest=120)
    time_amount = amount(_("Kronor that time was worth"), help_text=_("0 if no time was given; the source says why."))
    time_source = line(_("Source of the time"), _("For example 200 hours at 250 kronor."))

    def __init__(self, *args: Any, programmes: Sequence[ProgrammeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "programme_id", [(row.id, row.name) for row in programmes])
        own = [name for name in self.fields if name not in RowForm.base_fields]
        self.order_fields([*own, *RowForm.base_fields])


def begun(given: Mapping[str, Any]) -> str:
    """A whole map as text."""
    return as_text(
        {
            "schema": SCHEMA,
            "title": given["name"],
            "kind": "evaluation",
            "perspective": given["perspective"],
            "currency": "SEK",
            "price_year": given["price_year"],
            "discount": {"rate": 0, "timing": "end"},
            "inputs": [
                _input(given["giver"], given["giver_kind"], given["giver_amount"], given["giver_source"]),
                _input(given["time_giver"], "time", given["time_amount"], given["time_source"]),
            ],
            "outcomes": [row_of(given, name_of(given, set()), given["price_year"])],
        }
    )


def with_row(written: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    """A map's text with one more row."""
    rows = list(written["outcomes"])
    taken = {str(row.get("id")) for row in rows}
    row = row_of(given, name_of(given, taken), written.get("price_year", 0))
    return as_text({**written, "outcomes": [*rows, row]})


def name_of(given: Mapping[str, Any], taken: Collection[str]) -> str:
    """A row's name: what changed, so that maps about different changes never seem to claim the same one."""
    name = slugify(given["phenomenon"], allow_unicode=True)[:60] or "rad"
    more = (f"{name}-{place}" for place in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in more if one not in taken)


def row_of(given: Mapping[str, Any], name: str, price_year: int) -> dict[str, Any]:
    """One outcome as value-map/1 writes it."""
    decided = {"decision": given["decision"]} if given["decision"] else {}
    shares = {key: {"share": _share(given[key]), "source": given[f"{key}_source"], **decided} for key in SHARES}
    return {
        "id": name,
        "stakeholder": given["stakeholder"],
        "phenomenon": given["phenomenon"],
        "started": given["started"],
        "answered": given["answered"],
        "improved": given["improved"],
        "unit_value": {
            "amount": given["unit_amount"],
            "unit": "SEK/person/year",
            "method": given["method"],
            "source": given["unit_source"],
            "price_year": price_year,
            **decided,
        },
        "counterfactual": {
            "share": _share(given["counterfactual"]),
            "basis": given["basis"],
            "source": given["counterfactual_source"],
            **decided,
        },
        **shares,
        "duration_years": _plain(given["duration_years"]),
        "drop_off": _share(given["drop_off"]),
        "starts": "during",
        "sign": given["sign"],
    }


def as_text(written: Mapping[str, Any]) -> str:
    """A map as YAML, in the order it is read."""
    text: str = yaml.safe_dump(dict(written), allow_unicode=True, sort_keys=False, width=100)
    return text


def _input(who: str, kind: str, kronor: int, source: str) -> dict[str, Any]:
    return {"stakeholder": who, "kind": kind, "amount": kronor, "source": source}


def _share(per_cent: Decimal) -> float | int:
    return _plain(per_cent / 100)


def _plain(number: Decimal) -> float | int:
    return int(number) if number == int(number) else float(number)
