# Run: Rscript intervals.R > intervals.txt
# Intervals, exact tests and multiplicity from base R and coin.
suppressMessages(library(coin))
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
cat("R", as.character(getRversion()), "coin", as.character(packageVersion("coin")), "\n")
one <- t.test(sleep$extra)
say("mean", one$estimate, one$conf.int, one$stderr, one$parameter, one$p.value)
two <- t.test(extra ~ group, data = sleep)
say("welch", -diff(rev(two$estimate)), -rev(two$conf.int), two$stderr, two$parameter, two$p.value)
say("welch_90", -rev(t.test(extra ~ group, data = sleep, conf.level = 0.9)$conf.int))
for (case in list(c(27, 29), c(0, 8), c(8, 8), c(56, 80))) {
  say(paste0("wilson_", case[1], "_", case[2]), prop.test(case[1], case[2], correct = FALSE)$conf.int)
}
deal <- function(first, second) {
  data <- data.frame(y = c(first, second), arm = factor(rep(1:2, c(length(first), length(second)))))
  as.numeric(pvalue(oneway_test(y ~ arm, data = data, distribution = "exact")))
}
say("dealt_3_4", deal(c(2.1, 2.9, 3.3), c(3.1, 3.8, 4.4, 4.0)))
say("dealt_5_5", deal(c(2.1, 2.9, 3.3, 3.1, 2.2), c(3.1, 3.8, 4.4, 2.0, 3.5)))
changes <- with(sleep, extra[group == 2] - extra[group == 1])
signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(changes))))
say("sign_flip", mean(abs(signs %*% changes) >= abs(sum(changes)) - 1e-9))
p <- c(0.011, 0.02, 0.003, 0.4, 0.02, 0.9)
say("holm", p.adjust(p, "holm"))
