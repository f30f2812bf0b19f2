# Run in a checkout of https://github.com/cran/eq5dsuite (2.0.0, commit ba62519): Rscript eq5dsuite.R > eq5dsuite.txt
# Unlike eq5d, which works each index out, this package keeps the published tables of all states.
load("R/sysdata.rda")
cat("R", as.character(getRversion()), "eq5dsuite", read.dcf("DESCRIPTION", "Version")[1], "\n")
told <- function(name, table, column) {
  sorted <- table[order(table$state), ]
  index <- sorted[[column]]
  kept <- if (length(index) == 243) index else index[seq(1, length(index), 25)]
  cat(name, sprintf("%.4f", kept), "\n")
  cat(paste0(name, "_sum"), sprintf("%.4f", c(sum(index), sum(index * seq_along(index)), min(index), max(index))), "\n")
}
told("SE_TTO_2014_experience", .vsets3L, "SE")
told("UK_TTO_1997", .vsets3L, "UK")
told("DK_TTO_2009", .vsets3L, "DK")
told("SE_2020_experience_TTO", .vsets5L, "SE_2020")
told("SE_2022_hypothetical", .vsets5L, "SE_2022")
told("DK_2021", .vsets5L, "DK")
