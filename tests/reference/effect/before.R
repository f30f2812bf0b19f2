# Run: Rscript before.R > before.txt   (base R)
# What so many answers can show with four chances in five: power.t.test, its noncentral t for arms that differ, and the
# normal curve for a share. SD 2; a change of the same people spreads 2 * sqrt(2 * (1 - 0.5)) points.
cat("R", as.character(getRversion()), "\n")
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
arms <- function(a, b, sd) uniroot(function(d) {
  bound <- qt(0.975, a + b - 2); shift <- d / sd / sqrt(1 / a + 1 / b)
  1 - pt(bound, a + b - 2, shift) + pt(-bound, a + b - 2, shift) - 0.8
}, c(0.01, 10), tol = 1e-12)$root
ends <- function(n, p) {
  power <- function(q) pnorm((abs(q - p) - qnorm(0.975) * sqrt(p * (1 - p) / n)) / sqrt(q * (1 - q) / n)) - 0.8
  c(uniroot(power, c(1e-9, p - 1e-6), tol = 1e-12)$root, uniroot(power, c(p + 1e-6, 1 - 1e-9), tol = 1e-12)$root)
}
for (case in list(c(40, 25, 0.3, 2), c(194, 60, 0.45, 1))) {
  n <- case[1]; sd <- case[4]
  say(paste0("people_", n), power.t.test(n, sd = sd * sqrt(2 * (1 - 0.5)), power = 0.8, type = "paired", strict = TRUE, tol = 1e-12)$delta,
      power.t.test(n, sd = sd, power = 0.8, strict = TRUE, tol = 1e-12)$delta, arms(n, case[2], sd), ends(n, case[3]))
}
