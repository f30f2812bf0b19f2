# Run: Rscript least_squares.R > least_squares.txt
# HC errors from sandwich; CR2, its degrees of freedom and the wild cluster test written out in n x n matrices.
suppressMessages({library(sandwich); library(nlme)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
cat("R", as.character(getRversion()), "sandwich", as.character(packageVersion("sandwich")), "nlme",
    as.character(packageVersion("nlme")), "\n")
cars <- lm(mpg ~ wt + hp + am, data = mtcars)
say("cars_coefficients", coef(cars))
say("cars_residual_variance", sigma(cars)^2)
for (kind in c("HC3", "HC1", "const")) say(paste0("cars_", kind), vcovHC(cars, type = kind))

d <- as.data.frame(Orthodont)
d$subject <- as.integer(factor(as.character(d$Subject)))
girl <- as.numeric(d$Sex == "Female")
x <- cbind(1, d$age, girl, d$age * girl)
y <- d$distance
bread <- solve(t(x) %*% x)
hat <- x %*% bread %*% t(x)
b <- bread %*% t(x) %*% y
e <- y - x %*% b
root <- function(m) { s <- eigen((m + t(m)) / 2); s$vectors %*% diag(1 / sqrt(s$values)) %*% t(s$vectors) }
clusters <- split(seq_along(y), d$subject)
meat <- matrix(0, 4, 4)
adjust <- list()
for (g in names(clusters)) {
  i <- clusters[[g]]
  adjust[[g]] <- root(diag(length(i)) - hat[i, i])
  s <- t(x[i, ]) %*% adjust[[g]] %*% e[i]
  meat <- meat + s %*% t(s)
}
say("cr2", bread %*% meat %*% bread)
df <- sapply(1:4, function(j) {
  pull <- sapply(names(clusters), function(g) {
    i <- clusters[[g]]
    (diag(length(y)) - hat)[, i] %*% adjust[[g]] %*% x[i, ] %*% bread[, j]
  })
  p <- t(pull) %*% pull
  sum(diag(p))^2 / sum(diag(p %*% p))
})
say("cr2_df", df)
say("cr1s", vcovCL(lm(distance ~ age * I(girl), data = d), cluster = d$subject, type = "HC1", cadjust = TRUE))

few <- d[as.character(d$Subject) %in% c(paste0("M0", 1:5), paste0("F0", 1:5)), ]
fx <- cbind(1, few$age, as.numeric(few$Sex == "Female"))
fy <- few$distance
g <- as.integer(factor(as.character(few$Subject)))
fbread <- solve(t(fx) %*% fx)
statistic <- function(y) {
  b <- fbread %*% t(fx) %*% y
  s <- rowsum(fx * as.vector(y - fx %*% b), g)
  b[3] / sqrt((fbread %*% t(s) %*% s %*% fbread)[3, 3])
}
under <- lm.fit(fx[, 1:2], fy)
seen <- abs(statistic(fy))
signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), 10)))
drawn <- apply(signs, 1, function(s) abs(statistic(under$fitted.values + s[g] * under$residuals)))
say("wild_p", mean(drawn >= seen - 1e-9))
say("wild_statistic", seen)

box <- factor(mtcars$cyl)
m <- lm(mpg ~ 0 + box + box:am + wt, data = transform(mtcars, box = box))
v <- vcovHC(m, type = "HC3")
at <- grep(":am", names(coef(m)))
say("subgroup_effects", coef(m)[at])
say("subgroup_errors", sqrt(diag(v)[at]))
l <- matrix(-0.5, 3, 3); diag(l) <- 1
say("subgroup_differences", l %*% coef(m)[at])
say("subgroup_difference_errors", sqrt(diag(l %*% v[at, at] %*% t(l))))
say("subgroup_p", p.adjust(2 * pt(-abs(l %*% coef(m)[at] / sqrt(diag(l %*% v[at, at] %*% t(l)))), m$df.residual), "holm"))
