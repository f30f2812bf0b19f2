# Run: Rscript bookkeeping.R > bookkeeping.txt   (base R)
cat("R", as.character(getRversion()), "\n")
show <- function(name, x) cat(name, format(x, digits = 15, scientific = FALSE, trim = TRUE), "\n")
amounts <- c(574560, 7833333, 999499, 40123, 12.34, 127650000, 1467001, 3.1416, 88899, 250001)
show("amounts", amounts)
show("point", ifelse(amounts < 1e6, signif(amounts, 3), signif(amounts, 2)))
step <- 10^floor(log10(amounts)) / 2
show("band_low", floor(amounts / step) * step)
show("band_high", ceiling(amounts / step) * step)
low <- c(444000, 12345, 951); high <- c(686000, 98765, 1204)
half <- function(x) 10^floor(log10(x)) / 2
show("outward_low", floor(low / half(low)) * half(low))
show("outward_high", ceiling(high / half(high)) * half(high))
show("ratios", signif(c(1.4364, 12.6, 0.0443, 1467 / 1405), 2))
# Manski's worst-case bounds of a share: all the missing no, all of them yes.
bounds <- function(improved, answered, started) range(sapply(0:(started - answered), function(more) (improved + more) / started))
show("bounds", c(bounds(56, 80, 120), bounds(0, 40, 80), bounds(19, 25, 29)))
# What people have paid, price times the share that stands for the change; relative values from an anchor.
paid <- c(4000, 3000, 9000, 1200) * c(0.5, 1, 1, 0.25)
show("revealed", c(min(paid), median(paid), max(paid)))
weights <- prop.table(c(income = 20, confidence = 35, community = 45))
show("anchored", 15000 * weights / weights[["income"]])
# The share due to others from how much people say is due to us: five windows, their ends and middles.
windows <- sapply(seq(0, 0.75, length.out = 5), function(from) c(from, from + 0.25))
answers <- rep(c(1, 2, 4, 5), c(2, 3, 9, 5))
show("others", c(1 - mean(windows[2, answers]), 1 - mean(colMeans(windows)[answers]), 1 - mean(windows[1, answers])))
