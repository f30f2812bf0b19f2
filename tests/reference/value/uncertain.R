# Run: R_LIBS=... Rscript uncertain.R > uncertain.txt
# R with boot, survey, mgcv and voi 1.0.3 (github.com/chjackson/voi, installed without its optional bart method)
suppressMessages({library(boot); library(survey); library(voi)})
cat("R", as.character(getRversion()), "boot", as.character(packageVersion("boot")),
    "survey", as.character(packageVersion("survey")), "voi", as.character(packageVersion("voi")),
    "mgcv", as.character(packageVersion("mgcv")), "\n")
show <- function(name, x) cat(name, format(x, digits = 12, scientific = FALSE, trim = TRUE), "\n")

# The map of test_uncertain_as_r.py: 120 started, 56 of 80 improved, three years that fade, at 3.5 % end of year.
pert <- function(p, low, mode, high)
  low + (high - low) * qbeta(p, 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
inverse <- list(
  share_improved = function(p) qbeta(p, 56.5, 24.5),
  unit_value = function(p) pert(p, 4000, 6000, 11000),
  counterfactual = function(p) pert(p, 0.1, 0.2, 0.35),
  attribution_to_others = function(p) pert(p, 0.05, 0.15, 0.4),
  drop_off = function(p) pert(p, 0.1, 0.3, 0.6),
  amount = function(p) pert(p, 500000, 560000, 800000))
weight <- function(d) 1 / 1.035 + (1 - d) / 1.035^2 + (1 - d)^2 / 1.035^3
value <- function(x) 120 * x$share_improved * x$unit_value * (1 - x$counterfactual) * (1 - x$attribution_to_others) * 0.9 * weight(x$drop_off)
net <- function(x) value(x) - x$amount
mean_of <- function(f) integrate(f, 0, 1, rel.tol = 1e-10)$value
means <- lapply(inverse, mean_of)
means$weight <- mean_of(function(p) weight(inverse$drop_off(p)))
expected <- 120 * means$share_improved * means$unit_value * (1 - means$counterfactual) * (1 - means$attribution_to_others) * 0.9 * means$weight
show("mean_value", expected)
show("mean_net", expected - means$amount)

# One number known: the others are independent, so the expected net value given it is a product of means.
given <- function(name, p) {
  x <- inverse[[name]](p)
  one <- function(other, f = function(v) v) if (other == name) f(x) else f(means[[other]])
  w <- if (name == "drop_off") weight(x) else means$weight
  120 * one("share_improved") * one("unit_value") * (1 - one("counterfactual")) * (1 - one("attribution_to_others")) * 0.9 * w - one("amount")
}
for (name in names(inverse)) {
  gain <- integrate(function(p) pmax(given(name, p), 0), 0, 1, rel.tol = 1e-9, subdivisions = 2000)$value
  show(paste0("evppi_", name), gain - max(expected - means$amount, 0))
}

# Everything drawn.
set.seed(20261126)
n <- 4e6
drawn <- as.data.frame(lapply(inverse, function(f) f(runif(n))))
nets <- net(drawn)
values <- value(drawn)
show("value_p10_p25_p50_p75_p90", quantile(values, c(0.1, 0.25, 0.5, 0.75, 0.9), names = FALSE))
show("ratio_p10_p50_p90", quantile(values / drawn$amount, c(0.1, 0.5, 0.9), names = FALSE))
show("probability", mean(nets >= 0))
show("sd_value", sd(values))
show("evpi", mean(pmax(nets, 0)) - max(mean(nets), 0))
few <- seq_len(200000)
for (name in names(inverse)) show(paste0("spearman_", name), cor(drawn[few, name], nets[few], method = "spearman"))
# voi: EVPI and, by its default GAM regression, EVPPI with standard errors, on the first 10 000 draws.
some <- seq_len(10000)
outputs <- data.frame(stop = 0, go = nets[some])
show("voi_evpi", voi::evpi(outputs))
for (name in names(inverse)) {
  found <- voi::evppi(outputs, drawn[some, ], pars = name, se = TRUE, B = 500)
  show(paste0("voi_", name), c(found$evppi, found$se))
}

# What decides, at the centres.
centre <- list(share_improved = 0.7, unit_value = 6000, counterfactual = 0.2, attribution_to_others = 0.15, drop_off = 0.3, amount = 560000)
at <- function(name, x) { moved <- centre; moved[[name]] <- x; moved }
for (name in names(inverse)) show(paste0("tornado_", name), sapply(c(0.1, 0.9), function(p) net(at(name, inverse[[name]](p)))))
tops <- c(share_improved = 1, unit_value = 1e6, counterfactual = 1, attribution_to_others = 1, drop_off = 1, amount = 1e8)
for (name in names(tops)) {
  ends <- c(net(at(name, 0)), net(at(name, tops[[name]])))
  root <- if (prod(ends) > 0) NA else uniroot(function(x) net(at(name, x)), c(0, tops[[name]]), tol = 1e-12)$root
  show(paste0("break_even_", name), root)
}
show("break_even_rate", uniroot(function(r) 120 * 0.7 * 6000 * 0.8 * 0.85 * 0.9 * sum(0.7^(0:2) / (1 + r)^(1:3)) - 560000, c(0, 1), tol = 1e-12)$root)
for (cf in c(0, 0.25, 0.5)) show(paste0("grid_", cf), sapply(c(0, 0.25, 0.5), function(d) { x <- at("counterfactual", cf); x$drop_off <- d; net(x) }))

# A mean change from people, and from whole groups: schools in districts (survey's apiclus1).
data(api)
schools <- data.frame(group = apiclus1$dnum, change = apiclus1$api00 - apiclus1$api99)
write.csv(schools, "schools.csv", row.names = FALSE, quote = FALSE)
show("mean_change", mean(schools$change))
set.seed(1)
people <- boot(schools$change, function(x, i) mean(x[i]), 20000)
show("se_people_boot", sd(people$t))
show("se_people_exact", sqrt(mean((schools$change - mean(schools$change))^2) / nrow(schools)))
sums <- aggregate(change ~ group, schools, function(x) c(sum(x), length(x)))$change
groups <- boot(sums, function(x, i) sum(x[i, 1]) / sum(x[i, 2]), 20000)
show("se_groups_boot", sd(groups$t))
show("se_groups_survey", SE(svymean(~change, svydesign(id = ~group, weights = ~1, data = schools))))

# Stated amounts: the median with its percentile interval.
stated <- c(0, 0, 200, 250, 300, 400, 400, 500, 500, 500, 600, 750, 800, 1000, 1000, 1200, 1500, 2000, 2500, 5000, 40000)
medians <- boot(stated, function(x, i) median(x[i]), 20000)
show("stated_median", median(stated))
show("stated_interval", quantile(medians$t, c(0.025, 0.975), type = 1, names = FALSE))

# Well-being: the income whose loss takes life satisfaction back where it was, solved and not transformed.
satisfaction <- function(income) 1.25 * log(income)
solve_income <- function(effect, income) income - uniroot(function(m) satisfaction(m) - (satisfaction(income) - effect), c(1, 1e9), tol = 1e-9)$root
show("income_equivalent", c(solve_income(0.5, 300000), solve_income(-0.3, 300000), solve_income(1.1, 180000)))
show("prop_table", prop.table(c(20, 40, 40)))
show("restated", 15000 * 403.70 / c(334.26, 335.92, 343.19, 371.91))
