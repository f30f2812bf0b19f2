# Run: Rscript groups.R > groups.txt
# Agreement, slopes, power, imputation's rules and the bootstrap: base R, lme4, mitools, boot; Brunner-Munzel by its formula.
suppressMessages({library(lme4); library(mitools); library(boot)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("lme4"), version("mitools"), version("boot"), "\n")
votes <- rbind(c(1, 2, 3, 4), c(1, 3, 2, 4), c(2, 1, 3, 4), c(1, 2.5, 2.5, 4), c(1, 2, 4, 3), c(3, 1, 2, 4),
               c(1.5, 1.5, 3.5, 3.5), c(1, 4, 3, 2), c(2, 1, 4, 3))
f <- friedman.test(votes)
say("friedman", f$statistic, f$p.value)

fit <- lmer(Reaction ~ Days + (Days | Subject), sleepstudy)
say("sleepstudy_slope", fixef(fit)["Days"], sqrt(vcov(fit)["Days", "Days"]))
own <- sapply(split(sleepstudy, sleepstudy$Subject), function(d) coef(lm(Reaction ~ Days, d)))
say("sleepstudy_own_slopes", own[2, ])
say("sleepstudy_own_starts", own[1, ])
uneven <- sleepstudy[-c(1, 2, 3, 15, 16, 40, 41, 42, 43, 77), ]
for (set in c("whole", "uneven")) {
  m <- lmer(Reaction ~ Days + (Days | Subject), if (set == "whole") sleepstudy else uneven,
            control = lmerControl(optCtrl = list(ftol_abs = 1e-12, xtol_abs = 1e-12)))
  v <- VarCorr(m)$Subject
  say(paste0("mixed_", set), fixef(m), sqrt(diag(vcov(m))), attr(v, "stddev"), sigma(m), attr(v, "correlation")[1, 2])
  say(paste0("mixed_lines_", set), as.matrix(coef(m)$Subject)[, "Days"])
}
rows <- split(uneven, uneven$Subject)
say("uneven_slope", unlist(t.test(sapply(rows, function(d) coef(lm(Reaction ~ Days, d))[2]))[c("estimate", "conf.int")]))

for (n in c(2, 8, 30, 388)) say(paste0("paired_", n), power.t.test(n, power = 0.8, type = "paired", strict = TRUE, tol = 1e-10)$delta)
for (n in c(15, 194)) say(paste0("two_groups_", n), power.t.test(n, power = 0.8, strict = TRUE, tol = 1e-10)$delta)
unequal <- function(a, b) uniroot(function(d) {
  bound <- qt(0.975, a + b - 2); shift <- d / sqrt(1 / a + 1 / b)
  1 - pt(bound, a + b - 2, shift) + pt(-bound, a + b - 2, shift) - 0.8
}, c(0.01, 3), tol = 1e-12)$root
say("two_groups_20_60", unequal(20, 60))

estimates <- as.list(c(1.2, 1.5, 0.9, 1.1, 1.4)); variances <- as.list(c(0.25, 0.22, 0.27, 0.24, 0.26))
pooled <- MIcombine(estimates, variances, df.complete = Inf)
say("rubin_Inf", coef(pooled), sqrt(vcov(pooled)), pooled$df)
# For finite df mitools leaves (1 + 1/m) out of gamma; Barnard & Rubin (1999), eq. 3-5, does not.
q <- unlist(estimates); extra <- (1 + 1 / 5) * var(q); total <- mean(unlist(variances)) + extra; gamma <- extra / total
say("rubin_37", mean(q), sqrt(total), 1 / (gamma^2 / 4 + 1 / (38 / 40 * 37 * (1 - gamma))))

set.seed(20)
drawn <- boot(mtcars$mpg, function(x, i) mean(x[i]), 50000)
ends <- boot.ci(drawn, type = c("perc", "bca"))
say("boot_percentile", ends$percent[4:5])
say("boot_bca", ends$bca[4:5])

a <- mtcars$carb[mtcars$am == 0]; b <- mtcars$carb[mtcars$am == 1]
n1 <- length(a); n2 <- length(b)
all <- rank(c(a, b)); r1 <- all[1:n1]; r2 <- all[-(1:n1)]
ps <- (mean(r2) - (n2 + 1) / 2) / n1
s1 <- sum((r1 - rank(a) - mean(r1) + (n1 + 1) / 2)^2) / (n1 - 1)
s2 <- sum((r2 - rank(b) - mean(r2) + (n2 + 1) / 2)^2) / (n2 - 1)
error <- sqrt(s1 / n2^2 / n1 + s2 / n1^2 / n2)
df <- (n1 * s1 + n2 * s2)^2 / ((n1 * s1)^2 / (n1 - 1) + (n2 * s2)^2 / (n2 - 1))
say("brunner_munzel", ps, error, df, 2 * pt(-abs((ps - 0.5) / error), df), ps + c(-1, 1) * qt(0.975, df) * error)
