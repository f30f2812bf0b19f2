# Run in a checkout of https://github.com/fragla/eq5d (0.16.3.9000, commit bfdc7ca): Rscript eq5d.R > eq5d.txt
for (file in list.files("R", pattern = "^(eq5d|helpers).*[.]R$", full.names = TRUE)) try(source(file), silent = TRUE)
load("R/sysdata.rda")
version <- read.dcf("DESCRIPTION", "Version")[1]
cat("R", as.character(getRversion()), "eq5d", version, "\n")
dims <- c("MO", "SC", "UA", "PD", "AD")
states <- function(levels) {
  grid <- expand.grid(rep(list(1:levels), 5))[, 5:1]
  names(grid) <- dims
  grid
}
# One line a set: its name, then the index of every state (of every 25th with five levels), then what all come to.
told <- function(name, fun, levels, survey, ...) {
  grid <- states(levels)
  index <- apply(grid, 1, function(s) { s <- setNames(as.numeric(s), dims); fun(s, country = survey, digits = 4, ...) })
  index <- as.numeric(index)
  kept <- if (levels == 3) index else index[seq(1, length(index), 25)]
  cat(name, sprintf("%.4f", kept), "\n")
  cat(paste0(name, "_sum"), sprintf("%.4f", c(sum(index), sum(index * seq_along(index)), min(index), max(index))), "\n")
}
told("SE_TTO_2014_experience", eq5d3l, 3, "Sweden", type = "TTO")
told("UK_TTO_1997", eq5d3l, 3, "UK", type = "TTO")
told("DK_TTO_2009", eq5d3l, 3, "Denmark", type = "TTO")
told("SE_2020_experience_TTO", eq5d5l, 5, "Sweden_2020")
told("SE_2022_hypothetical", eq5d5l, 5, "Sweden_2022")
told("DK_2021", eq5d5l, 5, "Denmark")
told("England_2018", eq5d5l, 5, "England")
