# Run: Rscript scales.R > scales.txt   (base R; answers.csv is R's own)
# Scores that are no plain sum of several items, and the band every score falls in, each written from the rule it was
# published with. Answers in ../psych/every_scale.csv are used again, with the sums that psych made of them.
cat("R", as.character(getRversion()), "\n")
set.seed(71); n <- 60
codes <- function(from) sample(c(from, NA), n, TRUE, c(rep(1, length(from)), length(from) / 12))
marks <- function() ifelse(runif(n) < .03, NA, round(runif(n, 0, 10), 1))
several <- function(prefix, items, make) setNames(lapply(seq_len(items), function(place) make()), sprintf("%s_%02d", prefix, seq_len(items)))
lean <- sample(-1:1, n, TRUE)
answers <- data.frame(c(
  list(age = sample(c(NA, 13:30), n, TRUE)), several("cantril", 2, function() codes(0:10)), several("ls", 1, function() codes(0:10)), several("trust", 1, function() codes(0:10)),
  several("then", 3, function() codes(0:10)), several("mood", 1, function() codes(1:5)), several("attrib", 2, function() codes(1:5)), several("safety", 3, function() codes(1:5)),
  several("ors", 4, marks), several("srs", 4, function() pmin(10, marks() + 2.5)), several("obs", 4, function() codes(1:5)), several("pulse", 10, function() codes(1:5)), several("wilder", 40, function() codes(1:5)),
  several("mhcsf", 14, function() ifelse(runif(n) < .005, NA, pmax(0, pmin(5, round(2.5 + 1.2 * lean + rnorm(n))))))))
write.csv(answers, "answers.csv", row.names = FALSE, quote = FALSE, na = "")
made <- list()
tell <- function(name, values) { made[[name]] <<- values; cat(name, ifelse(is.na(values), "NA", if (is.numeric(values)) format(values, digits = 14, trim = TRUE) else values), "\n") }
of <- function(prefix, places) answers[sprintf("%s_%02d", prefix, places)]
whole <- function(items, f) apply(items, 1, function(row) if (anyNA(row)) NA else f(row))

# One question each.
for (one in list(c("cantril.now", "cantril", 1), c("cantril.future", "cantril", 2), c("life_satisfaction.score", "ls", 1), c("trust_general.score", "trust", 1), c("then_test.life", "then", 1),
                 c("then_test.safety", "then", 2), c("then_test.trust", "then", 3), c("mood_pictures.score", "mood", 1), c("attribution.felt_change", "attrib", 1), c("guided_observation.taking_part", "obs", 1),
                 c("guided_observation.working_together", "obs", 2), c("guided_observation.initiative", "obs", 3), c("guided_observation.confidence", "obs", 4)))
  tell(one[1], of(one[2], as.numeric(one[3]))[[1]])
# Gallup, Understanding how Gallup uses the Cantril Scale: thriving from 7 now and 8 in five years, suffering at 4 or below both times.
tell("cantril.category", ifelse(is.na(answers$cantril_01) | is.na(answers$cantril_02), NA, ifelse(answers$cantril_01 >= 7 & answers$cantril_02 >= 8, "thriving", ifelse(answers$cantril_01 <= 4 & answers$cantril_02 <= 4, "suffering", "struggling"))))
# Keyes (2009), the MHC-SF's brief description: flourishing is every day or almost every day one of three signs of feeling well and six of
# eleven of functioning well; languishing never or once or twice as many; moderately well are all others.
often <- function(row) sum(row[1:3] >= 4) >= 1 && sum(row[4:14] >= 4) >= 6
seldom <- function(row) sum(row[1:3] <= 1) >= 1 && sum(row[4:14] <= 1) >= 6
tell("mhc_sf.category", whole(of("mhcsf", 1:14), function(row) if (often(row)) "flourishing" else if (seldom(row)) "languishing" else "moderate"))
# Safety: unsafe at rather unsafe, very unsafe or staying at home because of it (3, 4, 5), as crime surveys count it.
for (one in list(c("late", 1), c("square", 2), c("way", 3))) tell(paste0("safety.", one[1]), ifelse(is.na(of("safety", as.numeric(one[2]))[[1]]), NA, ifelse(of("safety", as.numeric(one[2]))[[1]] >= 3, "unsafe", "safe")))
tell("safety.unsafe_places", whole(of("safety", 1:3), function(row) sum(row >= 3)))
# Idéer för livet's course: five even windows from 0-25 to 75-100 per cent; an answer counts as the middle of its window.
low <- seq(0, .75, length.out = 5); tell("attribution.our_share", ((low + low + .25) / 2)[answers$attrib_02])
# Miller & Duncan: four marks in centimetres, added up; none may be missing.
tell("ors.total", whole(of("ors", 1:4), sum)); tell("srs.total", whole(of("srs", 1:4), sum))
# Means of those answered, where enough are.
mean_of <- function(name, items, least) tell(name, ifelse(rowSums(!is.na(items)) >= least, rowMeans(items, na.rm = TRUE), NA))
mean_of("guided_observation.total", of("obs", 1:4), 3); mean_of("partnership_pulse.total", of("pulse", 1:10), 8)
for (one in list(list("agenda", 1:2), list("measurement", 3:4), list("activities", 5), list("communication", 6:7), list("backbone", 8), list("trust", 9), list("residents", 10)))
  mean_of(paste0("partnership_pulse.", one[[1]]), of("pulse", one[[2]]), length(one[[2]]))
# Mattessich, Murray-Close & Monsey (2001): forty statements in twenty factors, in this order.
factors <- c(history = 2, legitimate_leader = 2, favourable_climate = 2, respect_and_trust = 2, cross_section = 2, self_interest = 1, compromise = 1, shared_stake = 3, layers_of_participation = 2,
             flexibility = 2, clear_roles = 2, adaptability = 2, pace = 2, open_communication = 3, informal_relationships = 2, concrete_goals = 3, shared_vision = 2, unique_purpose = 2, funds = 2, skilled_leadership = 1)
stopifnot(sum(factors) == 40)
for (name in names(factors)) mean_of(paste0("wilder.", name), of("wilder", cumsum(factors)[name] - factors[name] + seq_len(factors[name])), 1)

sums <- lapply(strsplit(readLines("../psych/every_scale.txt")[-1], " "), function(line) suppressWarnings(as.numeric(line[-1])))
names(sums) <- sub(" .*", "", readLines("../psych/every_scale.txt")[-1])
# WHO-5: a fourth of a hundred each. SWEMWBS: Warwick's table of metric scores, raw 7 to 35 (Stewart-Brown et al. 2009).
tell("who5.percent", sums$who5.raw * 4)
metric <- c(7, 9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35)
tell("swemwbs.metric", metric[sums$swemwbs.raw - 6])

# Bands: name of the score, where each band begins, and what it is called.
band <- function(name, begins, called) {
  values <- if (is.null(made[[name]])) sums[[name]] else made[[name]]
  cat("band", name, ifelse(is.na(values), "-", called[findInterval(round(values, 9), begins)]), "\n")
}
steps <- c("minimal", "mild", "moderate", "severe")
band("gad7.total", c(0, 5, 10, 15), steps)                                                # Spitzer et al. 2006
band("phq9.total", c(0, 5, 10, 15, 20), append(steps, "moderately_severe", 3))            # Kroenke et al. 2001
for (name in c("anxiety", "depression")) band(paste0("hads.", name), c(0, 8, 11), c("low", "borderline", "high"))   # Zigmond & Snaith 1983
band("life_satisfaction.score", c(0, 5, 7, 9), c("low", "medium", "high", "very_high"))   # ONS, personal well-being thresholds
band("pss10.total", c(0, 14, 27), c("low", "moderate", "high"))                           # common practice
band("relational_coordination.tie", c(1, 3.5, 4.01), c("weak", "moderate", "strong"))     # Relational Coordination Analytics, between groups
band("rses.total", c(10, 26, 30), c("low", "some", "good"))                               # Idéer för livet's course
raised <- c("close_to_average", "slightly_raised", "high", "very_high")                   # sdqinfo.org, four bands, own report
band("sdq_s.emotional", c(0, 5, 6, 7), raised); band("sdq_s.conduct", c(0, 4, 5, 6), raised); band("sdq_s.hyperactivity", c(0, 6, 7, 8), raised); band("sdq_s.peer", c(0, 3, 4, 5), raised)
band("sdq_s.prosocial", c(0, 5, 6, 7), c("very_low", "low", "slightly_lowered", "close_to_average")); band("sdq_s.total_difficulties", c(0, 15, 18, 20), raised)
band("srs.total", c(0, 36), c("below_cut", "above_cut"))                                  # Miller & Duncan
cat("band ors.total", ifelse(is.na(made$ors.total) | is.na(answers$age), "-", ifelse(made$ors.total >= ifelse(answers$age < 18, 28, 25), "above_cut", "below_cut")), "\n")
band("swemwbs.metric", c(7, 19.51, 27.5), c("low", "middle", "high"))                     # Ng Fat et al. 2017
band("ucla3.total", c(3, 6), c("not_lonely", "lonely"))                                   # Steptoe et al. 2013
band("who5.percent", c(0, 29, 51), c("very_low", "low", "fair"))                          # Topp et al. 2015
for (name in names(factors)) band(paste0("wilder.", name), c(1, 3, 4), c("concern", "to_discuss", "strength"))
# Directed ties: the mean of one group's answers of another.
from <- sample(c("a", "b", "c"), n, TRUE); to <- sample(c("a", "b", "c"), n, TRUE); ties <- sums$relational_coordination.tie
cat("from", from, "\n"); cat("to", to, "\n")
for (one in unique(paste(from, to))) { here <- paste(from, to) == one; cat("tie", one, sprintf("%.9f", mean(ties[here], na.rm = TRUE)), sum(!is.na(ties[here])), "\n") }
