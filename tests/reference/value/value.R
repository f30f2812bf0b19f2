# Run: Rscript value.R > value.txt   (R with the package survival; game.csv: answers of a value game as intervals)
suppressMessages(library(survival))
cat("R", as.character(getRversion()), "survival", as.character(packageVersion("survival")), "\n")
show <- function(name, x) cat(name, format(x, digits = 12, scientific = FALSE), "\n")

# Turnbull's estimate: survfit with interval-censored answers; an upper end of NA is no upper end.
game <- read.csv("game.csv")
upper <- ifelse(is.finite(game$upper), game$upper, NA)
lower <- ifelse(game$lower == 0, NA, game$lower)
fit <- survfit(Surv(lower, upper, type = "interval2") ~ 1)
prices <- c(100, 300, 1000, 3000, 10000)
show("turnbull_share_above", summary(fit, times = prices, extend = TRUE)$surv)
# survfit stops early; the same likelihood climbed by optim to the end.
cells <- cbind(c(0, prices), c(prices, Inf))
inside <- outer(seq_along(lower), 1:6, Vectorize(function(i, j) game$lower[i] <= cells[j, 1] && cells[j, 2] <= game$upper[i]))
share <- function(x) { e <- exp(c(x, 0)); e / sum(e) }
climb <- optim(rep(0, 5), function(x) -sum(log(inside %*% share(x))), method = "BFGS",
               control = list(reltol = 1e-16, maxit = 10000, ndeps = rep(1e-6, 5)))
show("turnbull_optim", share(climb$par))

# PERT by the definition of the beta distribution: quantiles and moments.
pert <- function(p, low, mode, high) {
  low + (high - low) * qbeta(p, 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
}
p <- c(0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
show("pert_10000_15000_20000", pert(p, 10000, 15000, 20000))
show("pert_0_0.1_0.4", pert(p, 0, 0.1, 0.4))
show("pert_mean_0_0.1_0.4", integrate(function(q) pert(q, 0, 0.1, 0.4), 0, 1, rel.tol = 1e-10)$value)
show("beta_56_of_80", qbeta(p, 56.5, 24.5))
show("beta_0_of_8", qbeta(p, 0.5, 8.5))

# Discount factors of a rate that falls by steps: 3.5 % for 30 years, 3 % for 45, 2.5 % from then on.
rates <- c(rep(0.035, 30), rep(0.03, 45), rep(0.025, 50))
show("stepped_end", cumprod(1 / (1 + rates))[c(1, 2, 10, 30, 31, 75, 76, 125)])
show("stepped_start", c(1, cumprod(1 / (1 + rates)))[c(1, 2, 10, 30, 31, 75, 76, 125)])

# A flow that lasts 3.5 years, fades by 20 % a year and begins a year late, at 3.5 %.
flow <- 574560 * c(0, 1, 0.8, 0.8^2, 0.5 * 0.8^3)
show("present_value", sum(flow / 1.035^(1:5)))

# Spearman's correlation with ties.
show("spearman", cor(c(1, 2, 2, 4, 5, 3), c(5, 6, 7, 8, 7, 2), method = "spearman"))

# The worth of perfect information about a normal net value: sd * (dnorm(z) - z * pnorm(-z)), z = mean / sd.
z <- 20000 / 80000
show("evpi_normal", 80000 * (dnorm(z) - z * pnorm(-z)))
