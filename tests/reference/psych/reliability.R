# Run: Rscript reliability.R > reliability.txt   (R with the package psych)
library(psych)
cat("R", as.character(getRversion()), "psych", as.character(packageVersion("psych")), "\n")
items <- na.omit(bfi[, c("A1", "A2", "A3", "A4", "A5")])
items$A1 <- 7 - items$A1
a <- psych::alpha(items)
cat("n", nrow(items), "\n")
cat("alpha", format(a$total$raw_alpha, digits = 12), "\n")
k <- ncol(items); n <- nrow(items); al <- a$total$raw_alpha
f <- a$feldt
cat("feldt", format(f$lower.ci[[1]], digits = 12), format(f$upper.ci[[1]], digits = 12), "\n")
cat("item_rest", format(a$item.stats$r.drop, digits = 12), "\n")
m <- factanal(items, 1)
sd <- sapply(items, sd); l <- sum(m$loadings[, 1] * sd)
cat("omega", format(l^2 / (l^2 + sum(m$uniquenesses * sd^2)), digits = 12), "\n")
