"""The words of the sentences about value, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samklang.methods.value.number_text import Language


@dataclass(frozen=True)
class Words:
    """The sentences of one language, with names in braces; names: of each kind of number; kinds: of resources;
    years: one, and several; currency: by code."""

    point: str
    interval: str
    forecast: str
    weights: str
    may_not_fall_below: str
    may_not_exceed: str
    needs_more: str
    needs_less: str
    never: str
    currency: Mapping[str, str]
    names: Mapping[str, str]
    kinds: Mapping[str, str]
    years: tuple[str, str]


WORDS: dict[Language, Words] = {
    "sv": Words(
        point="Värdet är omkring {point} {currency} ({band}), mot resurser för {inputs} {currency}.",
        interval="Troligt värde {interval} {currency} (80 %); sannolikheten att värdet når upp till resurserna, "
        "{inputs} {currency}, är {reached}.",
        forecast="Prognos: ",
        weights="Kartan väger förändringar mot varandra och räknar inte om dem till pengar.",
        may_not_fall_below="{name} måste sjunka under {value} (nu {now}) innan värdet blir mindre än resurserna.",
        may_not_exceed="{name} måste överstiga {value} (nu {now}) innan värdet blir mindre än resurserna.",
        needs_more="{name} måste vara minst {value} (nu {now}) för att värdet ska nå upp till resurserna.",
        needs_less="{name} får vara högst {value} (nu {now}) för att värdet ska nå upp till resurserna.",
        never="{name}: ingen möjlig nivå gör värdet lika stort som resurserna.",
        currency={"SEK": "kr", "DKK": "danska kr"},
        names={
            "quantity": "Antalet",
            "improved": "Antalet som fått det bättre",
            "share_improved": "Andelen som fått det bättre",
            "change": "Förändringen per person",
            "unit_value": "Värdet av varje förändring",
            "counterfactual": "Det som hade hänt ändå",
            "attribution_to_others": "Andras andel",
            "closeness": "Närheten till förändringen",
            "displacement": "Undanträngningen",
            "duration_years": "Nyttoperioden",
            "drop_off": "Avtrappningen",
            "amount": "Resursen",
            "rate": "Diskonteringsräntan",
        },
        kinds={"money": "pengar", "time": "tid", "subsidy": "stöd"},
        years=("år", "år"),
    ),
    "en": Words(
        point="The value is about {point} {currency} ({band}), against resources of {inputs} {currency}.",
        interval="Probable value {interval} {currency} (80%); the chance that the value reaches the resources, "
        "{inputs} {currency}, is {reached}.",
        forecast="Forecast: ",
        weights="The map weighs changes against each other and doesn't turn them into money.",
        may_not_fall_below="{name} must fall below {value} (now {now}) before the value is less than the resources.",
        may_not_exceed="{name} must exceed {value} (now {now}) before the value is less than the resources.",
        needs_more="{name} must be at least {value} (now {now}) for the value to reach the resources.",
        needs_less="{name} may be at most {value} (now {now}) for the value to reach the resources.",
        never="{name}: nothing it could be makes the value equal to the resources.",
        currency={},
        names={
            "quantity": "The number",
            "improved": "The number who are better off",
            "share_improved": "The share who are better off",
            "change": "The change per person",
            "unit_value": "The value of each change",
            "counterfactual": "What would have happened anyway",
            "attribution_to_others": "Others' share",
            "closeness": "The closeness to the change",
            "displacement": "The displacement",
            "duration_years": "The benefit period",
            "drop_off": "The drop-off",
            "amount": "The resource",
            "rate": "The discount rate",
        },
        kinds={"money": "money", "time": "time", "subsidy": "subsidy"},
        years=("year", "years"),
    ),
    "da": Words(
        point="Værdien er omkring {point} {currency} ({band}), mod ressourcer for {inputs} {currency}.",
        interval="Sandsynlig værdi {interval} {currency} (80 %); sandsynligheden for, at værdien når op på "
        "ressourcerne, {inputs} {currency}, er {reached}.",
        forecast="Prognose: ",
        weights="Kortet vejer forandringer mod hinanden og regner dem ikke om til penge.",
        may_not_fall_below="{name} skal falde under {value} (nu {now}), før værdien bliver mindre end ressourcerne.",
        may_not_exceed="{name} skal overstige {value} (nu {now}), før værdien bliver mindre end ressourcerne.",
        needs_more="{name} skal være mindst {value} (nu {now}), for at værdien når op på ressourcerne.",
        needs_less="{name} må højst være {value} (nu {now}), for at værdien når op på ressourcerne.",
        never="{name}: intet muligt niveau gør værdien lige så stor som ressourcerne.",
        currency={"SEK": "svenske kroner", "DKK": "kroner"},
        names={
            "quantity": "Antallet",
            "improved": "Antallet, der har fået det bedre",
            "share_improved": "Andelen, der har fået det bedre",
            "change": "Forandringen pr. person",
            "unit_value": "Værdien af hver forandring",
            "counterfactual": "Det, der var sket alligevel",
            "attribution_to_others": "Andres andel",
            "closeness": "Nærheden til forandringen",
            "displacement": "Fortrængningen",
            "duration_years": "Nytteperioden",
            "drop_off": "Aftrapningen",
            "amount": "Ressourcen",
            "rate": "Diskonteringsrenten",
        },
        kinds={"money": "penge", "time": "tid", "subsidy": "tilskud"},
        years=("år", "år"),
    ),
}
