# Run: Rscript areas.R > areas.txt
# One area among others, group means, shrinkage, paired signs, two resampled groups, and raking from design weights.
suppressMessages({library(coin); library(metafor); library(boot); library(survey); library(MatchIt)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("coin"), version("metafor"), version("boot"), version("survey"), version("MatchIt"), "\n")
others <- c(0.21, -0.10, 0.35, 0.02, 0.18, -0.25, 0.11, 0.40, 0.05)
for (own in c(0.36, 0.55)) {
  d <- data.frame(y = c(own, others), own = factor(c("own", rep("rest", 9))))
  one <- t.test(y ~ own, d, var.equal = TRUE)
  say(paste0("less_others_", own), -diff(one$estimate), one$conf.int, one$parameter)
  for (way in c("greater", "less")) say(paste0("place_", own, "_", way), pvalue(oneway_test(y ~ own, d, distribution = "exact", alternative = way)))
}
two <- t.test(extra ~ group, data = sleep)
say("welch", -diff(rev(two$estimate)), -rev(two$conf.int), two$stderr, two$parameter)

means <- tapply(warpbreaks$breaks, interaction(warpbreaks$wool, warpbreaks$tension), mean)
say("group_means", means[order(names(means))])
plots <- aggregate(weight ~ Chick + Diet, ChickWeight, mean)
chicks <- t.test(weight ~ Diet, droplevels(subset(plots, Diet %in% c(1, 3))))
say("chicks", -diff(rev(chicks$estimate)), -rev(chicks$conf.int), chicks$stderr, chicks$parameter)

schools <- data.frame(y = c(28, 8, -3, 7, -1, 1, 18, 12), s = c(15, 10, 16, 11, 9, 11, 10, 18)) # Rubin (1981), table 1
far <- transform(schools, y = 3 * y)
for (set in c("schools", "far")) {
  data <- get(set)
  fit <- rma(y, sei = s, data = data, method = "PM", control = list(tol = 1e-13, maxiter = 1000))
  shrunk <- blup(fit)
  say(paste0("shrunk_", set), fit$tau2, coef(fit), fit$se, shrunk$pred, shrunk$se)
}

paired <- data.frame(y = sleep$extra, x = sleep$group, b = sleep$ID)
say("sign_flip", pvalue(oneway_test(y ~ x | b, paired, distribution = "exact")))

set.seed(7)
apart <- function(d, i) diff(tapply(d$mpg[i], d$am[i], mean))
drawn <- boot(mtcars, apart, 50000, strata = mtcars$am + 1)
say("boot_difference_percentile", boot.ci(drawn, type = "perc")$percent[4:5])
# Every car twice, since our BCa asks for 15 people in each arm.
twice <- mtcars[rep(seq_len(nrow(mtcars)), 2), ]
drawn <- boot(twice, apart, 50000, strata = twice$am + 1)
say("boot_difference_bca", boot.ci(drawn, type = "bca", L = empinf(drawn, type = "jack"))$bca[4:5])

data(lalonde)
base <- 1 + (seq_len(nrow(lalonde)) %% 3)
# Not rake: it takes the margins out of an error by unweighted means. calibrate does it by the design weights, as we do.
people <- transform(lalonde, race = factor(race))
goal <- c("(Intercept)" = 6140, racehispan = 900, racewhite = 3440, married = 2500, nodegree = 3140)
raked <- calibrate(svydesign(ids = ~1, weights = base, data = people), ~ race + married + nodegree, goal, calfun = "raking", epsilon = 1e-11)
w <- weights(raked)
say("raked_from_base", head(w / mean(w), 8))
say("raked_from_base_re78", coef(svymean(~re78, raked)), SE(svymean(~re78, raked)))
