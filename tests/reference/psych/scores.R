# Run: Rscript scores.R > scores.txt   (R with the package psych; answers.csv is made up)
library(psych)
cat("R", as.character(getRversion()), "psych", as.character(packageVersion("psych")), "\n")
answers <- read.csv("answers.csv")
items <- answers[, -1]
keys <- list(total = c("rses_01", "-rses_02", "rses_03", "rses_04", "-rses_05", "-rses_06", "rses_07", "-rses_08",
                       "-rses_09", "rses_10"))
scored <- scoreItems(keys, items, totals = FALSE, impute = "none", min = 1, max = 4)
made <- 10 * scored$scores[, "total"]
for (i in seq_along(made)) cat(answers$id[i], format(made[i], digits = 12), sum(!is.na(items[i, ])), "\n")
