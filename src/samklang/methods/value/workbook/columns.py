"""The columns of our value-map workbook, in order, with their heads in Swedish, English and Danish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samklang.methods.kernel.languages import in_language
from samklang.methods.value.number_text import Language

Kind = Literal["text", "number", "share", "amount", "word", "formula"]


@dataclass(frozen=True)
class Column:
    """key: where it stands in an outcome (`counterfactual.source`) or what it works out; kind: how it is written."""

    key: str
    kind: Kind
    sv: str
    en: str
    da: str

    def head(self, language: Language) -> str:
        """Its head in a language."""
        return in_language({"sv": self.sv, "en": self.en, "da": self.da}, language)

    @property
    def heads(self) -> tuple[str, str, str]:
        """Its head in every language, to recognise it by."""
        return self.sv, self.en, self.da


def _deduction(key: str, sv: str, en: str, da: str) -> tuple[Column, Column, Column]:
    return (
        Column(f"{key}.share", "share", sv, en, da),
        Column(f"{key}.source", "text", f"{sv}: källa", f"{en}: source", f"{da}: kilde"),
        Column(f"{key}.decision", "text", f"{sv}: beslut", f"{en}: decision", f"{da}: beslutning"),
    )


WHAT = (
    Column("id", "text", "Id", "Id", "Id"),
    Column("stakeholder", "text", "Intressent", "Stakeholder", "Interessent"),
    Column("phenomenon", "text", "Utfall", "Outcome", "Resultat"),
    Column("sign", "word", "Vinst eller skada", "Gain or harm", "Gevinst eller skade"),
)
HOW_MANY = (
    Column("quantity", "number", "Antal", "Quantity", "Antal i alt"),
    Column("started", "number", "Började", "Started", "Begyndte"),
    Column("answered", "number", "Känt utfall", "Known outcome", "Kendt resultat"),
    Column("improved", "number", "Fick det bättre", "Improved", "Fik det bedre"),
    Column("share_improved", "share", "Andel som fick det bättre", "Share improved", "Andel der fik det bedre"),
    Column("change.mean", "number", "Medelförändring", "Mean change", "Gennemsnitlig forandring"),
    Column("change.unit", "text", "Medelförändring: enhet", "Mean change: unit", "Gennemsnitlig forandring: enhed"),
    Column(
        "change.source", "text", "Medelförändring: källa", "Mean change: source", "Gennemsnitlig forandring: kilde"
    ),
)
TIME = (
    Column("duration_years", "number", "Varaktighet, år", "Duration, years", "Varighed, år"),
    Column("starts", "word", "Börjar", "Starts", "Begynder"),
    Column("follow_up_years", "number", "Följt i år", "Followed up, years", "Fulgt op, år"),
)
VALUE = (
    Column("unit_value.amount", "amount", "Värde per enhet", "Unit value", "Værdi pr. enhed"),
    Column("unit_value.unit", "text", "Värde: enhet", "Value: unit", "Værdi: enhed"),
    Column("unit_value.method", "word", "Värde: metod", "Value: method", "Værdi: metode"),
    Column("unit_value.source", "text", "Värde: källa", "Value: source", "Værdi: kilde"),
    Column("unit_value.decision", "text", "Värde: beslut", "Value: decision", "Værdi: beslutning"),
    Column("unit_value.price_year", "number", "Värde: prisår", "Value: price year", "Værdi: prisår"),
    Column("unit_value.perspective", "text", "Värde: för vem", "Value: to whom", "Værdi: for hvem"),
    Column("unit_value.transfer", "word", "Värde: transferering", "Value: transfer", "Værdi: overførsel"),
    Column("unit_value.relative_to", "text", "Värde: följer", "Value: follows", "Værdi: følger"),
    Column("weight", "share", "Vikt", "Weight", "Vægt"),
    Column("payer", "text", "Betalare", "Payers", "Betalere"),
)
DEDUCTIONS = (
    Column("counterfactual.mode", "word", "Hade hänt ändå: som", "Deadweight: as", "Var sket alligevel: som"),
    Column("counterfactual.value", "share", "Hade hänt ändå", "Deadweight", "Var sket alligevel"),
    Column(
        "counterfactual.basis", "word", "Hade hänt ändå: grund", "Deadweight: basis", "Var sket alligevel: grundlag"
    ),
    Column(
        "counterfactual.source", "text", "Hade hänt ändå: källa", "Deadweight: source", "Var sket alligevel: kilde"
    ),
    Column(
        "counterfactual.decision",
        "text",
        "Hade hänt ändå: beslut",
        "Deadweight: decision",
        "Var sket alligevel: beslutning",
    ),
    *_deduction("displacement", "Undanträngning", "Displacement", "Fortrængning"),
    *_deduction("attribution_to_others", "Andras andel", "Attribution to others", "Andres andel"),
    Column(
        "attribution_to_others.our_share_answers",
        "text",
        "Svar om vår andel",
        "Answers on our share",
        "Svar om vores andel",
    ),
    *_deduction("closeness", "Närhet", "Closeness", "Nærhed"),
    *_deduction("drop_off", "Avtrappning", "Drop-off", "Aftrapning"),
)
BOOKS = (
    Column("counted", "word", "Räknas", "Counted", "Tælles med"),
    Column("overlap_group", "text", "Överlappar", "Overlaps", "Overlapper"),
    Column("upstream_of", "text", "Leder till", "Leads to", "Fører til"),
    Column("partner_shares", "text", "Partners andelar", "Partners' shares", "Partneres andele"),
    Column("decision", "text", "Beslut", "Decision", "Beslutning"),
)
WRITTEN = (*WHAT, *HOW_MANY, *TIME, *VALUE, *DEDUCTIONS, *BOOKS)
WORKED_OUT = (
    Column("per_person", "formula", "Förändring per person", "Change per person", "Forandring pr. person"),
    Column("changed", "formula", "Hur många förändrades", "How many changed", "Hvor mange forandredes"),
    Column("retained", "formula", "Andel kvar efter avdrag", "Share retained", "Andel tilbage efter fradrag"),
)
IMPACT = Column("impact", "formula", "Effekt år 1", "Impact, year 1", "Effekt år 1")
YEAR = Column("year", "formula", "År ", "Year ", "År ")
PRESENT = Column("present_value", "formula", "Nuvärde", "Present value", "Nutidsværdi")

INPUTS = (
    Column("stakeholder", "text", "Intressent", "Stakeholder", "Interessent"),
    Column("kind", "word", "Slag", "Kind", "Slags"),
    Column("amount", "amount", "Belopp", "Amount", "Beløb"),
    Column("source", "text", "Källa", "Source", "Kilde"),
    Column("decision", "text", "Beslut", "Decision", "Beslutning"),
)
RANGES = (
    Column("number", "text", "Tal", "Number", "Tal"),
    Column("low", "number", "Lägsta", "Low", "Laveste"),
    Column("mode", "number", "Troligast", "Mode", "Mest sandsynlig"),
    Column("high", "number", "Högsta", "High", "Højeste"),
    Column("k", "number", "k (så många)", "k (so many)", "k (så mange)"),
    Column("n", "number", "n (av så många)", "n (of so many)", "n (af så mange)"),
    Column("stream", "text", "Dras med", "Drawn with", "Trækkes med"),
)
