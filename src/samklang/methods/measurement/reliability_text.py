"""A scale's reliability as text, in three languages: the figures, each item, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samklang.methods.kernel.findings import Finding
from samklang.methods.kernel.languages import in_language
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.sentences.figures import fixed, per_cent
from samklang.methods.measurement.reliability import FEWEST, SMALLEST_N, Reliability

DECIMALS = 3
WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "head": "{name}: n {n}, alfa {alpha} ({interval}), omega {omega}",
        "interval": "{low} till {high}",
        "noise": "  standardfel {sem}, minsta verkliga förändring {mdc}",
        "item": "  {item}: samband med de övriga frågorna {rest}, alfa utan den {without}",
        "error": "fel",
        "warning": "varning",
        "floor": "golvet",
        "ceiling": "taket",
        "RE01": "sambandet med de övriga frågorna är {rest}: är frågan vänd åt rätt håll? Publicera inte",
        "RW04": "sambandet med de övriga frågorna är {rest}, bland {n} personer kanske av en slump: kontrollera hur "
        "frågan är vänd",
        "RW01.few": "hela svar: {n}; inga siffror under {fewest}: vänta tills fler har svarat på allt",
        "RW01": "hela svar: {n}; för få för att säga något om tillförlitligheten ({enough})",
        "RW02": "ingen skiljer sig från de andra på den här frågan, eller på alla de övriga",
        "RW03": "{share} procent ligger i den här änden av skalan: en förändring bortom den syns inte",
    },
    "en": {
        "head": "{name}: n {n}, alpha {alpha} ({interval}), omega {omega}",
        "interval": "{low} to {high}",
        "noise": "  standard error {sem}, smallest real change {mdc}",
        "item": "  {item}: item-rest {rest}, alpha without it {without}",
        "error": "error",
        "warning": "warning",
    },
    "da": {
        "head": "{name}: n {n}, alfa {alpha} ({interval}), omega {omega}",
        "interval": "{low} til {high}",
        "noise": "  standardfejl {sem}, mindste virkelige ændring {mdc}",
        "item": "  {item}: sammenhæng med de øvrige spørgsmål {rest}, alfa uden det {without}",
        "error": "fejl",
        "warning": "advarsel",
        "floor": "bunden",
        "ceiling": "toppen",
        "RE01": "sammenhængen med de øvrige spørgsmål er {rest}: er spørgsmålet vendt rigtigt? Offentliggør ikke",
        "RW04": "sammenhængen med de øvrige spørgsmål er {rest}, blandt {n} personer måske ved et tilfælde: "
        "kontrollér, hvordan spørgsmålet er vendt",
        "RW01.few": "hele svar: {n}; ingen tal under {fewest}: vent, til flere har svaret på alt",
        "RW01": "hele svar: {n}; for få til at sige noget om pålideligheden ({enough})",
        "RW02": "ingen adskiller sig fra de andre på dette spørgsmål, eller på alle de øvrige",
        "RW03": "{share} procent ligger i denne ende af skalaen: en ændring ud over den kan ikke ses",
    },
}


def reliability_text(name: str, told: Reliability, language: Language) -> str:
    """A scale in lines. Raises UnknownLanguage."""
    return "".join(f"{line}\n" for line in _lines(name, told, language))


def _lines(name: str, told: Reliability, language: Language) -> Iterator[str]:
    words = in_language(WORDS, language)
    ends = [_figure(end, language) for end in told.alpha_interval or ()]
    interval = words["interval"].format(low=ends[0], high=ends[1]) if ends else "-"
    alpha, omega = _figure(told.alpha, language), _figure(told.omega, language)
    yield words["head"].format(name=name, n=told.n, alpha=alpha, interval=interval, omega=omega)
    yield words["noise"].format(sem=_figure(told.sem, language), mdc=_figure(told.mdc95, language))
    for item, value in told.item_rest.items():
        without = _figure(told.alpha_without[item], language)
        yield words["item"].format(item=item, rest=_figure(value, language), without=without)
    for finding in told.findings:
        where = words.get(finding.where, finding.where)
        yield f"  {words[finding.severity]} {finding.code}, {where}: {_said(finding, told, language)}"


def _said(finding: Finding, told: Reliability, language: Language) -> str:
    """A finding in words; English is the finding's own."""
    key = f"{finding.code}.few" if finding.code == "RW01" and told.n < FEWEST else finding.code
    text = in_language(WORDS, language).get(key)
    if text is None:
        return finding.text
    rest, ends = told.item_rest.get(finding.where), {"floor": told.floor_share, "ceiling": told.ceiling_share}
    return text.format(
        n=told.n,
        fewest=FEWEST,
        enough=SMALLEST_N,
        rest=fixed(rest or 0.0, 2, language),
        share=per_cent(ends.get(finding.where) or 0.0),
    )


def _figure(value: float | None, language: Language) -> str:
    return "-" if value is None else fixed(value, DECIMALS, language)
