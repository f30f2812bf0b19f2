"""Why the data don't carry a design, in three languages. The English text is the key, as in a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samklang.methods.kernel.languages import in_language
from samklang.methods.measurement.effect.indicator import Language


@dataclass(frozen=True)
class Reason:
    """where: the column or the plan's key, or nothing; text: in English, with {slots}."""

    where: str
    text: str
    slots: Mapping[str, float | str] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """In words; in English where another language has none. Raises UnknownLanguage."""
        text = in_language(REASONS, language).get(self.text, self.text).format(**self.slots)
        return f"{self.where}: {text}" if self.where else text


REASONS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "nobody has judged what would have happened anyway": "ingen har bedömt vad som hade hänt ändå",
        "subgroups divide a comparison, and none is made": "undergrupper delar upp en jämförelse, och ingen är gjord",
        "no counterfactual is declared; this design answers to {needed}": (
            "ingen kontrafaktisk situation är angiven; den här jämförelsen hör till {needed}"
        ),
        "the declared counterfactual is {kind}; this design answers to {needed}": (
            "den angivna kontrafaktiska situationen är {kind}; den här jämförelsen hör till {needed}"
        ),
        "{n} answers: too few to tell anything": "{n} svar: för få för att säga något",
        "'{id}' has answers in one wave: two are needed": "”{id}” har svar i en enda omgång: det behövs två",
        "'{id}' has answers in too few waves ({n}): {least} are needed": (
            "”{id}” har svar i för få omgångar ({n}): det behövs {least}"
        ),
        "{n} answers in the cell {cell}: {least} are needed in each of four": (
            "{n} svar i cellen {cell}: det behövs {least} i var och en av fyra"
        ),
        "{n} people are told apart in both waves: this is for waves of other people": (
            "{n} personer är igenkända i båda omgångarna: det här är för omgångar med olika personer"
        ),
        "neither end is better: there is no better and worse to count": (
            "ingen ände av skalan är bättre: det finns inget bättre och sämre att räkna"
        ),
        "{n} people answered both times: {least} are needed": "{n} svarade båda gångerna: det behövs {least}",
        "neither reliability nor sem is given for '{id}'": "varken reliability eller sem är angivet för ”{id}”",
        "{given:g} is under {least:g}: too noisy to say anything of single people": (
            "{given:g} är under {least:g}: för osäkert för att säga något om enskilda personer"
        ),
        "the form would have no noise at all: check the reliability and the answers": (
            "formuläret skulle sakna mätfel helt: kontrollera reliabiliteten och svaren"
        ),
        "no column says which group people belong to": "ingen kolumn säger vilken grupp personerna hör till",
        "{n} groups of five or more seen twice: {least} are needed": (
            "{n} grupper med minst fem personer som svarat två gånger: det behövs {least}"
        ),
        "nobody is known to have been left out by the lot: there is nobody to compare with": (
            "ingen är känd som inte fick plats i lottningen: det finns ingen att jämföra med"
        ),
        "{n} drawn and {others} others have answered: {least} are needed of each": (
            "{n} som fick plats och {others} andra har svarat: det behövs {least} av varje"
        ),
        "a subgroup is a column of words: declare it as a category": (
            "en undergrupp är en kolumn med ord: ange den som category"
        ),
        "whole groups took part or did not: they are too few to be told apart by subgroup": (
            "hela grupper deltog eller inte: de är för få för att delas upp i undergrupper"
        ),
        "no column holds how '{id}' was before, asked afterwards": (
            "ingen kolumn säger hur ”{id}” var innan, frågat i efterhand"
        ),
        "{n} people answered both now and then: {least} are needed": (
            "{n} svarade på både nu och då: det behövs {least}"
        ),
        "{n} people with {doses} doses: {least} people with a varied dose are needed": (
            "{n} personer med {doses} olika antal tillfällen: det behövs {least} personer med varierande antal"
        ),
        "nobody is told apart between the waves: give each person the same code in every wave": (
            "ingen går att känna igen mellan omgångarna: ge varje person samma kod i alla omgångar"
        ),
        "nobody is known not to have taken part: there is nobody to compare with": (
            "ingen är känd som inte deltog: det finns ingen att jämföra med"
        ),
        "{n} who took part and {others} others answered both times: {least} are needed of each": (
            "{n} som deltog och {others} andra svarade båda gångerna: det behövs {least} av varje"
        ),
        "no statistics for other areas are given for '{id}'": (
            "ingen statistik för andra områden är angiven för ”{id}”"
        ),
        "no other area has a value in both wave {before} and wave {after}": (
            "inget annat område har värden i både omgång {before} och omgång {after}"
        ),
        "no column holds the question of our share": "ingen kolumn innehåller frågan om vår andel",
        "{n} of those who noticed an improvement answered: {least} are needed": (
            "{n} av dem som märkt en förbättring svarade: det behövs {least}"
        ),
        "{code} is no answer of the question; known: {known}": "{code} är inget svar på frågan; kända svar: {known}",
        "groups that took part: {n}, that did not: {others}; one group is one, compare with statistics": (
            "grupper som deltog: {n}, som inte deltog: {others}; en enda grupp går bara att jämföra med statistik"
        ),
        "nobody in a wave has a 1: fill the column in, or take it out": (
            "ingen i en omgång har en etta: fyll i kolumnen, eller ta bort den"
        ),
        "{n} answers in a wave: {least} are needed for each": "{n} svar i en omgång: det behövs {least} i varje",
        "{n} judged before the results were known and {late} afterwards, which doesn't count: {least} are needed": (
            "{n} bedömde innan resultaten fanns och {late} efteråt, vilket inte räknas: det behövs {least}"
        ),
        "{n} who took part and {others} others: {least} are needed of each": (
            "{n} som deltog och {others} andra: det behövs {least} av varje"
        ),
        "all {n} values are {value:g}: equal values tell nothing of the error; report the value and n alone": (
            "alla {n} värden är {value:g}: lika värden säger inget om felet; berätta bara värdet och n"
        ),
        "{n} people can't carry {k} coefficients: take columns out": (
            "{n} personer räcker inte till {k} koefficienter: ta bort kolumner"
        ),
        "row {row} alone decides this column: join its box to another": (
            "rad {row} avgör ensam den här kolumnen: slå ihop dess ruta med en annan"
        ),
        "gives nothing that the other columns do not already give (or is all zero): take it out": (
            "ger inget som de andra kolumnerna inte redan ger (eller är noll överallt): ta bort den"
        ),
        "nobody answered in a box where the population has people: merge it with its neighbour": (
            "ingen har svarat i en ruta där det bor människor: slå ihop den med grannrutan"
        ),
        "answers in a box where the population has nobody: check the codes or the total": (
            "svar i en ruta där ingen bor: kontrollera koderna eller totalen"
        ),
        "no weights give all margins at once (after {rounds} rounds): merge boxes or take a margin out": (
            "inga vikter ger alla marginaler på en gång (efter {rounds} varv): "
            "slå ihop rutor eller ta bort en marginal"
        ),
    },
    "en": {},
    "da": {
        "nobody has judged what would have happened anyway": "ingen har vurderet, hvad der var sket alligevel",
        "subgroups divide a comparison, and none is made": (
            "undergrupper deler en sammenligning op, og ingen er lavet"
        ),
        "no counterfactual is declared; this design answers to {needed}": (
            "der er ikke angivet nogen kontrafaktisk situation; denne sammenligning hører til {needed}"
        ),
        "the declared counterfactual is {kind}; this design answers to {needed}": (
            "den angivne kontrafaktiske situation er {kind}; denne sammenligning hører til {needed}"
        ),
        "{n} answers: too few to tell anything": "{n} svar: for få til at sige noget",
        "'{id}' has answers in one wave: two are needed": "”{id}” har svar i en enkelt målerunde: der skal to til",
        "'{id}' has answers in too few waves ({n}): {least} are needed": (
            "”{id}” har svar i for få målerunder ({n}): der skal {least} til"
        ),
        "{n} answers in the cell {cell}: {least} are needed in each of four": (
            "{n} svar i cellen {cell}: der skal {least} til i hver af fire"
        ),
        "{n} people are told apart in both waves: this is for waves of other people": (
            "{n} personer kan genkendes i begge målerunder: dette er til målerunder med forskellige personer"
        ),
        "neither end is better: there is no better and worse to count": (
            "ingen ende af skalaen er bedre: der er intet bedre og dårligere at tælle"
        ),
        "{n} people answered both times: {least} are needed": "{n} svarede begge gange: der skal {least} til",
        "neither reliability nor sem is given for '{id}'": "hverken reliability eller sem er angivet for ”{id}”",
        "{given:g} is under {least:g}: too noisy to say anything of single people": (
            "{given:g} er under {least:g}: for usikkert til at sige noget om enkelte personer"
        ),
        "the form would have no noise at all: check the reliability and the answers": (
            "skemaet ville slet ingen målefejl have: kontrollér reliabiliteten og svarene"
        ),
        "no column says which group people belong to": "ingen kolonne siger, hvilken gruppe personerne hører til",
        "{n} groups of five or more seen twice: {least} are needed": (
            "{n} grupper med mindst fem personer, der har svaret to gange: der skal {least} til"
        ),
        "nobody is known to have been left out by the lot: there is nobody to compare with": (
            "ingen er kendt, som ikke fik plads ved lodtrækningen: der er ingen at sammenligne med"
        ),
        "{n} drawn and {others} others have answered: {least} are needed of each": (
            "{n}, der fik plads, og {others} andre har svaret: der skal {least} til af hver"
        ),
        "a subgroup is a column of words: declare it as a category": (
            "en undergruppe er en kolonne med ord: angiv den som category"
        ),
        "whole groups took part or did not: they are too few to be told apart by subgroup": (
            "hele grupper deltog eller gjorde ikke: de er for få til at blive delt i undergrupper"
        ),
        "no column holds how '{id}' was before, asked afterwards": (
            "ingen kolonne siger, hvordan ”{id}” var før, spurgt bagefter"
        ),
        "{n} people answered both now and then: {least} are needed": (
            "{n} svarede på både nu og dengang: der skal {least} til"
        ),
        "{n} people with {doses} doses: {least} people with a varied dose are needed": (
            "{n} personer med {doses} forskellige antal gange: der skal {least} personer med varierende antal til"
        ),
        "nobody is told apart between the waves: give each person the same code in every wave": (
            "ingen kan genkendes mellem målerunderne: giv hver person den samme kode i alle målerunder"
        ),
        "nobody is known not to have taken part: there is nobody to compare with": (
            "ingen er kendt, som ikke deltog: der er ingen at sammenligne med"
        ),
        "{n} who took part and {others} others answered both times: {least} are needed of each": (
            "{n}, der deltog, og {others} andre svarede begge gange: der skal {least} til af hver"
        ),
        "no statistics for other areas are given for '{id}'": (
            "der er ikke angivet statistik for andre områder for ”{id}”"
        ),
        "no other area has a value in both wave {before} and wave {after}": (
            "intet andet område har værdier i både målerunde {before} og målerunde {after}"
        ),
        "no column holds the question of our share": "ingen kolonne indeholder spørgsmålet om vores andel",
        "{n} of those who noticed an improvement answered: {least} are needed": (
            "{n} af dem, der har mærket en forbedring, svarede: der skal {least} til"
        ),
        "{code} is no answer of the question; known: {known}": (
            "{code} er ikke et svar på spørgsmålet; kendte svar: {known}"
        ),
        "groups that took part: {n}, that did not: {others}; one group is one, compare with statistics": (
            "grupper, der deltog: {n}, der ikke deltog: {others}; en enkelt gruppe kan kun sammenlignes med statistik"
        ),
        "nobody in a wave has a 1: fill the column in, or take it out": (
            "ingen i en målerunde har et 1-tal: udfyld kolonnen, eller tag den ud"
        ),
        "{n} answers in a wave: {least} are needed for each": "{n} svar i en målerunde: der skal {least} til i hver",
        "{n} judged before the results were known and {late} afterwards, which doesn't count: {least} are needed": (
            "{n} vurderede, før resultaterne fandtes, og {late} bagefter, hvilket ikke tæller: der skal {least} til"
        ),
        "{n} who took part and {others} others: {least} are needed of each": (
            "{n}, der deltog, og {others} andre: der skal {least} til af hver"
        ),
        "all {n} values are {value:g}: equal values tell nothing of the error; report the value and n alone": (
            "alle {n} værdier er {value:g}: ens værdier siger intet om fejlen; fortæl kun værdien og n"
        ),
        "{n} people can't carry {k} coefficients: take columns out": (
            "{n} personer rækker ikke til {k} koefficienter: tag kolonner ud"
        ),
        "row {row} alone decides this column: join its box to another": (
            "række {row} afgør alene denne kolonne: læg dens felt sammen med et andet"
        ),
        "gives nothing that the other columns do not already give (or is all zero): take it out": (
            "giver intet, som de andre kolonner ikke allerede giver (eller er nul overalt): tag den ud"
        ),
        "nobody answered in a box where the population has people: merge it with its neighbour": (
            "ingen har svaret i et felt, hvor der bor mennesker: læg det sammen med nabofeltet"
        ),
        "answers in a box where the population has nobody: check the codes or the total": (
            "svar i et felt, hvor der ikke bor nogen: kontrollér koderne eller totalen"
        ),
        "no weights give all margins at once (after {rounds} rounds): merge boxes or take a margin out": (
            "ingen vægte giver alle marginaler på én gang (efter {rounds} omgange): "
            "læg felter sammen, eller tag en marginal ud"
        ),
    },
}
