# What stands beside a comparison, on answers made by R's own generator: balancing, leavers, filling in, weights.
# Run: Rscript sensitivity.R > sensitivity.txt (half a minute)
suppressPackageStartupMessages({library(sandwich); library(WeightIt); library(MatchIt); library(mice); library(survey)})
told <- function(name, ...) cat(name, sprintf("%.10f", c(...)), "\n")
version <- function(name) paste(name, packageVersion(name))
cat(R.version.string, sapply(c("sandwich", "WeightIt", "MatchIt", "mice", "survey"), version), "\n")
hc3 <- function(fit, j) {
  b <- coef(fit)[j]; se <- sqrt(vcovHC(fit, "HC3")[j, j]); q <- qt(0.975, df.residual(fit))
  c(b, b - q * se, b + q * se)
}

# 300 people; some leave, more of those who did not take part; some never told their age; each stands for some others.
set.seed(31); n <- 300
p <- data.frame(id = sprintf("p%03d", 1:n), sex = sample(c("f", "m"), n, TRUE), age = round(runif(n, 18, 75)),
                weight = sample(c(.5, 1, 1.5, 2), n, TRUE))
p$y1 <- pmin(10, pmax(1, round(rnorm(n, 5 + .02 * (p$age - 45), 1.5))))
p$d <- rbinom(n, 1, plogis(.2 - .25 * (p$y1 - 5) + .3 * (p$sex == "f")))
p$y2 <- pmin(10, pmax(1, round(1.5 + .6 * p$y1 + .02 * p$age + .7 * p$d + rnorm(n))))
p$seen <- rbinom(n, 1, plogis(1 + .1 * p$y1 + .5 * p$d))
p$told_age <- ifelse(runif(n) < .14, NA, p$age)
wave <- function(w, y) data.frame(respondent = p$id, wave = w, y, took_part = p$d, stratum_sex = p$sex, age = p$told_age, weight = p$weight)
write.csv(rbind(wave(1, p$y1), wave(2, p$y2)[p$seen == 1, ]), "leavers.csv", row.names = FALSE, quote = FALSE, na = "")
seen <- p[p$seen == 1, ]; one <- seen[seen$d == 1, ]; other <- seen[seen$d == 0, ]
told("people", nrow(one), nrow(other), sum(p$d == 1), sum(p$d == 0))

# Balancing: weights by WeightIt, error by sandwich; AIPW with its error by stacking all its equations (M-estimation).
told("entropy", hc3(lm(y2 ~ d, seen, weights = weightit(d ~ y1 + sex, data = seen, method = "ebal", estimand = "ATT")$weights), "d"))
told("overlap", hc3(lm(y2 ~ d, seen, weights = weightit(d ~ y1 + sex, data = seen, method = "glm", estimand = "ATO")$weights), "d"))
x <- model.matrix(~ y1 + sex, seen)
k <- ncol(x); chance <- glm(d ~ y1 + sex, binomial, seen); line <- lm(y2 ~ y1 + sex, other)
pieces <- function(at) {
  e <- plogis(drop(x %*% at[1:k])); m <- drop(x %*% at[k + 1:k]); d <- seen$d
  gain <- (d - (1 - d) * e / (1 - e)) * (seen$y2 - m)
  cbind(x * (d - e), x * (1 - d) * (seen$y2 - m), gain - d * at[2 * k + 1])
}
root <- c(coef(chance), coef(line), 0)
root[2 * k + 1] <- sum(pieces(root)[, 2 * k + 1]) / sum(seen$d)
slope <- sapply(seq_along(root), function(j) { h <- 1e-6 * (seq_along(root) == j); colMeans(pieces(root + h) - pieces(root - h)) / 2e-6 })
around <- solve(slope) %*% (crossprod(pieces(root)) / nrow(seen)) %*% t(solve(slope)) / nrow(seen)
told("aipw", root[2 * k + 1], sqrt(around[2 * k + 1, 2 * k + 1]))

# How alike the arms began, and how far the chances of joining overlap.
told("baseline_difference", summary(matchit(d ~ y1, data = seen, method = NULL, estimand = "ATE"))$sum.all["y1", "Std. Mean Diff."])
told("overlap_share", {e <- fitted(chance); mean(e[seen$d == 1] >= min(e[seen$d == 0]) & e[seen$d == 1] <= max(e[seen$d == 0]))})
did <- t.test(one$y2 - one$y1, other$y2 - other$y1); ancova <- lm(y2 ~ d + y1 + sex, seen)
ways <- list(c(-diff(did$estimate), did$conf.int), hc3(ancova, "d"))
middle <- mean(sapply(ways, `[`, 1)); sd1 <- sigma(lm(y1 ~ d, seen))
told("did", ways[[1]]); told("ancova", ways[[2]]); told("effect_size", middle / sd1)

# Leavers: Lee by trimming the fuller arm, Manski by filling in the ends, by who stayed, and how much worse they must be.
stay <- tapply(p$seen, p$d, mean); cut <- unname((stay["1"] - stay["0"]) / stay["1"])
trimmed <- function(y) { y <- sort(y); keep <- (1 - cut) * length(y); w <- pmax(0, pmin(1, keep - seq_along(y) + 1)); sum(w * y) / sum(w) }
changes <- list(one$y2 - one$y1, other$y2 - other$y1)
told("lee", trimmed(changes[[1]]) - mean(changes[[2]]), -trimmed(-changes[[1]]) - mean(changes[[2]]))
ends <- function(fill, d) with(p[p$d == d, ], mean(ifelse(seen == 1, y2, fill) - y1))
told("manski", ends(1, 1) - ends(10, 0), ends(10, 1) - ends(1, 0))
stayed <- function(d) {
  arm <- p[p$d == d, ]; w <- 1 / fitted(glm(seen ~ y1 + sex, binomial, arm))
  with(arm, weighted.mean((y2 - y1)[seen == 1], w[seen == 1]))
}
told("ipw", stayed(1) - stayed(0))
lost <- 1 - unname(stay["1"])
zero <- function(way) uniroot(function(k) way[2] - k * sd1 * lost, c(0, 100), tol = 1e-12)$root
told("tipping", min(sapply(ways, zero)))

# Those who never told their age: the mean with a column that says so, and filled in by mice.
mean_age <- mean(p$told_age, na.rm = TRUE)
seen$missing <- as.numeric(is.na(seen$told_age)); seen$filled <- ifelse(is.na(seen$told_age), mean_age, seen$told_age)
told("flagged", hc3(lm(y2 ~ d + y1 + filled + missing, seen), "d"))
sets <- mice(seen[, c("y2", "d", "y1", "told_age")], m = 400, method = "pmm", maxit = 10, printFlag = FALSE, seed = 1)
pooled <- summary(pool(with(sets, lm(y2 ~ d + y1 + told_age))))
told("imputed", pooled$estimate[2], pooled$std.error[2])

# Everybody counted by weight: least squares by weight, HC3.
told("weighted_change", hc3(lm(y2 - y1 ~ 1, one, weights = weight), 1))
told("weighted_did", hc3(lm(y2 - y1 ~ d, seen, weights = weight), "d"))
told("weighted_ancova", hc3(lm(y2 ~ d + y1 + sex, seen, weights = weight), "d"))
told("participants", c(sum(changes[[1]] > 0), sum(changes[[1]] == 0), sum(changes[[1]] < 0)),
     prop.test(sum(changes[[1]] > 0), sum(p$d == 1), correct = FALSE)$conf.int)
told("participants_manski", ends(1, 1), ends(10, 1))

# Two waves weighted to a margin from those weights (calibrate: rake takes the margin out of an error by unweighted means);
# the interval of the difference by the normal quantile.
m <- lapply(1:2, function(w) {
  here <- if (w == 1) transform(p, y = y1) else transform(seen, y = y2)
  design <- svydesign(~1, data = here, weights = ~weight)
  all <- sum(here$weight)
  svymean(~y, calibrate(design, ~sex, c(`(Intercept)` = all, sexm = .49 * all), calfun = "raking", epsilon = 1e-12))
})
gap <- coef(m[[2]]) - coef(m[[1]]); error <- sqrt(SE(m[[1]])^2 + SE(m[[2]])^2)
told("raked_by_weight", gap, gap - qnorm(.975) * error, gap + qnorm(.975) * error)
# Looked at before anything is claimed: who started at the ends of the scale, and who is missing.
told("ends_of_the_scale", mean(p$y1 == 1), mean(p$y1 == 10)); told("missing", 1 - nrow(one) / sum(p$d))

# Those who left had begun high: of those who took part the twenty with the highest first answers are gone. At the level
# of those seen they would have fallen by as much as they were ahead (all of it in a change, b of it in the other way).
high <- p; high$rank <- ave(-high$y1 + seq_len(n) / 1e6, high$d, FUN = rank); high$seen <- !(high$d == 1 & high$rank <= 20)
high$y2 <- high$y2 + high$d; both <- high[high$seen, ]; here <- function(rows) split(rows$y2 - rows$y1, rows$d)
write.csv(rbind(data.frame(respondent = high$id, wave = 1, y = high$y1, took_part = high$d),
                data.frame(respondent = both$id, wave = 2, y = both$y2, took_part = both$d)), "ahead.csv", row.names = FALSE, quote = FALSE)
began <- tapply(high$y1[high$d == 1], high$seen[high$d == 1], mean); ahead <- unname(began["FALSE"] - began["TRUE"])
line <- lm(y2 ~ d + y1, both); m <- 20 / sum(high$d); spread <- sigma(lm(y1 ~ d, both))
test <- t.test(here(both)[["1"]], here(both)[["0"]])
root <- function(low, kept) uniroot(function(k) low - m * (k * spread + kept * ahead), c(-100, 100), tol = 1e-12)$root
told("ahead", ahead); told("tipping_ahead", min(root(test$conf.int[1], 1), root(hc3(line, "d")[2], coef(line)["y1"])))
# A column of words: the box whose shares differ the most, in SD.
apart <- function(label) { one <- seen$sex[seen$d == 1] == label; other <- seen$sex[seen$d == 0] == label
                           abs(mean(one) - mean(other)) / sqrt((var(one) + var(other)) / 2) }
told("sex_difference", max(apart("f"), apart("m")))
