# Run: Rscript imputation.R > imputation.txt (two minutes)
# Filling in by mice: its rules of pooling, its five nearest, and the air of New York in 1973 filled in 600 times.
suppressMessages({library(mice); library(MatchIt)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
cat("R", as.character(getRversion()), "mice", as.character(packageVersion("mice")), "MatchIt", as.character(packageVersion("MatchIt")), "\n")
estimates <- c(1.2, 1.5, 0.9, 1.1, 1.4)
for (n in c(12, 40, Inf)) {
  pooled <- pool.scalar(estimates, c(0.25, 0.22, 0.27, 0.24, 0.26), n = n, k = 3)
  say(paste0("rules_", n), pooled$qbar, sqrt(pooled$t), pooled$df, pooled$r / (1 + pooled$r), pooled$fmi)
}

air <- airquality[, c("Ozone", "Solar.R", "Wind", "Temp")]
seen <- !is.na(air$Ozone)
line <- lm(Ozone ~ Wind + Temp, air)
set.seed(1)
drawn <- replicate(600, mice:::matchindex(fitted(line), predict(line, air[!seen, ]) + 3, 5L))
for (i in seq_len(sum(!seen))) say(paste0("nearest_", i - 1), sort(unique(drawn[i, ])) - 1)

m <- 600
filled <- mice(air, m = m, method = "pmm", donors = 5, maxit = 10, seed = 20261126, printFlag = FALSE)
sets <- complete(filled, "all")
told <- function(name, q, u, n, k) {
  pooled <- pool.scalar(q, u, n = n, k = k)
  say(name, pooled$qbar, sqrt(pooled$t), pooled$df, pooled$r / (1 + pooled$r), pooled$fmi, pooled$b, pooled$ubar, var(u))
}
for (j in c("Ozone", "Solar.R")) told(paste0("mean_", j), sapply(sets, function(d) mean(d[[j]])), sapply(sets, function(d) var(d[[j]]) / nrow(d)), nrow(air), 1)
fits <- lapply(sets, function(d) summary(lm(Temp ~ Ozone + Solar.R + Wind, d))$coefficients)
for (j in 2:4) told(paste0("line_", rownames(fits[[1]])[j]), sapply(fits, function(f) f[j, 1]), sapply(fits, function(f) f[j, 2]^2), nrow(air), 4)

# Two yes-or-no columns predict the same for a hundred people. mice's older matcher breaks such ties for each missing
# answer, as we do; its newer one breaks them once for all, so that the hundred share five donors and look too uncertain.
data(lalonde)
tied <- data.frame(Educ = ifelse(seq_len(nrow(lalonde)) %% 3 == 0, NA, lalonde$educ), treat = lalonde$treat, nodegree = lalonde$nodegree)
sets <- complete(mice(tied, m = m, method = "pmm", donors = 5, use.matcher = TRUE, maxit = 1, seed = 20261126, printFlag = FALSE), "all")
told("mean_Educ", sapply(sets, function(d) mean(d$Educ)), sapply(sets, function(d) var(d$Educ) / nrow(d)), nrow(tied), 1)
