# Run: Rscript told.R > told.txt   (R with the package yaml)
# What is read off a map rather than reckoned: figures as text, other rates, other years' prices, shares claimed, levels of
# a grid, people to break even, and each year of a calculator's paths.
suppressMessages(library(yaml))
cat("R", as.character(getRversion()), "yaml", as.character(packageVersion("yaml")), "\n")
show <- function(name, x) cat(name, format(x, digits = 15, scientific = FALSE, trim = TRUE), "\n")
text <- function(name, x) cat("text", name, paste(x, collapse = " | "), "\n")
amounts <- c(574560, 7833333, 999499, 40123, 127650000, 1467001, 88899, 250001, 1234567890, -43210)
show("amounts", amounts)
habits <- list(sv = list(big = "_", dot = ",", to = "till", million = c("miljon", "miljoner"), billion = c("miljard", "miljarder"), cent = "_%"),
               en = list(big = ",", dot = ".", to = "to", million = rep("million", 2), billion = rep("billion", 2), cent = "%"),
               da = list(big = ".", dot = ",", to = "til", million = c("million", "millioner"), billion = c("milliard", "milliarder"), cent = "_%"))
# _ stands for a no-break space, ~ for the minus sign and - for the dash between two amounts.
for (language in names(habits)) {
  h <- habits[[language]]
  plain <- function(x) sub("^-", "~", formatC(x, format = "f", digits = max(0, nchar(sub("^[^.]*[.]?", "", format(x, scientific = FALSE, digits = 12)))), big.mark = h$big, decimal.mark = h$dot))
  unit <- function(size) if (size >= 1e9) 1e9 else if (size >= 1e6) 1e6 else 1
  word <- function(x, by) if (by == 1) "" else paste0("_", h[[if (by == 1e6) "million" else "billion"]][if (abs(x) == by) 1 else 2])
  amount <- function(x) { by <- unit(abs(x)); paste0(plain(x / by), word(x, by)) }
  span <- function(low, high) {
    ends <- c(low, high); by <- unit(min(abs(ends[ends != 0])))
    paste0(plain(low / by), if (low < 0) paste0("_", h$to, "_") else "-", plain(high / by), word(ends[which.max(abs(ends))], by))
  }
  step <- function(x) 10^floor(log10(abs(x))) / 2
  text(paste0("number_", language), sapply(c(574560, -40000, 1.4364, 0.5, 12345.678), plain))
  text(paste0("point_", language), sapply(amounts, function(x) amount(if (abs(x) < 1e6) signif(x, 3) else signif(x, 2))))
  text(paste0("band_", language), sapply(amounts, function(x) span(floor(x / step(x)) * step(x), ceiling(x / step(x)) * step(x))))
  text(paste0("interval_", language), mapply(function(low, high) span(floor(low / step(low)) * step(low), ceiling(high / step(high)) * step(high)), c(444000, -12345, 9.6e5), c(686000, 98765, 5.23e6)))
  text(paste0("ratio_", language), sapply(c(1.4364, 12.6, 0.0443, 1467 / 1405), function(x) paste0("1:", plain(signif(x, 2)))))
  text(paste0("per_cent_", language), paste0(floor(100 * c(19 / 29, .005, .625, 1) + .5), h$cent))
}
# The map of test_uncertain_as_r.py at its centres: value and ratio at a rate of 0, 3 and 3.5 per cent.
rates <- c(0, 0.03, 0.035)
totals <- sapply(rates, function(r) 120 * 0.7 * 6000 * 0.8 * 0.85 * 0.9 * sum(0.7^(0:2) / (1 + r)^(1:3)))
show("at_rates", totals); show("ratios_at_rates", totals / 560000)
# In prices of 2023: everything by the index, so that the ratio stays. Year means of the Swedish consumer price index (SCB).
index <- yaml.load_file("../../../src/samklang/facts/indices/se-kpi.yaml")$values
factor <- index[["2023"]] / index[["2020"]]
show("restated", c(6000 * factor, 560000 * factor))
# Claimed of a change: the partners' shares, else all that isn't due to others.
show("claims", c(1 - 0.15, 0.5 + 0.3))
# Five levels of a number: percentiles of a PERT, quarters of a share, half to one and a half of an amount.
pert <- function(p, low, mode, high) low + (high - low) * qbeta(p, 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low))
show("levels_pert", pert(c(.1, .25, .5, .75, .9), 4000, 6000, 11000)); show("levels_share", (0:4) / 4); show("levels_amount", 560000 * c(.5, .75, 1, 1.25, 1.5))
# The fewest people whose spared costs reach what support costs beside.
fewest <- function(cost, spared) { n <- 0; while (n * spared < cost) n <- n + 1; n }
show("people", c(fewest(100000, 7000), fewest(84000, 7000), fewest(1, 250000)))
# Each year of both paths, undiscounted: society, then every payer.
facts <- "../../../src/samklang/facts"
for (file in sort(list.files(file.path(facts, "calculators"), pattern = "yaml$"))) {
  calculator <- yaml.load_file(file.path(facts, "calculators", file))
  for (path in c("without_support", "with_support")) for (year in 1:6) {
    sums <- c(society = 0, municipality = 0, region = 0, state = 0, individual = 0, others = 0)
    for (phase in calculator[[path]]) if (year %in% (phase$from_year + seq_len(phase$years) - 1)) for (cost in phase$costs) {
      fact <- yaml.load_file(file.path(facts, "unit_values", paste0(cost$unit_value, ".yaml")))
      now <- fact$values[[max(names(fact$values))]]
      worth <- phase$people_share * cost$units_per_year * now$central
      if (fact$cost_kind != "transfer") sums["society"] <- sums["society"] + worth
      for (who in names(now$payer)) sums[who] <- sums[who] + worth * now$payer[[who]]
    }
    show(paste(sub(".yaml", "", file, fixed = TRUE), path, year, sep = "."), sums)
  }
}
