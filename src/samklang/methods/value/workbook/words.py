"""The words of our workbook beside its heads: sheets, settings, what is chosen from a list, and what is told."""

from __future__ import annotations

from collections.abc import Mapping

from samklang.methods.kernel.languages import in_language
from samklang.methods.value.number_text import Language

Said = tuple[str, str, str]  # in Swedish, English and Danish
LANGUAGES: tuple[Language, ...] = ("sv", "en", "da")

SHEETS: Mapping[str, Said] = {
    "result": ("Resultat", "Result", "Resultat"),
    "map": ("Värdekarta", "Value map", "Værdikort"),
    "inputs": ("Resurser", "Inputs", "Ressourcer"),
    "ranges": ("Spann", "Ranges", "Spænd"),
    "about": ("Om kartan", "About", "Om kortet"),
}
SETTINGS: Mapping[str, Said] = {
    "title": ("Titel", "Title", "Titel"),
    "kind": ("Slag av analys", "Kind of analysis", "Slags analyse"),
    "perspective": ("Perspektiv", "Perspective", "Perspektiv"),
    "currency": ("Valuta", "Currency", "Valuta"),
    "price_year": ("Prisår", "Price year", "Prisår"),
    "timing": ("Diskonteras vid årets", "Discounted at the year's", "Diskonteres ved årets"),
}
RATES: Mapping[str, Said] = {
    "years": ("Så många år", "So many years", "Så mange år"),
    "rate": ("Diskonteringsränta", "Discount rate", "Diskonteringsrente"),
    "from": ("Från år", "From year", "Fra år"),
}
# Each list is for one column or setting, by its key; the words of a value map come first, then what people read.
CHOICES: Mapping[str, Mapping[str, Said]] = {
    "kind": {
        "evaluation": ("utvärdering", "evaluation", "evaluering"),
        "forecast": ("prognos", "forecast", "prognose"),
    },
    "timing": {"end": ("slut", "end", "slutning"), "start": ("början", "start", "begyndelse")},
    "sign": {"1": ("vinst", "gain", "gevinst"), "-1": ("skada", "harm", "skade")},
    "starts": {
        "during": ("under insatsen", "during the activity", "under indsatsen"),
        "after": ("året efter", "the year after", "året efter"),
    },
    "unit_value.method": {
        "stated": ("uppgett", "stated", "angivet"),
        "revealed": ("visat i handling", "revealed", "vist i handling"),
        "wellbeing": ("välbefinnande", "well-being", "trivsel"),
        "avoided_cost": ("undviken kostnad", "avoided cost", "undgået omkostning"),
        "value_game": ("värdespel", "value game", "værdispil"),
        "relative": ("relativt", "relative", "relativt"),
    },
    "unit_value.transfer": {"true": ("ja", "yes", "ja"), "false": ("nej", "no", "nej")},
    "counted": {"true": ("ja", "yes", "ja"), "false": ("nej", "no", "nej")},
    "counterfactual.mode": {
        "share": ("andel", "share", "andel"),
        "level": ("nivå", "level", "niveau"),
        "difference": ("skillnad", "difference", "forskel"),
    },
    "counterfactual.basis": {
        "trial": ("lottning", "trial", "lodtrækning"),
        "matched": ("matchad jämförelse", "matched", "matchet sammenligning"),
        "register": ("register", "register", "register"),
        "statistics": ("statistik", "statistics", "statistik"),
        "expert": ("bedömare", "expert", "ekspert"),
        "self_report": ("självskattning", "self-report", "selvrapportering"),
        "assumed": ("antagande", "assumed", "antagelse"),
    },
    "inputs.kind": {
        "money": ("pengar", "money", "penge"),
        "time": ("tid", "time", "tid"),
        "subsidy": ("stöd", "subsidy", "tilskud"),
    },
}
TOLD: Mapping[str, Said] = {
    "total_value": ("Totalt värde (nuvärde)", "Total value (present value)", "Samlet værdi (nutidsværdi)"),
    "total_inputs": ("Resurser", "Resources", "Ressourcer"),
    "net": ("Netto", "Net", "Netto"),
    "ratio": (
        "Kvot, värde per insatt krona (1:x)",
        "Ratio, value per unit put in (1:x)",
        "Forhold, værdi pr. krone (1:x)",
    ),
    "now": ("Räknat i bladet", "Worked out in the sheet", "Regnet i arket"),
    "exported": ("När bladet skrevs", "When it was written", "Da arket blev skrevet"),
    "total": ("Summa", "Total", "I alt"),
    "rate_of_year": ("Diskonteringsränta", "Discount rate", "Diskonteringsrente"),
    "factor": ("Diskonteringsfaktor", "Discount factor", "Diskonteringsfaktor"),
    "more_years": ("fler årskolumner behövs", "more year columns are needed", "flere årskolonner er nødvendige"),
    "findings": (
        "Detta måste sägas med resultatet",
        "What must be said with the result",
        "Dette skal siges med resultatet",
    ),
    "weights": (
        "Kartan väger förändringar mot varandra och räknar inte om dem till pengar.",
        "The map weighs changes against each other and doesn't turn them into money.",
        "Kortet vejer forandringer mod hinanden og regner dem ikke om til penge.",
    ),
}


def say(said: Said, language: Language) -> str:
    """The words of one language. Raises UnknownLanguage."""
    return in_language(dict(zip(LANGUAGES, said, strict=True)), language)


def choice(key: str, value: str, language: Language) -> str:
    """What people read for a word of the value map: `during` under `starts` → under insatsen."""
    return say(CHOICES[key][value], language)


def chosen(key: str, text: str) -> str | None:
    """The value map's word behind what stands in a cell, in any of our languages, or nothing."""
    asked = text.strip().casefold()
    for value, said in CHOICES[key].items():
        if asked in {value, *(word.casefold() for word in said)}:
            return value
    return None
