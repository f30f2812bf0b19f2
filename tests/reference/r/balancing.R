# Run: Rscript balancing.R > balancing.txt
# Entropy balancing by survey (raking calibration has the same optimum) and by WeightIt, with its effect and error;
# overlap weights and their effect by WeightIt; SMD by MatchIt. Lalonde's data.
suppressMessages({library(survey); library(WeightIt); library(MatchIt)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("survey"), version("WeightIt"), version("MatchIt"), "\n")
data(lalonde)
lalonde <- transform(lalonde, black = as.numeric(race == "black"), hispan = as.numeric(race == "hispan"))
drivers <- c("age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75")
joining <- reformulate(drivers, "treat")
treated <- lalonde$treat == 1
others <- lalonde[!treated, ]

goal <- c(1, colMeans(lalonde[treated, drivers]))
names(goal)[1] <- "(Intercept)"
plain <- svydesign(ids = ~1, weights = rep(1 / nrow(others), nrow(others)), data = others)
raked <- survey::calibrate(plain, reformulate(drivers), goal, calfun = "raking", maxit = 500, epsilon = 1e-12)
say("survey_weights", weights(raked))
say("survey_means", svymean(reformulate(drivers), raked))
say("survey_without", coef(svymean(~re78, raked)))

balanced <- weightit(joining, lalonde, method = "ebal", estimand = "ATT")
w <- balanced$weights[!treated]
say("WeightIt_weights", w / sum(w))
say("WeightIt_ess", ESS(w))
fit <- lm_weightit(re78 ~ treat, lalonde, weightit = balanced, vcov = "asympt")
say("WeightIt_effect", coef(fit)["treat"], sqrt(vcov(fit)["treat", "treat"]))
for (kind in c("ATT", "ATE", "ATO")) {
  chance <- weightit(joining, lalonde, method = "glm", estimand = kind)
  fit <- lm_weightit(re78 ~ treat, lalonde, weightit = chance, vcov = "asympt")
  say(paste0("ipw_", kind), coef(fit)["treat"], sqrt(vcov(fit)["treat", "treat"]))
  if (kind == "ATO") say("overlap_weights", chance$weights)
}
say("chance", balanced$ps, weightit(joining, lalonde, method = "glm", estimand = "ATE")$ps)
pooled <- summary(matchit(joining, lalonde, method = NULL, estimand = "ATE"), standardize = TRUE)
say("smd", pooled$sum.all[drivers, "Std. Mean Diff."])
