# Each remaining design on answers made by R's own generator, by the packages people would use for it.
# Run: Rscript designs.R > designs.txt
suppressPackageStartupMessages({library(sandwich); library(clubSandwich); library(metafor); library(coin)})
told <- function(name, ...) cat(name, sprintf("%.10f", c(...)), "\n")
version <- function(name) paste(name, packageVersion(name))
cat(R.version.string, sapply(c("sandwich", "clubSandwich", "metafor", "coin"), version), "\n")
write <- function(rows, name) write.csv(rows, name, row.names = FALSE, quote = FALSE, na = "")
cut <- function(y, low, high) pmin(high, pmax(low, round(y)))
hc3 <- function(fit, j) {
  b <- coef(fit)[j]; se <- sqrt(vcovHC(fit, "HC3")[j, j]); q <- qt(0.975, df.residual(fit))
  c(b, b - q * se, b + q * se)
}
welch <- function(x, y) {t <- t.test(x, y); c(unname(t$estimate[1] - t$estimate[2]), t$conf.int)}
paired <- function(x, y) {t <- t.test(x, y, paired = TRUE); c(unname(t$estimate), t$conf.int)}

# One survey, 120 people linked over two waves: lottery, comparison, then-test, dose, subgroups, groups, single wave.
set.seed(20); n <- 120
p <- data.frame(id = sprintf("p%03d", 1:n), d = rep(0:1, n / 2), sex = sample(c("f", "m"), n, TRUE), g = sample(letters[1:6], n, TRUE))
theta <- rnorm(n, 5, 1.2)
p$y1 <- cut(theta + rnorm(n), 1, 10)
p$dose <- ifelse(p$d == 1, rpois(n, 6), 0)
p$y2 <- cut(theta + rnorm(6, 0, 1)[match(p$g, letters)] + .12 * p$dose + .3 * (p$sex == "f") * p$d + rnorm(n), 1, 10)
p$then <- cut(p$y2 - rpois(n, 1) + rbinom(n, 1, .3), 1, 10)
p$ours <- sample(1:5, n, TRUE); p$felt <- sample(1:5, n, TRUE); p$named <- rbinom(n, 1, .7)
wave <- function(w, y) data.frame(respondent = p$id, wave = w, y, took_part = p$d, dose = p$dose, stratum_sex = p$sex, group = p$g,
  y_then = p$then, ours = p$ours, felt = p$felt, named = p$named)
write(rbind(wave(1, p$y1), wave(2, p$y2)), "people.csv")
one <- p[p$d == 1, ]; other <- p[p$d == 0, ]
told("lottery", hc3(lm(y2 ~ d + y1, p), 2))
told("lottery_after", welch(one$y2, other$y2))
told("did", welch(one$y2 - one$y1, other$y2 - other$y1))
told("ancova_sex", hc3(lm(y2 ~ d + y1 + sex, p), 2))
chance <- fitted(glm(d ~ y1, binomial, p)); w <- ifelse(p$d == 1, 1 - chance, chance)
told("overlap", hc3(lm(y2 ~ d, p, weights = w), 2))
told("then", paired(one$y2, one$then))
told("dose", hc3(lm(y2 ~ log1p(dose) + y1, one), 2))
by <- lm(y2 ~ 0 + sex + sex:d + y1, p)
told("subgroup_f", hc3(by, "sexf:d")); told("subgroup_m", hc3(by, "sexm:d"))
told("subgroup_gap", hc3(lm(y2 ~ sex * d + y1, p), "sexm:d"))
told("mean", {t <- t.test(p$y2); c(t$estimate, t$conf.int)})
change <- one$y2 - one$y1
noise <- sd(one$y1) * sqrt(2 * (1 - .8))
told("reliable", sum(change / noise > 1.96), sum(change / noise < -1.96), 1.96 * noise)
share <- rbind(c(0, 25), c(18.75, 43.75), c(37.5, 62.5), c(56.25, 81.25), c(75, 100))[one$ours, ] / 100 * one$named
told("attribution", colMeans(share[one$felt >= 4, ]), sum(one$felt >= 4))
# Small groups: the six groups' changes, common variance within, between by Paule and Mandel, drawn towards the middle.
within <- sum(tapply(change, one$g, function(x) sum((x - mean(x))^2))) / (length(change) - length(unique(one$g)))
size <- table(one$g); m <- as.numeric(tapply(change, one$g, mean))
fit <- rma(m, vi = within / as.numeric(size), method = "PM"); drawn <- blup(fit)
told("groups_size", as.numeric(size)); told("between", fit$tau2); told("groups", drawn$pred); told("groups_se", drawn$se); told("overall", fit$beta, fit$se)

# 14 schools, 7 with the work; all 16 in a school alike.
set.seed(21); s <- data.frame(school = rep(sprintf("s%02d", 1:14), times = c(8, 12, 20, 9, 15, 11, 10, 18, 9, 13, 10, 16, 12, 14)))
s$d <- as.integer(s$school <= "s07"); k <- nrow(s)
lift <- setNames(rnorm(14, 0, .5), unique(s$school))[s$school]
s$y1 <- cut(rnorm(k, 5, 1.4), 1, 10); s$y2 <- cut(.5 * s$y1 + 2.6 + .9 * s$d + lift + rnorm(k), 1, 10)
schools <- function(w, y) data.frame(respondent = sprintf("q%03d", 1:k), wave = w, y, took_part = s$d, group = s$school)
write(rbind(schools(1, s$y1), schools(2, s$y2)), "schools.csv")
cr2 <- function(fit, cluster, name) {
  found <- conf_int(fit, vcovCR(fit, cluster, "CR2"), level = .95, test = "Satterthwaite", coefs = name)
  c(found$beta, found$CI_L, found$CI_U, found$df)
}
told("cr2_did", cr2(lm(I(y2 - y1) ~ d, s), s$school, "d"))
told("cr2_ancova", cr2(lm(y2 ~ d + y1, s), s$school, "d"))
long <- data.frame(y = c(s$y1, s$y2), post = rep(0:1, each = k), d = s$d, school = s$school)
told("cr2_unlinked", cr2(lm(y ~ post * d, long), long$school, "post:d"))
told("cr2_after", cr2(lm(y2 ~ d, s), s$school, "d"))
few <- s[s$school %in% c("s01", "s02", "s03", "s04", "s08", "s09", "s10", "s11"), ]
means <- aggregate(cbind(change = y2 - y1, y2) ~ school + d, few, mean); means$d <- factor(means$d)
told("four_and_four", pvalue(oneway_test(change ~ d, means, distribution = "exact")), pvalue(oneway_test(y2 ~ d, means, distribution = "exact")))

# 480 answers of people nobody told apart.
set.seed(22); u <- data.frame(wave = rep(1:2, 240), took_part = rbinom(480, 1, .4), stratum_sex = sample(c("f", "m"), 480, TRUE), age = round(runif(480, 16, 80)))
u$y <- cut(4.6 + .2 * (u$wave == 2) + .6 * (u$wave == 2) * u$took_part + .4 * (u$stratum_sex == "f") + .01 * u$age + rnorm(480), 1, 10)
write(data.frame(respondent = "", u), "unlinked.csv")
u$post <- as.integer(u$wave == 2)
told("unlinked", hc3(lm(y ~ post * took_part + stratum_sex + age, u), "post:took_part"))
# The area's change against 12 others: the interval is R's own for one more observation of the same kind.
others <- c(.10, -.05, .22, .03, -.12, .08, .15, .00, .31, -.08, .05, .12)
own <- welch(u$y[u$wave == 2], u$y[u$wave == 1])
area <- predict(lm(others ~ 1), data.frame(x = 1), interval = "prediction")[1, ]
told("own", own); told("area", own[1] - area[c("fit", "upr", "lwr")])
