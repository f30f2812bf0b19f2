# Run: Rscript weighting.R > weighting.txt
# Raking and its mean from survey; entropy balancing as a plain minimisation of the dual; logit from glm. Lalonde's data.
suppressMessages({library(survey); library(MatchIt); library(sandwich); library(MASS)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("survey"), version("MatchIt"), version("sandwich"), version("MASS"), "\n")
data(lalonde)
design <- svydesign(ids = ~1, weights = rep(10, nrow(lalonde)), data = lalonde)
margins <- list(
  data.frame(race = c("black", "hispan", "white"), Freq = c(1800, 900, 3440)),
  data.frame(married = c(0, 1), Freq = c(3640, 2500)),
  data.frame(nodegree = c(0, 1), Freq = c(3000, 3140))
)
raked <- rake(design, list(~race, ~married, ~nodegree), margins, control = list(maxit = 200, epsilon = 1e-9))
for (outcome in c("re78", "age")) {
  mean <- svymean(as.formula(paste0("~", outcome)), raked)
  say(paste0("raked_", outcome), coef(mean), SE(mean))
}
w <- weights(raked)
say("raked_weights", head(w / mean(w), 8))
say("raked_ess", sum(w)^2 / sum(w^2))

lalonde$black <- as.numeric(lalonde$race == "black")
lalonde$hispan <- as.numeric(lalonde$race == "hispan")
drivers <- c("age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75")
x <- as.matrix(lalonde[, drivers])
treated <- lalonde$treat == 1
goal <- colMeans(x[treated, ])
z <- scale(x[!treated, ], center = goal, scale = apply(x[!treated, ], 2, sd))
dual <- function(l) log(sum(exp(z %*% l)))
slope <- function(l) { w <- exp(z %*% l); as.vector(t(z) %*% w / sum(w)) }
found <- optim(rep(0, 8), dual, slope, method = "BFGS", control = list(maxit = 5000, reltol = 1e-16))
w <- as.vector(exp(z %*% found$par)); w <- w / sum(w)
say("entropy_weights", head(w, 8))
say("entropy_gap", max(abs(t(z) %*% w)))
say("entropy_ess", 1 / sum(w^2))
say("entropy_effect", mean(lalonde$re78[treated]) - sum(w * lalonde$re78[!treated]))
say("lalonde_naive", diff(tapply(lalonde$re78, lalonde$treat, mean)))
adjusted <- lm(re78 ~ treat + age + educ + black + hispan + married + nodegree + re74 + re75, data = lalonde)
say("lalonde_adjusted", coef(adjusted)["treat"], sqrt(vcovHC(adjusted, type = "HC3")["treat", "treat"]))
chance <- fitted(glm(treat ~ age + educ + black + hispan + married + nodegree + re74 + re75, lalonde, family = binomial))
others <- lm(re78 ~ age + educ + black + hispan + married + nodegree + re74 + re75, lalonde, subset = treat == 0)
missed <- lalonde$re78 - predict(others, lalonde)
odds <- chance / (1 - chance)
say("lalonde_aipw", mean(missed[treated]) - sum((odds * missed)[!treated]) / sum(treated))
say("lalonde_ipw", mean(lalonde$re78[treated]) - weighted.mean(lalonde$re78[!treated], odds[!treated]))
spread <- function(a, b) (mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2)
say("lalonde_smd", sapply(drivers, function(v) spread(lalonde[treated, v], lalonde[!treated, v])))

pima <- glm(type == "Yes" ~ glu + bmi + age, data = Pima.tr, family = binomial, control = list(epsilon = 1e-14))
say("pima_coefficients", coef(pima))
say("pima_errors", sqrt(diag(vcov(pima))))
probit <- glm(type == "Yes" ~ glu + bmi + age, data = Pima.tr, family = binomial("probit"), control = list(epsilon = 1e-14))
say("probit_coefficients", coef(probit))
say("probit_errors", sqrt(diag(vcov(probit))))
