"""Swedish. A name stands where nothing has to agree with it; a fall is written as a rise is."""

from __future__ import annotations

WORDS = {
    "rose": "steg",
    "fell": "sjönk",
    "higher": "högre",
    "lower": "lägre",
    "better": "bättre",
    "worse": "sämre",
    "more": "mer",
    "less": "mindre",
    "for_the_better": " till det bättre",
    "for_the_worse": " till det sämre",
    "and_for_the_worse": ", och det är till det sämre",
    "wave": "omgång {}",
    "in_wave": "i omgång {}",
    "in_year": "{}",
    "reweighted": " när vi räknat om så att de som svarat liknar områdets invånare",
    "high_is_better": "; högre är bättre",
    "low_is_better": "; lägre är bättre",
    "reading": "Gruppens tolkning",
    "similar_people": "liknande personer",
    "apart": "{k} {tipped} än",
    "level": "på samma nivå som",
    "they": "de",
    "that_person": "den personen",
    "areas": "{} jämförbara områden",
    "one_area": "{} jämförbart område",
    "doses": "tillfällen",
    "groups": "grupper",
    "people": "personer",
    "from_best": "från det bästa",
    "from_highest": "från det högsta",
}

SENTENCES = {
    "paired_change.clear": "Bland de {n} av {N} som svarade båda gångerna {rose} {label} med {x} (troligen "
    "mellan {l} och {h}). Vi vet inte hur det hade gått utan insatsen.",
    "paired_change.unclear": "Vi kan inte säga om {label} ökat eller minskat: {n} svar räcker bara för att se "
    "förändringar större än {mde}.",
    "paired_change.told": "Bland de {n} av {N} som svarade båda gångerna {rose} {label} med {x}, lika mycket för "
    "alla. Vi vet inte hur det hade gått utan insatsen.",
    "paired_change.flat": "Alla {n} av {N} som svarade båda gångerna svarade likadant om {label} båda gångerna.",
    "panel_slopes.clear": "Bland de {n} av {N} som svarat minst tre gånger {rose} {label} i genomsnitt med {x} för "
    "varje omgång (troligen mellan {l} och {h}). Vi vet inte hur det hade gått utan insatsen.",
    "panel_slopes.unclear": "Vi kan inte säga om {label} ökat eller minskat över omgångarna: svar från {n} "
    "personer räcker bara för att se förändringar större än {mde} för varje omgång.",
    "repeated_cross_sections.clear": "Svaren om {label} {in_after} är {x} {higher} än {in_before}{reweighted} "
    "(troligen mellan {l} och {h}). Andra personer kan ha svarat.",
    "repeated_cross_sections.unclear": "Vi kan inte säga om svaren om {label} skiljer sig mellan {before} och "
    "{after}: {n} svar räcker bara för att se skillnader större än {mde}. Andra personer kan ha svarat.",
    "then_test.clear": "När {n} deltagare ser tillbaka upplever de att {label} blivit {better} ({x}). Det är en "
    "upplevelse i efterhand, inte en mätning före och efter.",
    "then_test.unclear": "När {n} deltagare ser tillbaka går det inte att säga om de upplever någon skillnad i "
    "{label}: svaren räcker bara för att se skillnader större än {mde}. Det är en upplevelse i efterhand, inte en "
    "mätning före och efter.",
    "change.below": "Vi kallar inte skillnaden i {label} mellan de två mätningarna en förändring.",
    "comparison_linked.agree": "Bland deltagarna {own_rose} {label} {x} {more} än bland {alike} som "
    "inte deltog (mellan {l} och {h} med två sätt att räkna). Det tyder på att insatsen gör skillnad{for_good}, "
    "men de valde själva att delta.",
    "comparison_linked.agree_weakened": "Bland deltagarna {own_rose} {label} {x} {more} än bland dem som inte "
    "deltog (mellan {l} och {h} med två sätt att räkna), men jämförelsen har brister och de valde själva att "
    "delta. Vi drar därför ingen slutsats om effekten.",
    "comparison_linked.disagree": "Två rimliga sätt att räkna ger olika svar om {label} ({a} och {b}). Vi drar "
    "därför ingen slutsats om effekten. De som deltog valde själva att delta.",
    "comparison_linked.unclear": "Vi kan inte säga om {label} förändrats på ett annat sätt bland deltagarna än "
    "bland de andra: {n} svar räcker bara för att se skillnader större än {mde}. De som deltog valde själva att "
    "delta.",
    "comparison_linked.fragile": "{m} av {M} deltagare svarade inte andra gången. Om {they} ligger {beside} "
    "de som svarade försvinner skillnaden i {label}. Vi drar därför ingen slutsats om effekten. De som deltog "
    "valde själva att delta.",
    "effect.below": "Jämförelsen av {label} har för stora brister för att vi ska dra någon slutsats om effekten.",
    "comparison_unlinked.clear": "Bland dem som deltog {own_rose} {label} {x} {more} än bland de andra, sett "
    "till grupperna som helhet (troligen mellan {l} och {h}). Det tyder på att insatsen gör skillnad{for_good}, "
    "men de valde själva att delta, och andra personer kan ha svarat andra gången.",
    "comparison_unlinked.clear_weakened": "Bland dem som deltog {own_rose} {label} {x} {more} än bland de andra, "
    "sett till grupperna som helhet (troligen mellan {l} och {h}), men de valde själva att delta, och andra "
    "personer kan ha svarat andra gången. Vi drar därför ingen slutsats om effekten.",
    "comparison_unlinked.unclear": "Vi kan inte säga om {label} förändrats på ett annat sätt bland dem som "
    "deltog än bland de andra: {n} svar räcker bara för att se skillnader större än {mde}. De som deltog valde "
    "själva att delta.",
    "generic_control.clear": "I {area} ändrades {label} med {own}, i {areas} med {others}. {area} "
    "hamnar på plats {place} av {K1}, räknat {from_end}. Det tyder på en skillnad{for_good} som är ovanlig "
    "bland områdena.",
    "generic_control.clear_weakened": "I {area} ändrades {label} med {own}, i {areas} med "
    "{others}. {area} hamnar på plats {place} av {K1}, räknat {from_end}. Jämförelsen är för grov för en "
    "slutsats om effekten.",
    "generic_control.unclear": "I {area} ändrades {label} med {own}, i {areas} med {others}. "
    "{area} hamnar på plats {place} av {K1}, räknat {from_end}. Det räcker inte för att säga att {area} "
    "skiljer sig från de andra.",
    "lottery.agree": "Platserna lottades. De som fick plats låg {x} {higher} i {label} (mellan {l} och {h}); "
    "insatsen bidrog till det{if_worse}.",
    "lottery.agree_compared": "Platserna lottades. De som fick plats låg {x} {higher} i {label} (mellan {l} och "
    "{h}). Det tyder på att insatsen gör skillnad{for_good}, men undersökningen har brister.",
    "lottery.agree_weakened": "Platserna lottades. De som fick plats låg {x} {higher} i {label} (mellan {l} och "
    "{h}), men undersökningen har brister. Vi drar därför ingen slutsats om effekten.",
    "lottery.unclear": "Platserna lottades. Vi kan inte säga om {label} skiljer sig mellan dem som fick plats "
    "och de andra: {n} svar räcker bara för att se skillnader större än {mde}.",
    "lottery.fragile": "Platserna lottades. {m} av {M} som fick plats svarade inte efteråt. Om {they} ligger "
    "{beside} de som svarade försvinner skillnaden i {label}. Vi drar därför ingen slutsats om effekten.",
    "groups.unclear": "Vi kan inte säga om {label} blivit annorlunda där insatsen fanns än på andra håll: {g} "
    "{groups} mot {g0} räcker bara för att se skillnader större än {mde}.",
    "groups.never_clear": "Vi kan inte säga om {label} blivit annorlunda där insatsen fanns än på andra håll: {g} "
    "{groups} mot {g0} är för få för att visa någon skillnad, hur många personer det än är i dem.",
    "self_attribution.told": "De {n} som märkt en förbättring tror att {share_low}–{share_high} procent av den "
    "kommer från oss. Det är deras egen bedömning i efterhand.",
    "shadow_control.told": "{judges} personer som bedömde saken innan resultaten fanns tror att "
    "{share_low}–{share_high} procent av förändringen hade skett ändå. Det är en bedömning, inte en mätning.",
    "reliable_change.told": "{a_better} av {n} förbättrades mer än mätfelet, {a_worse} försämrades, och "
    "för {a_untold} går det inte att säga.",
    "dose.clear": "Bland {n} deltagare hängde fler {doses} ihop med att {label} låg {higher}. Att komma ofta är i "
    "sig ett resultat, så det säger inte vad insatsen gjort.",
    "dose.unclear": "Bland {n} deltagare syns inget tydligt samband mellan antal {doses} och {label}. Att "
    "komma ofta är i sig ett resultat.",
    "small_groups.clear": "Förändringen i {label} skiljer sig mellan grupperna mer än slumpen gör, från {lowest} "
    "till {highest} när små grupper vägts samman med de andra.",
    "small_groups.unclear": "I {label} skiljer sig grupperna inte mer än slumpen gör; vi rangordnar dem inte.",
    "subgroups.clear": "Skillnaden i {label} mellan dem som deltog och de andra är inte lika stor i alla grupper "
    "efter ”{column}”. Det är en iakttagelse, och de valde själva att delta.",
    "subgroups.unclear": "Vi kan inte säga att skillnaden i {label} mellan dem som deltog och de andra varierar "
    "efter ”{column}”. De valde själva att delta.",
    "subgroups.clear_drawn": "Skillnaden i {label} mellan dem som fick plats och de andra är inte lika stor i alla "
    "grupper efter ”{column}”. Det är en iakttagelse.",
    "subgroups.unclear_drawn": "Vi kan inte säga att skillnaden i {label} mellan dem som fick plats och de andra "
    "varierar efter ”{column}”.",
    "random_pair.told_drawn": "Om man på måfå drar en som fick plats och en som inte fick det ligger den första "
    "högre i {label} i {of_ten} fall av 10.",
    "random_pair.told": "Om man drar en deltagare och en annan boende på måfå ligger deltagaren högre i {label} "
    "i {of_ten} fall av 10.",
    "description.told": "{n} personer svarade om {label}; medelvärdet var {mean}. En enda mätning visar ingen "
    "förändring.",
    "description.told_twice": "{n} personer svarade om {label} {in_after}; medelvärdet var {mean}. Det går inte att "
    "jämföra med hur det var {in_before}.",
    "description.nobody": "Ingen har svarat om {label}.",
    "description.too_few": "Det finns {n} svar om {label}, och det är för få för att säga något.",
    "scale": "Skalan går från {low} till {high}{direction}.",
    "leavers.too_few": "{m} av {M} svarade inte båda gångerna. Det är för få för att ändra svaret.",
    "leavers.people": "{m} av {M} svarade inte båda gångerna. Om {they} ligger {beside} de som svarade "
    "försvinner skillnaden.",
}

CAVEATS = {
    "not_compared": "Resultatet jämförs inte med andra.",
    "regression_to_the_mean": "De som deltog låg sämre till från början, och den som ligger lågt kommer ofta upp "
    "ändå.",
    "chose_to_join": "De som deltog valde själva att delta.",
    "many_missing": "Många av dem som började har inte svarat, och de kan ha det annorlunda.",
    "some_missing": "Några av dem som började har inte svarat.",
    "arm_of_leavers_unknown": "Vi vet inte vilka av dem som slutade svara som deltog.",
    "differential_dropout": "Fler har slutat svara i den ena gruppen än i den andra.",
    "no_overlap": "De som deltog och de andra är för olika för att jämföras rakt av.",
    "wording_changed": "Frågan var inte formulerad likadant båda gångerna.",
    "mode_changed": "Frågorna ställdes inte på samma sätt båda gångerna.",
    "outcome_chosen_after_data": "Måttet valdes när svaren redan var kända.",
    "choice_not_stated": "Planen säger inte om måttet valdes innan svaren var kända.",
    "season_differs": "Mätningarna gjordes vid olika tider på året.",
    "floor_hides_change": "Många låg redan i skalans botten, så en sänkning syns inte.",
    "ceiling_hides_change": "Många låg redan i skalans topp, så en höjning syns inte.",
    "baseline_unlike": "De som deltog och de andra låg olika redan från början.",
    "unlike_in": "De som deltog och de andra var olika redan från början i: {columns}.",
    "baseline_unlike_drawn": "De som fick plats och de andra låg olika redan från början.",
    "leavers_could_undo_it": "De som slutat svara kan räcka för att ändra svaret.",
    "few_groups": "Hela grupper deltog eller inte, och de är få.",
    "groups_are_the_unit": "Hela grupper deltog eller inte, så det är antalet grupper som räknas, inte antalet "
    "personer.",
    "taking_part_recalled": "Uppgiften om vem som deltog kan bygga på minnet.",
    "composition_unknown": "Vi vet inte om grupperna var sammansatta likadant båda gångerna.",
    "composition_shifted": "Grupperna var inte sammansatta likadant båda gångerna.",
    "other_people_may_have_answered": "Andra personer kan ha svarat andra gången.",
    "not_reweighted": "Svaren är inte omräknade för vilka som svarat.",
    "weights_cost_precision": "De som svarat liknar inte området, så omräkningen gör svaren osäkrare.",
    "boxes_joined": "Någon grupp hade få svar och har därför slagits ihop med en annan.",
    "margins_rescaled": "Andelarna för området gick inte jämnt ut och har räknats om.",
    "weights_trimmed": "De största vikterna är kapade.",
    "asked_afterwards": "Frågan ställdes i efterhand.",
    "not_asked_openly": "Ingen öppen fråga om vad förändringen kommer av ställdes först.",
    "a_judgement": "Det är en bedömning, inte en mätning.",
    "practice_and_calendar": "Vana vid frågorna och tiden på året kan också synas.",
    "beyond_noise_only": "Att en förändring är större än mätfelet säger inte vad den kommer av.",
    "staying_is_an_outcome": "Att komma ofta är i sig ett resultat.",
    "dose_not_steady": "Sambandet är inte jämnt från få till många tillfällen.",
    "groups_not_ranked": "Grupperna rangordnas inte.",
    "subgroups_are_exploratory": "Skillnader mellan grupper är iakttagelser.",
    "one_wave_unadjusted": "Det gäller en enda mätning och tar inte hänsyn till hur det var innan.",
    "few_areas": "Områdena att jämföra med är få.",
    "another_question": "Frågan är inte densamma i statistiken.",
    "coarse_geography": "Statistiken är grov, och små områden svänger slumpmässigt.",
    "as_drawn": "Jämförelsen gäller dem som fick plats, vare sig de kom eller inte.",
    "no_change_shown": "En enda mätning visar ingen förändring.",
    "waves_not_compared": "Svaren i de två mätningarna går inte att jämföra.",
    "lot_in_doubt": "De som fick plats och de andra var mer olika från början än en lottning gör dem en gång på "
    "tusen.",
    "all_equal": "Alla svarade lika, så osäkerheten går inte att räkna ut.",
    "too_few": "För få har svarat.",
    "not_after_holm": "Flera mått prövades samtidigt; sett tillsammans är det här inte tydligare än slumpen.",
    "exploratory": "Det här var inte huvudfrågan; läs det som en iakttagelse.",
    "no_primary": "Inget av måtten utsågs till huvudfråga i förväg.",
}

ASSUMPTIONS = {
    "seen_speak_for_started": "De som svarat talar för alla som började.",
    "memory_without_wishing": "De som svarat minns hur det var, inte hur de önskar att det var.",
    "waves_mirror_the_area": "Varje mätning speglar området: samma frågor, samma sätt att fråga, samma årstid.",
    "same_trend_without_us": "Utan insatsen hade båda grupperna förändrats lika mycket.",
    "same_baseline_same_future": "De som låg lika från början hade fått det lika utan insatsen.",
    "composition_stable": "Båda grupperna är sammansatta likadant i de två mätningarna.",
    "no_jump_in_who_answers": "Det är inte olika slags personer som svarar vid olika tillfällen.",
    "people_can_tell": "Människor kan själva säga vad en förändring kommer av.",
    "judges_know_and_are_free": "De som bedömer känner området och vinner inget på svaret.",
    "groups_of_a_kind": "Grupperna är av samma slag.",
    "dose_not_by_strength": "De som kom ofta var inte starkare från början.",
    "same_weather": "De andra områdena har haft samma yttre förhållanden som vårt.",
    "drawn_by_lot": "Lotten avgjorde, och inget annat.",
    "noise_as_given": "Formuläret är lika osäkert bland dessa personer som källan säger.",
    "seen_speak_for_both": "De som svarat talar för alla som deltog och för alla andra.",
}

STEPS = {
    "means": "Medelvärdet före och efter",
    "change": "Förändringen i genomsnitt",
    "interval": "Osäkerheten",
    "felt_change": "Skillnaden mot hur det var, enligt minnet",
    "wave_means": "Varje mätnings medelvärde, omräknat",
    "difference": "Skillnaden mellan mätningarna",
    "difference_error": "Osäkerheten i skillnaden",
    "changes": "Förändringen bland deltagare och andra",
    "did": "Första sättet: skillnaden mellan förändringarna",
    "ancova": "Andra sättet: skillnaden efteråt vid samma utgångsläge",
    "union": "Från den lägsta till den högsta gränsen",
    "interaction": "Skillnaden mellan gruppernas förändringar",
    "own_and_others": "Områdets förändring och de andras",
    "against_others": "Skillnaden mot de andra",
    "place": "Platsen bland områdena",
    "slopes": "Varje persons lutning",
    "mean_slope": "Lutningen i genomsnitt",
    "noise": "Formulärets eget mätfel",
    "windows": "Från medelvärdet av de lägsta till medelvärdet av de högsta andelarna",
    "judged": "Från den lägsta till den högsta bedömningen",
    "dose": "Lutningen mot antalet tillfällen",
    "shrinkage": "Hur mycket varje grupps eget medelvärde väger",
    "subgroups": "Skillnaden i varje grupp",
    "random_pair": "Hur ofta den ena ligger högre",
    "means_after": "Medelvärdet efteråt bland dem som fick plats och de andra",
    "lot": "Skillnaden mellan dem",
}

REPORT = {
    "counterfactual": "Kontrafaktisk situation",
    "kind.comparison_group": "jämförelsegrupp",
    "kind.statistics": "statistik",
    "kind.expert": "expertbedömning",
    "kind.lottery": "lottning",
    "people": "{used} av {started} som började är med, {asked} tillfrågade",
    "judges": "{used} av {started} bedömare är med",
    "beside": "Vid sidan av",
    "carried": "Vad svaren räcker till",
    "yes": "ja",
    "no": "nej",
    "sees": "ser skillnader från {mde}",
    "E0": "genomfört",
    "E1": "upplevt",
    "E2": "förändrat",
    "E3": "jämfört",
    "E4": "prövat",
    "E5": "upprepat",
    "lottery": "lottade platser",
    "comparison_linked": "deltagare och andra, samma personer två gånger",
    "comparison_unlinked": "deltagare och andra, olika personer varje gång",
    "generic_control": "området bland andra områden",
    "paired_change": "samma personer före och efter",
    "panel_slopes": "samma personer i tre omgångar eller fler",
    "repeated_cross_sections": "olika personer varje gång",
    "then_test": "då och nu, båda frågade i efterhand",
    "self_attribution": "deltagarnas bedömning av vår andel",
    "shadow_control": "bedömning av vad som hade hänt ändå",
    "description": "läget vid den senaste mätningen",
    "reliable_change": "förändring utöver mätfelet",
    "dose": "antal {doses}",
    "small_groups": "förändringen i varje grupp",
    "subgroups": "skillnad mellan grupper efter ”{column}”",
    "random_pair": "två slumpvis dragna personer",
}

SYMBOLS = {
    "low": "lägst",
    "high": "högst",
    "groups": "grupper",
    "waves": "omgångar",
    "judges": "bedömare",
    "subgroups": "grupper",
    "difference": "skillnad",
    "place": "plats",
    "ȳ_then": "ȳ_minne",
}

FORMULAS = {
    "min low, max high": "den lägsta gränsen, den högsta gränsen",
    "mean low, mean high": "medel av de lägsta, medel av de högsta",
    "place/(K + 1)": "plats/(K + 1)",
    "Δ̄ = mean(y₂ − y₁)": "Δ̄ = medel(y₂ − y₁)",
    "mean(y₂ − y_then)": "medel(y₂ − y_minne)",
    "ȳ_then, ȳ₂": "ȳ_minne, ȳ₂",
    "y₂ = a + s·log(1 + sessions) + b·y₁ + cX": "y₂ = a + s·log(1 + tillfällen) + b·y₁ + cX",
}
