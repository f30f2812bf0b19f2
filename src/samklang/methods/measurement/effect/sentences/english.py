"""English. A name stands where nothing has to agree with it; a fall is written as a rise is."""

from __future__ import annotations

WORDS = {
    "rose": "rose",
    "fell": "fell",
    "higher": "higher",
    "lower": "lower",
    "better": "better",
    "worse": "worse",
    "more": "more",
    "less": "less",
    "for_the_better": " for the better",
    "for_the_worse": " for the worse",
    "and_for_the_worse": ", which is for the worse",
    "wave": "wave {}",
    "in_wave": "in wave {}",
    "in_year": "in {}",
    "reweighted": ", reweighted so that those who answered are like the area's residents",
    "high_is_better": "; higher is better",
    "low_is_better": "; lower is better",
    "reading": "The group's interpretation",
    "similar_people": "similar people",
    "apart": "{k} {tipped} than",
    "level": "level with",
    "they": "they are",
    "that_person": "that person is",
    "areas": "{} comparable areas",
    "one_area": "{} comparable area",
    "doses": "sessions",
    "groups": "groups",
    "people": "people",
    "from_best": "from the best",
    "from_highest": "from the highest",
}

SENTENCES = {
    "paired_change.clear": "Among the {n} of {N} who answered both times, {label} {rose} by {x} (likely between "
    "{l} and {h}). We do not know what would have happened without the work.",
    "paired_change.unclear": "We cannot tell whether {label} rose or fell: {n} answers can only show changes "
    "larger than {mde}.",
    "paired_change.told": "Among the {n} of {N} who answered both times, {label} {rose} by {x}, as much for "
    "everybody. We do not know what would have happened without the work.",
    "paired_change.flat": "All {n} of {N} who answered both times gave the same answer on {label} both times.",
    "panel_slopes.clear": "Among the {n} of {N} who answered at least three times, {label} {rose} by {x} a wave "
    "on average (likely between {l} and {h}). We do not know what would have happened without the work.",
    "panel_slopes.unclear": "We cannot tell whether {label} rose or fell over the waves: answers from {n} people "
    "can only show changes larger than {mde} a wave.",
    "repeated_cross_sections.clear": "Answers on {label} {in_after} are {x} {higher} than "
    "{in_before}{reweighted} (likely between {l} and {h}). Other people may have answered.",
    "repeated_cross_sections.unclear": "We cannot tell whether answers on {label} differ between {before} and "
    "{after}: {n} answers can only show differences larger than {mde}. Other people may have answered.",
    "then_test.clear": "Looking back, {n} participants feel that {label} became {better} ({x}). This is a "
    "feeling afterwards, not a before-and-after measurement.",
    "then_test.unclear": "Looking back, {n} participants feel no difference in {label} that can be told from "
    "chance: the answers can only show differences larger than {mde}. This is a feeling afterwards, not a "
    "before-and-after measurement.",
    "change.below": "We do not call the difference in {label} between the two measurements a change.",
    "comparison_linked.agree": "Among participants, {label} {own_rose} {x} {more} than among {alike} who "
    "did not take part (between {l} and {h} by two ways of counting). It suggests that the work makes a "
    "difference{for_good}, but they chose to take part.",
    "comparison_linked.agree_weakened": "Among participants, {label} {own_rose} {x} {more} than among those who "
    "did not take part (between {l} and {h} by two ways of counting), but the comparison has faults and they chose "
    "to take part. So we draw no conclusion about the effect.",
    "comparison_linked.disagree": "Two reasonable ways of counting disagree on {label} ({a} and {b}). So we draw "
    "no conclusion about the effect. Those who took part chose to.",
    "comparison_linked.unclear": "We cannot tell whether {label} changed differently among participants than "
    "among the others: {n} answers can only show differences larger than {mde}. Those who took part chose to.",
    "comparison_linked.fragile": "{m} of {M} participants did not answer the second time. If {they} {beside} "
    "those who answered, the difference in {label} is gone. So we draw no conclusion about the "
    "effect. Those who took part chose to.",
    "effect.below": "The comparison of {label} has too many faults for any conclusion about the effect.",
    "comparison_unlinked.clear": "Among those who took part, {label} {own_rose} {x} {more} than among the "
    "others, taken as groups (likely between {l} and {h}). It suggests that the work makes a difference{for_good}, "
    "but they chose to take part, and other people may have answered the second time.",
    "comparison_unlinked.clear_weakened": "Among those who took part, {label} {own_rose} {x} {more} than among "
    "the others, taken as groups (likely between {l} and {h}), but they chose to take part, and other people may "
    "have answered the second time. So we draw no conclusion about the effect.",
    "comparison_unlinked.unclear": "We cannot tell whether {label} changed differently among those who took part "
    "than among the others: {n} answers can only show differences larger than {mde}. Those who took part chose to.",
    "generic_control.clear": "In {area}, {label} changed by {own}, in {areas} by {others}. {area} "
    "ranks {place} of {K1}, counted {from_end}. It suggests a difference{for_good} that is unusual among the "
    "areas.",
    "generic_control.clear_weakened": "In {area}, {label} changed by {own}, in {areas} by {others}. "
    "{area} ranks {place} of {K1}, counted {from_end}. The comparison is too coarse for a conclusion about the "
    "effect.",
    "generic_control.unclear": "In {area}, {label} changed by {own}, in {areas} by {others}. {area} "
    "ranks {place} of {K1}, counted {from_end}. That is not enough to say that {area} differs from the others.",
    "lottery.agree": "Places were drawn by lot. Those who got a place were {x} {higher} in {label} (between {l} "
    "and {h}); the work contributed to it{if_worse}.",
    "lottery.agree_compared": "Places were drawn by lot. Those who got a place were {x} {higher} in {label} "
    "(between {l} and {h}). It suggests that the work makes a difference{for_good}, but the study has faults.",
    "lottery.agree_weakened": "Places were drawn by lot. Those who got a place were {x} {higher} in {label} "
    "(between {l} and {h}), but the study has faults. So we draw no conclusion about the effect.",
    "lottery.unclear": "Places were drawn by lot. We cannot tell whether {label} differs between those who got a "
    "place and the others: {n} answers can only show differences larger than {mde}.",
    "lottery.fragile": "Places were drawn by lot. {m} of {M} who got a place did not answer afterwards. If {they} "
    "{beside} those who answered, the difference in {label} is gone. So we draw no conclusion about "
    "the effect.",
    "groups.unclear": "We cannot tell whether {label} changed differently where the work was than elsewhere: {g} "
    "{groups} against {g0} can only show differences larger than {mde}.",
    "groups.never_clear": "We cannot tell whether {label} changed differently where the work was than elsewhere: {g} "
    "{groups} against {g0} are too few to show any difference, however many people there are in them.",
    "self_attribution.told": "The {n} who noticed an improvement believe that {share_low}–{share_high} per cent "
    "of it comes from us. It is their own judgement afterwards.",
    "shadow_control.told": "{judges} people who judged before the results were known believe that "
    "{share_low}–{share_high} per cent of the change would have happened anyway. It is a judgement, not a "
    "measurement.",
    "reliable_change.told": "{a_better} of {n} improved by more than measurement error, {a_worse} got worse, "
    "and {a_untold} cannot be told.",
    "dose.clear": "Among {n} participants, more {doses} went with {label} being {higher}. To keep coming is itself "
    "an outcome, so this does not say what the work did.",
    "dose.unclear": "Among {n} participants there is no clear link between the number of {doses} and {label}. "
    "To keep coming is itself an outcome.",
    "small_groups.clear": "The change in {label} differs between the groups by more than chance does, from "
    "{lowest} to {highest} when small groups are weighed together with the others.",
    "small_groups.unclear": "In {label} the groups differ no more than chance does; we do not rank them.",
    "subgroups.clear": "The difference in {label} between those who took part and the others is not the same in "
    "all groups by “{column}”. It is an observation, and they chose to take part.",
    "subgroups.unclear": "We cannot say that the difference in {label} between those who took part and the "
    "others varies by “{column}”. They chose to take part.",
    "subgroups.clear_drawn": "The difference in {label} between those who got a place and the others is not the same "
    "in all groups by “{column}”. It is an observation.",
    "subgroups.unclear_drawn": "We cannot say that the difference in {label} between those who got a place and the "
    "others varies by “{column}”.",
    "random_pair.told_drawn": "Draw one who got a place and one who did not at random: the first is higher in "
    "{label} in {of_ten} of 10.",
    "random_pair.told": "Draw one participant and one other resident at random: the participant is higher in "
    "{label} in {of_ten} of 10.",
    "description.told": "{n} people answered on {label}; the mean was {mean}. A single measurement shows no change.",
    "description.told_twice": "{n} people answered on {label} {in_after}; the mean was {mean}. It can't be compared "
    "with how things were {in_before}.",
    "description.nobody": "Nobody has answered on {label}.",
    "description.too_few": "Too few have answered on {label} to say anything ({n}).",
    "scale": "The scale runs from {low} to {high}{direction}.",
    "leavers.too_few": "{m} of {M} did not answer both times. That is too few to change the answer.",
    "leavers.people": "{m} of {M} did not answer both times. If {they} {beside} those who answered, "
    "the difference is gone.",
}

CAVEATS = {
    "not_compared": "The result is not compared with others.",
    "regression_to_the_mean": "Those who took part were worse off at the start, and people who are low often "
    "come up anyway.",
    "chose_to_join": "Those who took part chose to.",
    "many_missing": "Many of those who started did not answer, and may differ from those who did.",
    "some_missing": "Some of those who started did not answer.",
    "arm_of_leavers_unknown": "We do not know which of those who stopped answering took part.",
    "differential_dropout": "More stopped answering in one group than in the other.",
    "no_overlap": "Those who took part and the others are too unlike to be compared directly.",
    "wording_changed": "The question was not worded the same both times.",
    "mode_changed": "The questions were not put in the same way both times.",
    "outcome_chosen_after_data": "The measure was chosen when the answers were already known.",
    "choice_not_stated": "The plan does not say whether the measure was chosen before the answers were known.",
    "season_differs": "The measurements were made at different times of the year.",
    "floor_hides_change": "Many were already at the bottom of the scale, where a fall cannot be seen.",
    "ceiling_hides_change": "Many were already at the top of the scale, where a rise cannot be seen.",
    "baseline_unlike": "Those who took part and the others differed already at the start.",
    "unlike_in": "Those who took part and the others were unlike already at the start in: {columns}.",
    "baseline_unlike_drawn": "Those who got a place and the others differed already at the start.",
    "leavers_could_undo_it": "Those who stopped answering could be enough to change the answer.",
    "few_groups": "Whole groups took part or did not, and they are few.",
    "groups_are_the_unit": "Whole groups took part or did not, so it is the number of groups that counts, not of "
    "people.",
    "taking_part_recalled": "Who took part may be told from memory.",
    "composition_unknown": "We do not know whether the groups were made up alike both times.",
    "composition_shifted": "The groups were not made up alike both times.",
    "other_people_may_have_answered": "Other people may have answered the second time.",
    "not_reweighted": "The answers are not reweighted for who answered.",
    "weights_cost_precision": "Those who answered are unlike the area, so the reweighting makes the answers less "
    "sure.",
    "boxes_joined": "Some group had few answers and was therefore joined to another.",
    "margins_rescaled": "The area's shares did not add up and were rescaled.",
    "weights_trimmed": "The largest weights were cut.",
    "asked_afterwards": "The question was put afterwards.",
    "not_asked_openly": "No open question on what the change came from was put first.",
    "a_judgement": "It is a judgement, not a measurement.",
    "practice_and_calendar": "Practice with the questions and the time of the year may also show.",
    "beyond_noise_only": "That a change is larger than measurement error does not say what it came from.",
    "staying_is_an_outcome": "To keep coming is itself an outcome.",
    "dose_not_steady": "The link is not steady from few sessions to many.",
    "groups_not_ranked": "The groups are not ranked.",
    "subgroups_are_exploratory": "Differences between groups are observations.",
    "one_wave_unadjusted": "It concerns a single measurement and leaves out how things were before.",
    "few_areas": "There are few areas to compare with.",
    "another_question": "The question is not the same in the statistics.",
    "coarse_geography": "The statistics are coarse, and small areas swing by chance.",
    "as_drawn": "The comparison concerns those who got a place, whether they came or not.",
    "no_change_shown": "A single measurement shows no change.",
    "waves_not_compared": "What was answered in the two measurements can't be compared.",
    "lot_in_doubt": "Those who got a place and the others were more unlike at the start than a lot makes them once "
    "in a thousand times.",
    "all_equal": "Everybody answered alike, so the uncertainty cannot be worked out.",
    "too_few": "Too few answered.",
    "not_after_holm": "Several measures were tried at once; taken together, this one is no clearer than chance.",
    "exploratory": "This was not the main question; read it as an observation.",
    "no_primary": "None of the measures was named the main one beforehand.",
}

ASSUMPTIONS = {
    "seen_speak_for_started": "Those who answered speak for all who started.",
    "memory_without_wishing": "Those who answered remember how it was, not how they wish it had been.",
    "waves_mirror_the_area": "Each measurement mirrors the area: same questions, same way of asking, same season.",
    "same_trend_without_us": "Without the work, both groups would have changed by as much.",
    "same_baseline_same_future": "People who started alike would have ended alike without the work.",
    "composition_stable": "Both groups are made up alike in the two measurements.",
    "no_jump_in_who_answers": "It is not different kinds of people who answer at different times.",
    "people_can_tell": "People can say themselves what a change comes from.",
    "judges_know_and_are_free": "Those who judge know the area and gain nothing by the answer.",
    "groups_of_a_kind": "The groups are of a kind.",
    "dose_not_by_strength": "Those who came often were not stronger from the start.",
    "same_weather": "The other areas have had the same outside circumstances as ours.",
    "drawn_by_lot": "The lot decided, and nothing else.",
    "noise_as_given": "The form is as unsure among these people as its source says.",
    "seen_speak_for_both": "Those who answered speak for all who took part and for all the others.",
}

STEPS = {
    "means": "The mean before and after",
    "change": "The change on average",
    "interval": "The uncertainty",
    "felt_change": "The difference from how it was, as remembered",
    "wave_means": "The mean of each measurement, reweighted",
    "difference": "The difference between the measurements",
    "difference_error": "The uncertainty of the difference",
    "changes": "The change among participants and others",
    "did": "The first way: the difference between the changes",
    "ancova": "The second way: the difference afterwards from the same start",
    "union": "From the lowest to the highest end",
    "interaction": "The difference between the groups' changes",
    "own_and_others": "The area's change and the others'",
    "against_others": "The difference from the others",
    "place": "The place among the areas",
    "slopes": "Each person's slope",
    "mean_slope": "The slope on average",
    "noise": "The form's own measurement error",
    "windows": "From the mean of the lowest to the mean of the highest shares",
    "judged": "From the lowest to the highest judgement",
    "dose": "The slope against the number of sessions",
    "shrinkage": "How much each group's own mean counts",
    "subgroups": "The difference in each group",
    "random_pair": "How often the one is higher",
    "means_after": "The mean afterwards among those who got a place and the others",
    "lot": "The difference between them",
}

REPORT = {
    "counterfactual": "Counterfactual",
    "kind.comparison_group": "comparison group",
    "kind.statistics": "statistics",
    "kind.expert": "expert judgement",
    "kind.lottery": "lottery",
    "people": "{used} used of {started} who started, {asked} asked",
    "judges": "{used} used of {started} judges",
    "beside": "Beside it",
    "carried": "What the data carry",
    "yes": "yes",
    "no": "no",
    "sees": "sees differences from {mde}",
    "E0": "delivered",
    "E1": "reported",
    "E2": "changed",
    "E3": "compared",
    "E4": "tested",
    "E5": "repeated",
    "lottery": "places drawn by lot",
    "comparison_linked": "participants and others, the same people twice",
    "comparison_unlinked": "participants and others, different people each time",
    "generic_control": "the area among other areas",
    "paired_change": "the same people before and after",
    "panel_slopes": "the same people in three waves or more",
    "repeated_cross_sections": "different people each time",
    "then_test": "then and now, both asked afterwards",
    "self_attribution": "participants' judgement of our share",
    "shadow_control": "judgement of what would have happened anyway",
    "description": "where things stood last",
    "reliable_change": "change beyond measurement error",
    "dose": "number of {doses}",
    "small_groups": "the change in each group",
    "subgroups": "difference between groups by “{column}”",
    "random_pair": "two people drawn at random",
}

SYMBOLS = {"subgroups": "groups"}

FORMULAS = {
    "min low, max high": "the lowest end, the highest end",
    "mean low, mean high": "mean of the lowest, mean of the highest",
}
