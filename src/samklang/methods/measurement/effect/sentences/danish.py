"""Danish. A name stands where nothing has to agree with it; a fall is written as a rise is."""

from __future__ import annotations

WORDS = {
    "rose": "steg",
    "fell": "faldt",
    "higher": "højere",
    "lower": "lavere",
    "better": "bedre",
    "worse": "dårligere",
    "more": "mere",
    "less": "mindre",
    "for_the_better": " til det bedre",
    "for_the_worse": " til det værre",
    "and_for_the_worse": ", og det er til det værre",
    "wave": "målerunde {}",
    "in_wave": "i målerunde {}",
    "in_year": "i {}",
    "reweighted": ", når vi har omregnet, så de, der har svaret, ligner områdets beboere",
    "high_is_better": "; højere er bedre",
    "low_is_better": "; lavere er bedre",
    "reading": "Gruppens fortolkning",
    "similar_people": "lignende personer",
    "apart": "{k} {tipped} end",
    "level": "på niveau med",
    "they": "de",
    "that_person": "den person",
    "areas": "{} sammenlignelige områder",
    "one_area": "{} sammenligneligt område",
    "doses": "gange",
    "groups": "grupper",
    "people": "personer",
    "from_best": "fra det bedste",
    "from_highest": "fra det højeste",
}

SENTENCES = {
    "paired_change.clear": "Blandt de {n} af {N}, der svarede begge gange, {rose} {label} med {x} (sandsynligvis "
    "mellem {l} og {h}). Vi ved ikke, hvordan det var gået uden indsatsen.",
    "paired_change.unclear": "Vi kan ikke sige, om {label} er steget eller faldet: {n} svar kan kun vise "
    "ændringer på mere end {mde}.",
    "paired_change.told": "Blandt de {n} af {N}, der svarede begge gange, {rose} {label} med {x}, lige meget for "
    "alle. Vi ved ikke, hvordan det var gået uden indsatsen.",
    "paired_change.flat": "Alle {n} af {N}, der svarede begge gange, svarede det samme om {label} begge gange.",
    "panel_slopes.clear": "Blandt de {n} af {N}, der har svaret mindst tre gange, {rose} {label} i gennemsnit "
    "med {x} for hver målerunde (sandsynligvis mellem {l} og {h}). Vi ved ikke, hvordan det var gået uden "
    "indsatsen.",
    "panel_slopes.unclear": "Vi kan ikke sige, om {label} er steget eller faldet over målerunderne: svar fra {n} "
    "personer kan kun vise ændringer på mere end {mde} for hver målerunde.",
    "repeated_cross_sections.clear": "Svarene om {label} {in_after} er {x} {higher} end {in_before}{reweighted} "
    "(sandsynligvis mellem {l} og {h}). Det kan være andre personer, der har svaret.",
    "repeated_cross_sections.unclear": "Vi kan ikke sige, om svarene om {label} er forskellige i {before} og "
    "{after}: {n} svar kan kun vise forskelle på mere end {mde}. Det kan være andre personer, der har svaret.",
    "then_test.clear": "Når {n} deltagere ser tilbage, oplever de, at {label} er blevet {better} ({x}). Det er "
    "en oplevelse bagefter, ikke en måling før og efter.",
    "then_test.unclear": "Når {n} deltagere ser tilbage, kan vi ikke sige, om de oplever nogen forskel i "
    "{label}: svarene kan kun vise forskelle på mere end {mde}. Det er en oplevelse bagefter, ikke en måling før "
    "og efter.",
    "change.below": "Vi kalder ikke forskellen i {label} mellem de to målinger en ændring.",
    "comparison_linked.agree": "Blandt deltagerne {own_rose} {label} {x} {more} end blandt {alike}, "
    "der ikke deltog (mellem {l} og {h} med to måder at regne på). Det tyder på, at indsatsen gør en "
    "forskel{for_good}, men de valgte selv at deltage.",
    "comparison_linked.agree_weakened": "Blandt deltagerne {own_rose} {label} {x} {more} end blandt dem, der "
    "ikke deltog (mellem {l} og {h} med to måder at regne på), men sammenligningen har mangler, og de valgte selv "
    "at deltage. Vi drager derfor ingen konklusion om effekten.",
    "comparison_linked.disagree": "To rimelige måder at regne på giver forskellige svar om {label} ({a} og {b}). "
    "Vi drager derfor ingen konklusion om effekten. De, der deltog, valgte det selv.",
    "comparison_linked.unclear": "Vi kan ikke sige, om {label} har ændret sig anderledes blandt deltagerne end "
    "blandt de andre: {n} svar kan kun vise forskelle på mere end {mde}. De, der deltog, valgte det selv.",
    "comparison_linked.fragile": "{m} af {M} deltagere svarede ikke anden gang. Hvis {they} ligger {beside} "
    "dem, der svarede, er forskellen i {label} væk. Vi drager derfor ingen konklusion om effekten. De, der deltog, "
    "valgte det selv.",
    "effect.below": "Sammenligningen af {label} har for store mangler til, at vi kan drage nogen konklusion om "
    "effekten.",
    "comparison_unlinked.clear": "Blandt dem, der deltog, {own_rose} {label} {x} {more} end blandt de andre, set "
    "som grupper (sandsynligvis mellem {l} og {h}). Det tyder på, at indsatsen gør en forskel{for_good}, men de "
    "valgte selv at deltage, og det kan være andre personer, der har svaret anden gang.",
    "comparison_unlinked.clear_weakened": "Blandt dem, der deltog, {own_rose} {label} {x} {more} end blandt de "
    "andre, set som grupper (sandsynligvis mellem {l} og {h}), men de valgte selv at deltage, og det kan være "
    "andre personer, der har svaret anden gang. Vi drager derfor ingen konklusion om effekten.",
    "comparison_unlinked.unclear": "Vi kan ikke sige, om {label} har ændret sig anderledes blandt dem, der "
    "deltog, end blandt de andre: {n} svar kan kun vise forskelle på mere end {mde}. De, der deltog, valgte det "
    "selv.",
    "generic_control.clear": "I {area} ændrede {label} sig med {own}, i {areas} med "
    "{others}. {area} ligger på plads {place} af {K1}, regnet {from_end}. Det tyder på en forskel{for_good}, "
    "som er usædvanlig blandt områderne.",
    "generic_control.clear_weakened": "I {area} ændrede {label} sig med {own}, i {areas} med "
    "{others}. {area} ligger på plads {place} af {K1}, regnet {from_end}. Sammenligningen er for grov til en "
    "konklusion om effekten.",
    "generic_control.unclear": "I {area} ændrede {label} sig med {own}, i {areas} med "
    "{others}. {area} ligger på plads {place} af {K1}, regnet {from_end}. Det er ikke nok til at sige, at "
    "{area} adskiller sig fra de andre.",
    "lottery.agree": "Der blev trukket lod om pladserne. De, der fik en plads, lå {x} {higher} i {label} (mellem "
    "{l} og {h}); indsatsen bidrog til det{if_worse}.",
    "lottery.agree_compared": "Der blev trukket lod om pladserne. De, der fik en plads, lå {x} {higher} i "
    "{label} (mellem {l} og {h}). Det tyder på, at indsatsen gør en forskel{for_good}, men undersøgelsen har "
    "mangler.",
    "lottery.agree_weakened": "Der blev trukket lod om pladserne. De, der fik en plads, lå {x} {higher} i "
    "{label} (mellem {l} og {h}), men undersøgelsen har mangler. Vi drager derfor ingen konklusion om effekten.",
    "lottery.unclear": "Der blev trukket lod om pladserne. Vi kan ikke sige, om der er forskel i {label} mellem "
    "dem, der fik en plads, og de andre: {n} svar kan kun vise forskelle på mere end {mde}.",
    "lottery.fragile": "Der blev trukket lod om pladserne. {m} af {M}, der fik en plads, svarede ikke bagefter. "
    "Hvis {they} ligger {beside} dem, der svarede, er forskellen i {label} væk. Vi drager derfor ingen "
    "konklusion om effekten.",
    "groups.unclear": "Vi kan ikke sige, om {label} er blevet anderledes dér, hvor indsatsen var, end andre steder: "
    "{g} {groups} mod {g0} kan kun vise forskelle på mere end {mde}.",
    "groups.never_clear": "Vi kan ikke sige, om {label} er blevet anderledes dér, hvor indsatsen var, end andre "
    "steder: {g} {groups} mod {g0} er for få til at vise nogen forskel, uanset hvor mange personer der er i dem.",
    "self_attribution.told": "De {n}, der har mærket en forbedring, tror, at {share_low}–{share_high} procent af "
    "den kommer fra os. Det er deres egen vurdering bagefter.",
    "shadow_control.told": "{judges} personer, der vurderede det, før resultaterne fandtes, tror, at "
    "{share_low}–{share_high} procent af ændringen var sket alligevel. Det er en vurdering, ikke en måling.",
    "reliable_change.told": "{a_better} af {n} gik frem med mere end målefejlen, {a_worse} gik tilbage, og for "
    "{a_untold} kan det ikke siges.",
    "dose.clear": "Blandt {n} deltagere hang et større antal {doses} sammen med, at {label} lå {higher}. At komme "
    "ofte er i sig selv et resultat, så det siger ikke, hvad indsatsen har gjort.",
    "dose.unclear": "Blandt {n} deltagere ses ingen tydelig sammenhæng mellem antallet af {doses} og {label}. At "
    "komme ofte er i sig selv et resultat.",
    "small_groups.clear": "Ændringen i {label} varierer mellem grupperne mere, end tilfældet gør, fra {lowest} "
    "til {highest}, når små grupper vejes sammen med de andre.",
    "small_groups.unclear": "I {label} adskiller grupperne sig ikke mere, end tilfældet gør; vi rangordner dem ikke.",
    "subgroups.clear": "Forskellen i {label} mellem dem, der deltog, og de andre er ikke lige stor i alle "
    "grupper efter ”{column}”. Det er en iagttagelse, og de valgte selv at deltage.",
    "subgroups.unclear": "Vi kan ikke sige, at forskellen i {label} mellem dem, der deltog, og de andre varierer "
    "efter ”{column}”. De valgte selv at deltage.",
    "subgroups.clear_drawn": "Forskellen i {label} mellem dem, der fik en plads, og de andre er ikke lige stor i "
    "alle grupper efter ”{column}”. Det er en iagttagelse.",
    "subgroups.unclear_drawn": "Vi kan ikke sige, at forskellen i {label} mellem dem, der fik en plads, og de andre "
    "varierer efter ”{column}”.",
    "random_pair.told_drawn": "Hvis man tilfældigt trækker en, der fik en plads, og en, der ikke gjorde, ligger den "
    "første højere i {label} i {of_ten} tilfælde ud af 10.",
    "random_pair.told": "Hvis man trækker en deltager og en anden beboer tilfældigt, ligger deltageren højere i "
    "{label} i {of_ten} tilfælde ud af 10.",
    "description.told": "{n} personer svarede om {label}; gennemsnittet var {mean}. En enkelt måling viser ingen "
    "ændring.",
    "description.told_twice": "{n} personer svarede om {label} {in_after}; gennemsnittet var {mean}. Det kan ikke "
    "sammenlignes med, hvordan det var {in_before}.",
    "description.nobody": "Ingen har svaret om {label}.",
    "description.too_few": "Der er {n} svar om {label}, og det er for få til at sige noget.",
    "scale": "Skalaen går fra {low} til {high}{direction}.",
    "leavers.too_few": "{m} af {M} svarede ikke begge gange. Det er for få til at ændre svaret.",
    "leavers.people": "{m} af {M} svarede ikke begge gange. Hvis {they} ligger {beside} dem, der svarede, er "
    "forskellen væk.",
}

CAVEATS = {
    "not_compared": "Resultatet er ikke sammenlignet med andre.",
    "regression_to_the_mean": "De, der deltog, lå dårligere fra begyndelsen, og den, der ligger lavt, kommer "
    "ofte op alligevel.",
    "chose_to_join": "De, der deltog, valgte det selv.",
    "many_missing": "Mange af dem, der begyndte, har ikke svaret, og de kan have det anderledes.",
    "some_missing": "Nogle af dem, der begyndte, har ikke svaret.",
    "arm_of_leavers_unknown": "Vi ved ikke, hvem af dem, der holdt op med at svare, der deltog.",
    "differential_dropout": "Flere er holdt op med at svare i den ene gruppe end i den anden.",
    "no_overlap": "De, der deltog, og de andre er for forskellige til at blive sammenlignet direkte.",
    "wording_changed": "Spørgsmålet var ikke formuleret ens begge gange.",
    "mode_changed": "Spørgsmålene blev ikke stillet på samme måde begge gange.",
    "outcome_chosen_after_data": "Resultatmålet blev valgt, da svarene allerede var kendt.",
    "choice_not_stated": "Planen siger ikke, om resultatmålet blev valgt, før svarene var kendt.",
    "season_differs": "Målingerne blev foretaget på forskellige tider af året.",
    "floor_hides_change": "Mange lå allerede i bunden af skalaen, så et fald kan ikke ses.",
    "ceiling_hides_change": "Mange lå allerede i toppen af skalaen, så en stigning kan ikke ses.",
    "baseline_unlike": "De, der deltog, og de andre lå forskelligt allerede fra begyndelsen.",
    "unlike_in": "De, der deltog, og de andre var forskellige allerede fra begyndelsen i: {columns}.",
    "baseline_unlike_drawn": "De, der fik en plads, og de andre lå forskelligt allerede fra begyndelsen.",
    "leavers_could_undo_it": "De, der er holdt op med at svare, kan være nok til at ændre svaret.",
    "few_groups": "Hele grupper deltog eller gjorde ikke, og de er få.",
    "groups_are_the_unit": "Hele grupper deltog eller gjorde ikke, så det er antallet af grupper, der tæller, "
    "ikke antallet af personer.",
    "taking_part_recalled": "Oplysningen om, hvem der deltog, kan bygge på hukommelsen.",
    "composition_unknown": "Vi ved ikke, om grupperne var sammensat ens begge gange.",
    "composition_shifted": "Grupperne var ikke sammensat ens begge gange.",
    "other_people_may_have_answered": "Det kan være andre personer, der har svaret anden gang.",
    "not_reweighted": "Svarene er ikke omregnet efter, hvem der har svaret.",
    "weights_cost_precision": "De, der har svaret, ligner ikke området, så omregningen gør svarene mere usikre.",
    "boxes_joined": "En gruppe havde få svar og er derfor lagt sammen med en anden.",
    "margins_rescaled": "Områdets andele gik ikke op og er regnet om.",
    "weights_trimmed": "De største vægte er skåret af.",
    "asked_afterwards": "Spørgsmålet blev stillet bagefter.",
    "not_asked_openly": "Der blev ikke først stillet et åbent spørgsmål om, hvad ændringen kommer af.",
    "a_judgement": "Det er en vurdering, ikke en måling.",
    "practice_and_calendar": "Vane med spørgsmålene og tiden på året kan også ses.",
    "beyond_noise_only": "At en ændring er større end målefejlen, siger ikke, hvad den kommer af.",
    "staying_is_an_outcome": "At komme ofte er i sig selv et resultat.",
    "dose_not_steady": "Sammenhængen er ikke jævn fra få til mange gange.",
    "groups_not_ranked": "Grupperne rangordnes ikke.",
    "subgroups_are_exploratory": "Forskelle mellem grupper er iagttagelser.",
    "one_wave_unadjusted": "Det gælder en enkelt måling og tager ikke hensyn til, hvordan det var før.",
    "few_areas": "Der er få områder at sammenligne med.",
    "another_question": "Spørgsmålet er ikke det samme i statistikken.",
    "coarse_geography": "Statistikken er grov, og små områder svinger tilfældigt.",
    "as_drawn": "Sammenligningen gælder dem, der fik en plads, hvad enten de kom eller ej.",
    "no_change_shown": "En enkelt måling viser ingen ændring.",
    "waves_not_compared": "Svarene i de to målinger kan ikke sammenlignes.",
    "lot_in_doubt": "De, der fik en plads, og de andre var mere forskellige fra begyndelsen, end en lodtrækning gør "
    "dem én gang ud af tusind.",
    "all_equal": "Alle svarede ens, så usikkerheden kan ikke regnes ud.",
    "too_few": "For få har svaret.",
    "not_after_holm": "Flere resultatmål blev afprøvet samtidig; set under ét er dette ikke tydeligere end "
    "tilfældet.",
    "exploratory": "Dette var ikke hovedspørgsmålet; læs det som en iagttagelse.",
    "no_primary": "Ingen af resultatmålene blev på forhånd udpeget som hovedspørgsmål.",
}

ASSUMPTIONS = {
    "seen_speak_for_started": "De, der har svaret, taler for alle, der begyndte.",
    "memory_without_wishing": "De, der har svaret, husker, hvordan det var, ikke hvordan de ønsker, det var.",
    "waves_mirror_the_area": "Hver måling afspejler området: samme spørgsmål, samme måde at spørge på, samme årstid.",
    "same_trend_without_us": "Uden indsatsen havde begge grupper ændret sig lige meget.",
    "same_baseline_same_future": "De, der lå ens fra begyndelsen, var endt ens uden indsatsen.",
    "composition_stable": "Begge grupper er sammensat ens i de to målinger.",
    "no_jump_in_who_answers": "Det er ikke forskellige slags personer, der svarer på forskellige tidspunkter.",
    "people_can_tell": "Folk kan selv sige, hvad en ændring kommer af.",
    "judges_know_and_are_free": "De, der vurderer, kender området og vinder ikke noget ved svaret.",
    "groups_of_a_kind": "Grupperne er af samme slags.",
    "dose_not_by_strength": "De, der kom ofte, var ikke stærkere fra begyndelsen.",
    "same_weather": "De andre områder har haft de samme ydre forhold som vores.",
    "drawn_by_lot": "Lodtrækningen afgjorde det, og intet andet.",
    "noise_as_given": "Skemaet er lige så usikkert blandt disse personer, som kilden siger.",
    "seen_speak_for_both": "De, der har svaret, taler for alle, der deltog, og for alle andre.",
}

STEPS = {
    "means": "Gennemsnittet før og efter",
    "change": "Ændringen i gennemsnit",
    "interval": "Usikkerheden",
    "felt_change": "Forskellen fra, hvordan det var, som det huskes",
    "wave_means": "Hver målings gennemsnit, omregnet",
    "difference": "Forskellen mellem målingerne",
    "difference_error": "Usikkerheden i forskellen",
    "changes": "Ændringen blandt deltagere og andre",
    "did": "Den første måde: forskellen mellem ændringerne",
    "ancova": "Den anden måde: forskellen bagefter ved samme udgangspunkt",
    "union": "Fra den laveste til den højeste grænse",
    "interaction": "Forskellen mellem gruppernes ændringer",
    "own_and_others": "Områdets ændring og de andres",
    "against_others": "Forskellen fra de andre",
    "place": "Pladsen blandt områderne",
    "slopes": "Hver persons hældning",
    "mean_slope": "Hældningen i gennemsnit",
    "noise": "Skemaets egen målefejl",
    "windows": "Fra gennemsnittet af de laveste til gennemsnittet af de højeste andele",
    "judged": "Fra den laveste til den højeste vurdering",
    "dose": "Hældningen mod antallet af gange",
    "shrinkage": "Hvor meget hver gruppes eget gennemsnit vejer",
    "subgroups": "Forskellen i hver gruppe",
    "random_pair": "Hvor ofte den ene ligger højere",
    "means_after": "Gennemsnittet bagefter blandt dem, der fik en plads, og de andre",
    "lot": "Forskellen mellem dem",
}

REPORT = {
    "counterfactual": "Kontrafaktisk situation",
    "kind.comparison_group": "sammenligningsgruppe",
    "kind.statistics": "statistik",
    "kind.expert": "ekspertvurdering",
    "kind.lottery": "lodtrækning",
    "people": "{used} af {started}, der begyndte, er med, {asked} spurgt",
    "judges": "{used} af {started} bedømmere er med",
    "beside": "Ved siden af",
    "carried": "Hvad svarene rækker til",
    "yes": "ja",
    "no": "nej",
    "sees": "ser forskelle fra {mde}",
    "E0": "gennemført",
    "E1": "oplevet",
    "E2": "ændret",
    "E3": "sammenlignet",
    "E4": "afprøvet",
    "E5": "gentaget",
    "lottery": "pladser efter lodtrækning",
    "comparison_linked": "deltagere og andre, de samme personer to gange",
    "comparison_unlinked": "deltagere og andre, forskellige personer hver gang",
    "generic_control": "området blandt andre områder",
    "paired_change": "de samme personer før og efter",
    "panel_slopes": "de samme personer i tre målerunder eller flere",
    "repeated_cross_sections": "forskellige personer hver gang",
    "then_test": "dengang og nu, begge spurgt bagefter",
    "self_attribution": "deltagernes vurdering af vores andel",
    "shadow_control": "vurdering af, hvad der var sket alligevel",
    "description": "hvordan det stod sidst",
    "reliable_change": "ændring ud over målefejlen",
    "dose": "antal {doses}",
    "small_groups": "ændringen i hver gruppe",
    "subgroups": "forskel mellem grupper efter ”{column}”",
    "random_pair": "to tilfældigt trukne personer",
}

SYMBOLS = {
    "low": "lavest",
    "high": "højest",
    "groups": "grupper",
    "waves": "målerunder",
    "judges": "bedømmere",
    "subgroups": "grupper",
    "difference": "forskel",
    "place": "plads",
    "ȳ_then": "ȳ_husket",
}

FORMULAS = {
    "min low, max high": "den laveste grænse, den højeste grænse",
    "mean low, mean high": "gennemsnit af de laveste, gennemsnit af de højeste",
    "place/(K + 1)": "plads/(K + 1)",
    "Δ̄ = mean(y₂ − y₁)": "Δ̄ = gennemsnit(y₂ − y₁)",
    "mean(y₂ − y_then)": "gennemsnit(y₂ − y_husket)",
    "ȳ_then, ȳ₂": "ȳ_husket, ȳ₂",
    "y₂ = a + s·log(1 + sessions) + b·y₁ + cX": "y₂ = a + s·log(1 + gange) + b·y₁ + cX",
}
