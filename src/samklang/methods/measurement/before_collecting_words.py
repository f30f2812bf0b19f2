"""The sentences of `before_collecting` in three languages."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "same_people.sd": "{n} som svarar två gånger kan visa en förändring på {x} standardavvikelser av "
        "förändringen eller mer.",
        "same_people.points": "{n} som svarar två gånger kan visa en förändring på {x} poäng eller mer.",
        "same_people.too_few": "{n} som svarar två gånger är för få: under {least} sägs ingenting om förändring.",
        "other_people.sd": "{n} svar per omgång, från vem som helst, kan visa en skillnad på {x} "
        "standardavvikelser eller mer.",
        "other_people.points": "{n} svar per omgång, från vem som helst, kan visa en skillnad på {x} poäng eller "
        "mer.",
        "other_people.too_few": "{n} svar per omgång, från vem som helst, är för få: det behövs {least}.",
        "two_groups.sd": "{n} som deltar och {m} andra kan visa en skillnad på {x} standardavvikelser eller mer.",
        "two_groups.points": "{n} som deltar och {m} andra kan visa en skillnad på {x} poäng eller mer.",
        "two_groups.too_few": "{n} som deltar och {m} andra är för få för att jämföra: det behövs {least} i varje "
        "grupp.",
        "share.both": "Med {n} svar måste en andel på {p} procent sjunka till {fall} eller stiga till {rise} för "
        "att det ska synas.",
        "share.fall": "Med {n} svar måste en andel på {p} procent sjunka till {fall} för att det ska synas; en "
        "ökning kan inte synas.",
        "share.rise": "Med {n} svar måste en andel på {p} procent stiga till {rise} för att det ska synas; en "
        "minskning kan inte synas.",
        "share.neither": "Med {n} svar kan ingen ändring av en andel på {p} procent synas.",
        "share.too_few": "{n} svar är för få för en andel: under {least} sägs ingenting.",
    },
    "en": {
        "same_people.sd": "{n} people who answer twice can show a change of {x} standard deviations of the change "
        "or more.",
        "same_people.points": "{n} people who answer twice can show a change of {x} points or more.",
        "same_people.too_few": "{n} people who answer twice are too few: under {least} nothing is said of change.",
        "other_people.sd": "{n} answers in each wave, from whoever they are, can show a difference of {x} standard "
        "deviations or more.",
        "other_people.points": "{n} answers in each wave, from whoever they are, can show a difference of {x} "
        "points or more.",
        "other_people.too_few": "{n} answers in each wave, from whoever they are, are too few: {least} are needed.",
        "two_groups.sd": "{n} who take part and {m} others can show a difference of {x} standard deviations or more.",
        "two_groups.points": "{n} who take part and {m} others can show a difference of {x} points or more.",
        "two_groups.too_few": "{n} who take part and {m} others are too few to compare: {least} in each are needed.",
        "share.both": "With {n} answers, a share of {p} per cent must fall to {fall} or rise to {rise} to be seen.",
        "share.fall": "With {n} answers, a share of {p} per cent must fall to {fall} to be seen; no rise can be "
        "seen.",
        "share.rise": "With {n} answers, a share of {p} per cent must rise to {rise} to be seen; no fall can be "
        "seen.",
        "share.neither": "With {n} answers, no change of a share of {p} per cent can be seen.",
        "share.too_few": "{n} answers are too few for a share: under {least} nothing is said.",
    },
    "da": {
        "same_people.sd": "{n}, der svarer to gange, kan vise en ændring på {x} standardafvigelser af ændringen "
        "eller mere.",
        "same_people.points": "{n}, der svarer to gange, kan vise en ændring på {x} point eller mere.",
        "same_people.too_few": "{n}, der svarer to gange, er for få: under {least} siges der intet om ændring.",
        "other_people.sd": "{n} svar pr. runde, fra hvem som helst, kan vise en forskel på {x} standardafvigelser "
        "eller mere.",
        "other_people.points": "{n} svar pr. runde, fra hvem som helst, kan vise en forskel på {x} point eller mere.",
        "other_people.too_few": "{n} svar pr. runde, fra hvem som helst, er for få: der skal {least} til.",
        "two_groups.sd": "{n}, der deltager, og {m} andre kan vise en forskel på {x} standardafvigelser eller mere.",
        "two_groups.points": "{n}, der deltager, og {m} andre kan vise en forskel på {x} point eller mere.",
        "two_groups.too_few": "{n}, der deltager, og {m} andre er for få at sammenligne: der skal {least} i hver "
        "gruppe.",
        "share.both": "Med {n} svar skal en andel på {p} procent falde til {fall} eller stige til {rise} for at "
        "kunne ses.",
        "share.fall": "Med {n} svar skal en andel på {p} procent falde til {fall} for at kunne ses; en stigning "
        "kan ikke ses.",
        "share.rise": "Med {n} svar skal en andel på {p} procent stige til {rise} for at kunne ses; et fald kan "
        "ikke ses.",
        "share.neither": "Med {n} svar kan ingen ændring af en andel på {p} procent ses.",
        "share.too_few": "{n} svar er for få til en andel: under {least} siges der intet.",
    },
}

NOTES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "seen": "Visa betyder: åtta undersökningar av tio ser en så stor förändring, med 95 procents säkerhet.",
        "half": "En persons två svar antas följas åt till hälften (r = 0,5).",
        "count_answers": "Räkna dem som väntas svara, inte dem som blir tillfrågade.",
        "small": "En liten grupp kan inte visa en liten förändring: syns ingen, är det inget tecken på att ingen "
        "finns.",
        "two_ways": "I en jämförelse måste två sätt att räkna peka åt samma håll. Räkna därför med att svaret "
        "oftare än så blir: det går inte att säga.",
    },
    "en": {
        "seen": "To show means: eight surveys of ten see a change that large, with 95 per cent confidence.",
        "half": "A person's two answers are taken to go together by half (r = 0.5).",
        "count_answers": "Count those expected to answer, not those who are asked.",
        "small": "A small group can't show a small change: if none is seen, that is no sign that there is none.",
        "two_ways": "In a comparison, two ways of counting must point the same way. So expect the answer “we "
        "cannot tell” more often than this.",
    },
    "da": {
        "seen": "At vise betyder: otte undersøgelser af ti ser en så stor ændring, med 95 procents sikkerhed.",
        "half": "En persons to svar antages at følges ad til halvdelen (r = 0,5).",
        "count_answers": "Tæl dem, der ventes at svare, ikke dem, der bliver spurgt.",
        "small": "En lille gruppe kan ikke vise en lille ændring: ses der ingen, er det ikke tegn på, at der ingen "
        "er.",
        "two_ways": "I en sammenligning skal to måder at regne på pege samme vej. Regn derfor med oftere end så at "
        "få svaret: det kan vi ikke sige.",
    },
}
