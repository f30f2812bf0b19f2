# Run: Rscript bounds.R > bounds.txt
# Lee's and Manski's bounds by the package attrition, on the log earnings of people in Lalonde's data: 256 earners of 512 who
# did not join against 96 of 256 who did. Those numbers are powers of two, so that its cut falls exactly between two
# people: it trims whole people where we trim a part. Its lower end drops one more than its upper, so the lower bound is
# taken as the upper of -y.
suppressMessages({library(attrition); library(MatchIt)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("attrition"), version("MatchIt"), "\n")
data(lalonde)
arm <- function(joined, seen, started) {
  earned <- head(subset(lalonde, treat == joined & re78 > 0)$re78, seen)
  data.frame(stayed = 1 - joined, re78 = c(earned, rep(NA, started - seen)), earns = rep(1:0, c(seen, started - seen)))
}
people <- transform(rbind(arm(1, 96, 256), arm(0, 256, 512)), earned = log(re78), less = -log(re78))
upper <- estimator_trim(earned, stayed, R = earns, data = people)
lower <- estimator_trim(less, stayed, R = earns, data = people)
say("trimmed", upper["Q"])
# attrition divides the other arm's variance by n, Stata's leebounds and we by n - 1: that term is put right here.
joined <- subset(people, stayed == 0 & earns == 1)$earned
term <- var(joined) / length(joined) / length(joined)
bounds <- c(-lower[["upper_bound"]], upper[["upper_bound"]])
errors <- sqrt(c(lower[["upper_se"]], upper[["upper_se"]])^2 + term)
say("lee", bounds, errors)
for (alpha in c(0.05, 0.2)) {
  c_n <- attrition:::im_critical_value(bounds[1], bounds[2], errors[1]^2, errors[2]^2, alpha)
  say(paste0("imbens_manski_", 1 - alpha), bounds[1] - c_n * errors[1], bounds[2] + c_n * errors[2])
}
people$share <- pmin(people$re78, 20000) / 20000
worst <- estimator_ev(share, stayed, R = earns, minY = 0, maxY = 1, data = people)
say("manski", worst[c("low_est", "upp_est")], sqrt(worst[c("low_var", "upp_var")]), worst[c("ci_lower", "ci_upper")])
filled <- function(least) with(people, tapply(ifelse(earns == 1, share, ifelse((stayed == 1) == least, 0, 1)), stayed, function(y) c(mean(y), var(y) / length(y))))
ends <- lapply(c(TRUE, FALSE), filled)
say("manski_filled", sapply(ends, function(e) e$`1`[1] - e$`0`[1]), sapply(ends, function(e) sqrt(e$`1`[2] + e$`0`[2])))
