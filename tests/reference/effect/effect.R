# Whole designs on public data: MatchIt's lalonde (Dehejia & Wahba 1999) and lme4's sleepstudy (Bates et al. 2015).
# Run: Rscript effect.R > effect.txt
suppressPackageStartupMessages({library(MatchIt); library(sandwich); library(lme4); library(coin); library(survey)})
told <- function(name, ...) cat(name, sprintf("%.10f", c(...)), "\n")
cat(R.version.string, "MatchIt", as.character(packageVersion("MatchIt")), "sandwich", as.character(packageVersion("sandwich")),
    "lme4", as.character(packageVersion("lme4")), "coin", as.character(packageVersion("coin")),
    "survey", as.character(packageVersion("survey")), "\n")
data(lalonde)
told("naive", mean(lalonde$re78[lalonde$treat == 1]) - mean(lalonde$re78[lalonde$treat == 0]))
change <- lalonde$re78 - lalonde$re75
did <- t.test(change[lalonde$treat == 1], change[lalonde$treat == 0])
told("did", unname(did$estimate[1] - did$estimate[2]), did$conf.int, did$parameter)
hc3 <- function(fit, j) {
  b <- coef(fit)[j]; se <- sqrt(vcovHC(fit, "HC3")[j, j]); q <- qt(0.975, df.residual(fit))
  c(b, b - q * se, b + q * se, df.residual(fit))
}
told("ancova", hc3(lm(re78 ~ treat + re75, lalonde), 2))
told("ancova_adjusted", hc3(lm(re78 ~ treat + re75 + age + educ + married, lalonde), 2))
paired <- t.test(lalonde$re78[lalonde$treat == 1], lalonde$re75[lalonde$treat == 1], paired = TRUE)
told("paired", paired$estimate, paired$conf.int, paired$p.value)
slopes <- coef(lmList(Reaction ~ Days | Subject, sleepstudy))[, 2]
s <- t.test(slopes)
told("slopes", s$estimate, s$conf.int, s$p.value)
ten <- subset(sleepstudy, Days %in% c(0, 9))
first <- ten$Reaction[ten$Days == 0]; last <- ten$Reaction[ten$Days == 9]
p <- t.test(last, first, paired = TRUE)
told("sleep_paired", p$estimate, p$conf.int)
f <- oneway_test(y ~ x | b, distribution = "exact",
  data = data.frame(y = c(first, last), x = factor(rep(1:2, each = 18)), b = factor(rep(1:18, 2))))
told("sleep_sign_flip", pvalue(f))
# Two cross-sections of 1 000 and 800 answers, reweighted to made-up margins; the answers are R's own, by its generator.
set.seed(1); n <- c(1000, 800)
wave <- rep(1:2, n); age <- sample(c("old", "young"), sum(n), TRUE, c(.45, .55)); sex <- sample(c("f", "m"), sum(n), TRUE, c(.6, .4))
y <- pmin(10, pmax(1, round(5 + .8 * (age == "old") - .3 * (sex == "m") + .25 * (wave == 2) + rnorm(sum(n), 0, 1.5))))
write.csv(data.frame(respondent = "", wave, y, stratum_age = age, stratum_sex = sex), "cross_sections.csv", row.names = FALSE, quote = FALSE)
m <- lapply(1:2, function(w) {
  d <- svydesign(~1, data = data.frame(y, age, sex)[wave == w, ], weights = rep(1, n[w]))
  r <- rake(d, list(~age, ~sex), list(data.frame(age = c("old", "young"), Freq = n[w] * c(.5, .5)),
                                      data.frame(sex = c("f", "m"), Freq = n[w] * c(.51, .49))), control = list(maxit = 500, epsilon = 1e-12))
  svymean(~y, r)
})
told("raked", coef(m[[1]]), SE(m[[1]]), coef(m[[2]]), SE(m[[2]]))
