# Run: Rscript baseline.R > baseline.txt   (R with the package MatchIt)
# How far apart Lalonde's two groups began, in pooled SD: Student's t times sqrt(1/n + 1/m). (psych's cohen.d divides the
# squares by n where Cohen, and we, divide by n - 2; metafor's SMD has Hedges' correction.)
suppressMessages(library(MatchIt))
cat("R", as.character(getRversion()), "MatchIt", as.character(packageVersion("MatchIt")), "\n")
data(lalonde)
for (name in c("re74", "re75", "age", "educ")) {
  one <- lalonde[[name]][lalonde$treat == 1]; other <- lalonde[[name]][lalonde$treat == 0]
  t <- unname(t.test(one, other, var.equal = TRUE)$statistic)
  cat(name, format(c(mean(one), mean(other), t * sqrt(1 / length(one) + 1 / length(other))), digits = 12), "\n")
}
