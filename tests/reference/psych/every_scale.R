# Run: Rscript every_scale.R > every_scale.txt   (R with psych; PROscorerTools 0.0.4 from https://github.com/cran/PROscorerTools)
# every_scale.csv is made up (see every_scale.py). Items, turned items and missing rules stand here as the manuals have them.
library(psych)
library(PROscorerTools)
cat("R", as.character(getRversion()), "psych", as.character(packageVersion("psych")),
    "PROscorerTools", as.character(packageVersion("PROscorerTools")), "\n")
answers <- read.csv("every_scale.csv")
ids <- function(prefix, places) sprintf("%s_%02d", prefix, places)
one <- function(name, prefix, places, low, high, needed, turned = c(), mean_of = FALSE) {
  items <- ids(prefix, places)
  data <- answers[, items, drop = FALSE]
  okmiss <- (length(items) - needed) / length(items)
  made <- scoreScale(df = data, type = "mean", okmiss = okmiss + 1e-9, minmax = c(low, high),
                     revitems = if (length(turned)) ids(prefix, turned) else NULL)[, 1]
  signs <- ifelse(places %in% turned, "-", "")
  if (length(items) > 1) {
    second <- scoreItems(list(s = paste0(signs, items)), data, totals = FALSE, impute = "none", min = low, max = high)
    second <- second$scores[, "s"]
    stopifnot(all(abs(made - second) < 1e-9, na.rm = TRUE))
  }
  value <- if (mean_of) made else made * length(items)
  cat(name, ifelse(is.na(value), "NA", format(value, digits = 15, trim = TRUE)), "\n")
  invisible(value)
}
one("rses.total", "rses", 1:10, 1, 4, 8, c(2, 5, 6, 8, 9))
one("gse.total", "gse", 1:10, 1, 4, 7)
one("wemwbs.total", "wemwbs", 1:14, 1, 5, 11)
one("swemwbs.raw", "swemwbs", 1:7, 1, 5, 7)
one("mhc_sf.emotional", "mhcsf", 1:3, 0, 5, 3)
one("mhc_sf.social", "mhcsf", 4:8, 0, 5, 4)
one("mhc_sf.psychological", "mhcsf", 9:14, 0, 5, 5)
one("mhc_sf.total", "mhcsf", 1:14, 0, 5, 12)
one("who5.raw", "who5", 1:5, 0, 5, 5)
one("soc13.total", "soc", 1:13, 1, 7, 11, c(1, 2, 3, 7, 10))
one("hads.anxiety", "hads", seq(1, 13, 2), 0, 3, 4)
one("hads.depression", "hads", seq(2, 14, 2), 0, 3, 4)
one("pss10.total", "pss", 1:10, 0, 4, 8, c(4, 5, 7, 8))
one("phq9.total", "phq", 1:9, 0, 3, 7)
one("gad7.total", "gad", 1:7, 0, 3, 5)
one("kidscreen10.raw", "ks", 1:10, 1, 5, 10, c(3, 4))
one("ucla3.total", "ucla", 1:3, 1, 3, 3)
one("relational_coordination.tie", "rcs", 1:7, 1, 5, 4, mean_of = TRUE)
# The SDQ's own syntax (sdqinfo.org): three of five answered, five times the mean, rounded by floor(0.5 + x).
sdq <- list(emotional = c(3, 8, 13, 16, 24), conduct = c(5, 7, 12, 18, 22), hyperactivity = c(2, 10, 15, 21, 25),
            peer = c(6, 11, 14, 19, 23), prosocial = c(1, 4, 9, 17, 20))
turned <- c(7, 11, 14, 21, 25)
rounded <- sapply(names(sdq), function(scale) {
  items <- answers[, ids("sdq", sdq[[scale]])]
  for (place in intersect(turned, sdq[[scale]])) items[[ids("sdq", place)]] <- 2 - items[[ids("sdq", place)]]
  ifelse(rowSums(!is.na(items)) >= 3, floor(0.5 + 5 * rowMeans(items, na.rm = TRUE)), NA)
})
for (scale in names(sdq)) cat(paste0("sdq_s.", scale), rounded[, scale], "\n")
cat("sdq_s.total_difficulties", rowSums(rounded[, names(sdq) != "prosocial"]), "\n")
