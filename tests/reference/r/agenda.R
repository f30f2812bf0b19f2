# Run: Rscript agenda.R > agenda.txt
# A prioritising by base R alone: Friedman's test, W from it and from Spearman's correlations, places by resampling voters.
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
cat("R", as.character(getRversion()), "stats", as.character(packageVersion("stats")), "\n")
agreement <- function(name, votes) {
  f <- friedman.test(votes)
  say(name, f$statistic / (nrow(votes) * (ncol(votes) - 1)), f$p.value)
  say(paste0(name, "_means"), colMeans(t(apply(votes, 1, rank))))
}
# Hollander & Wolfe (1973), p. 140: 22 players and three ways to round first base, as in R's help page of friedman.test.
base <- matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45, 5.55, 5.60,
                 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10, 5.65, 5.55, 5.45,
                 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50, 5.55, 5.55, 5.35, 5.45, 5.50, 5.55,
                 5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30, 6.30, 6.25), nrow = 22, byrow = TRUE)
agreement("bases", base)

# A workshop on five options; 99 is an option left out, which comes last.
public <- rbind(c(1, 2, 3, 4, 5), c(1, 3, 2, 4, 5), c(2, 1, 3, 5, 4), c(1, 2, 99, 99, 99), c(1, 2, 4, 3, 5),
                c(1, 1, 3, 4, 5), c(2, 1, 3, 4, 99), c(1, 2, 3, 3, 5), c(1, 99, 2, 99, 99))
school <- rbind(c(2, 1, 3, 4, 5), c(1, 2, 3, 5, 4), c(1, 3, 2, 5, 4), c(2, 1, 4, 3, 5), c(1, 2, 3, 4, 5), c(1, 3, 2, 4, 5),
                c(3, 1, 2, 4, 5), c(1, 2, 4, 3, 5))
whole <- rbind(public, school)
agreement("public", public)
agreement("school", school)
agreement("whole", whole)
r <- cor(t(school), method = "spearman")
say("school_w_by_spearman", (1 + (nrow(school) - 1) * mean(r[upper.tri(r)])) / nrow(school))

set.seed(20261125)
ranks <- t(apply(whole, 1, rank))
drawn <- replicate(20000, rank(colMeans(ranks[sample(nrow(ranks), replace = TRUE), ])))
say("whole_least", floor(apply(drawn, 1, quantile, 0.025, type = 1)))
say("whole_most", ceiling(apply(drawn, 1, quantile, 0.975, type = 1)))
