# Run: Rscript shown.R > shown.txt   (base R)
# What leaves a wave, written anew from docs/method/what-may-be-shown.md and docs/decisions/0001-buckets.md: home cells,
# runs of counts, and what is told from their middles. Wilson's interval is prop.test's, the skips are integrated.
cat("R", as.character(getRversion()), "\n")
told <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")

# As many runs as hold the width; the k-th of p begins at k (n + 1) / p, rounded down. Under 50 people a top-coded last run
# begins at 80 per cent or lower.
begins <- function(n, width, top) {
  p <- (n + 1) %/% width
  at <- ((n + 1) * (seq_len(p) - 1)) %/% p
  if (top && n < 50) at[at <= 0.8 * n] else at
}
for (width in 3:6) for (n in c(11:60, 99, 100, 388)) for (top in 0:1) told(paste("runs", n, width, top), begins(n, width, top))
run <- function(count, n, width, top) {
  at <- c(begins(n, width, top), n + 1)
  here <- findInterval(count, at)
  c(at[here], at[here + 1] - 1)
}
# Cumulative counts, each in its run; the cuts inside the sensitive set are top-coded. The last of the counts is the skips.
stairs <- function(counts, sensitive) {
  reached <- head(cumsum(counts), -1)
  t(sapply(seq_along(reached), function(cut) run(reached[cut], sum(counts), 3, cut <= sensitive)))
}

steps <- 1:5; sensitive <- 2; z <- qnorm(0.975)
set.seed(41)
cells <- lapply(list(a = c(44, 9), b = c(63, 12), c = c(38, 6), d = c(24, 5), e = c(14, 4), f = c(13, 2)), function(size)
  as.vector(rmultinom(1, size[1], c(.12, .2, .25, .25, .13, .05))))
cells$g <- c(17, 15, 0, 4, 3, 1); cells$h <- as.vector(rmultinom(1, 32, c(.5, .3, .02, .06, .08, .04)))
for (name in names(cells)) { told(paste("counts", name), cells[[name]]); told(paste("stairs", name), t(stairs(cells[[name]], sensitive))) }

# A share of skips r with Jeffreys' prior; in every cell Binomial(n, r), cut to what its last run leaves open.
middle <- function(x, w) if (sum(w) == 0) 0 else weighted.mean(x, w)
skips <- function(chosen) {
  open <- lapply(chosen, function(counts) { n <- sum(counts); ends <- stairs(counts, sensitive)[5, ]; list(n = n, s = (n - ends[2]):(n - ends[1])) })
  weigh <- function(r) prod(sapply(open, function(one) sum(dbinom(one$s, one$n, r)))) / sqrt(r * (1 - r)) / pi
  mean_of <- function(r) sum(sapply(open, function(one) middle(one$s, dbinom(one$s, one$n, r))))
  spread_of <- function(r) sum(sapply(open, function(one) { w <- dbinom(one$s, one$n, r); middle((one$s - middle(one$s, w))^2, w) }))
  over <- function(f) integrate(Vectorize(function(t) f(sin(t)^2) * weigh(sin(t)^2) * 2 * sin(t) * cos(t)), 1e-6, pi / 2 - 1e-6, rel.tol = 1e-9, subdivisions = 2000)$value
  whole <- over(function(r) 1); mean <- over(mean_of) / whole
  c(mean, over(function(r) spread_of(r) + (mean_of(r) - mean)^2) / whole)
}
# The counts of all cuts that stand in their runs and never fall: what they leave of each.
left <- function(counts) {
  held <- stairs(counts, sensitive)
  t(sapply(1:5, function(cut) { x <- held[cut, 1]:held[cut, 2]; range(x[sapply(x, function(count) all(held[1:cut, 1] <= count) && all(held[cut:5, 2] >= count))]) }))
}
# The middle of what is left, summed over cells, and its variance when every count there is as likely.
counted <- function(chosen) {
  made <- sapply(1:5, function(cut) rowSums(sapply(chosen, function(counts) { x <- do.call(seq, as.list(left(counts)[cut, ])); c(mean(x), mean((x - mean(x))^2)) })))
  skipped <- skips(chosen)
  made[, 5] <- c(sum(unlist(chosen)) - skipped[1], skipped[2])
  made
}
share <- function(count, n) {
  p <- min(1, count[1] / n); error <- sqrt(count[2]) / n
  ends <- prop.test(p * n, n, correct = FALSE)$conf.int
  half <- sqrt((diff(ends) / 2)^2 + (z * error)^2)
  c(p, error, max(0, mean(ends) - half), min(1, mean(ends) + half))
}
less <- function(one, other) c(max(0, one[1] - other[1]), one[2] + other[2])
# Mean of those who answered, from the shares at each step; its error by the slopes of the mean in each cumulative count.
average <- function(made) {
  of <- function(reached) weighted.mean(steps, diff(c(0, reached)))
  reached <- made[1, ]
  slope <- sapply(1:5, function(cut) { h <- 1e-4 * (1:5 == cut); (of(reached + h) - of(reached - h)) / 2e-4 })
  error <- sqrt(sum(slope^2 * made[2, ]))
  spread <- weighted.mean((steps - of(reached))^2, diff(c(0, reached)))
  half <- z * sqrt(spread / reached[5] + error^2)
  c(of(reached), error, of(reached) - half, of(reached) + half)
}
for (name in names(cells)) told(paste("left", name), t(left(cells[[name]])))
for (chosen in list(c("a", "b"), "b", "g", c("a", "g", "h"), c("a", "c", "d"), c("a", "b", "c", "d", "e", "f"))) {
  name <- paste(chosen, collapse = "+"); here <- cells[chosen]; n <- sum(unlist(here)); made <- counted(here); whole <- cbind(c(0, 0), made, c(n, 0))
  told(paste("n", name), n, skips(here))
  told(paste("sensitive", name), share(made[, sensitive], n))
  told(paste("mean", name), average(made))
  thirds <- c(1, sensitive + 1, 5 - sensitive + 1, 7)
  for (k in 1:3) told(paste0("class", k, " ", name), share(less(whole[, thirds[k + 1]], whole[, thirds[k]]), n))
  for (k in 1:6) told(paste0("step", k, " ", name), share(less(whole[, k + 1], whole[, k]), n))
}
# Words: by which third the middle lies in; for the public under 20 the runs pair off from the lowest.
word <- function(p) c("few", "half", "most")[1 + (p >= 1 / 3) + (p > 2 / 3)]
for (n in c(12, 14, 17, 19, 25)) for (count in 0:n) {
  at <- c(begins(n, 3, TRUE), n + 1); middles <- (head(at, -1) + tail(at, -1) - 1) / 2; here <- findInterval(count, at)
  pair <- intersect(2 * ((here - 1) %/% 2) + 1:2, seq_along(middles))
  cat("word", n, count, word(middles[here] / n), if (n < 20) word(range(middles[pair]) / n) else rep(word(middles[here] / n), 2), "\n")
}

# Change among those who took part, less the others' change: variances add.
minus <- function(one, other) { v <- one[1] - other[1]; half <- sqrt(((one[4] - one[3]) / 2)^2 + ((other[4] - other[3]) / 2)^2); c(v, sqrt(one[2]^2 + other[2]^2), v - half, v + half) }
arms <- lapply(c(part_before = 47, part_after = 41, others_before = 88, others_after = 93), function(n) as.vector(rmultinom(1, n, runif(6))))
for (name in names(arms)) told(paste("arm", name), arms[[name]])
shares <- lapply(arms, function(counts) share(counted(list(counts))[, sensitive], sum(counts)))
part <- minus(shares$part_after, shares$part_before); others <- minus(shares$others_after, shares$others_before)
told("part_change", part); told("others_change", others); told("difference", minus(part, others))

# Three-way change, told from the middle of its run.
for (held in list(c(0, 6, 34), c(14, 27, 41), c(50, 75, 150))) {
  x <- held[1]:held[2]
  told(paste("three", paste(held, collapse = "-")), share(c(mean(x), mean((x - mean(x))^2)), held[3]))
}

# Home cells: labels with fewer than k people are joined with each other where they agree on the first axis, then all that
# are left; what is still too small is left out.
for (case in 1:12) {
  people <- data.frame(one = sample(letters[1:3], 60, TRUE, runif(3)), two = sample(1:5, 60, TRUE, runif(5)^2))
  k <- sample(8:12, 1)
  size <- table(paste0(people$one, people$two)); low <- names(size)[size < k]; home <- setNames(names(size), names(size))
  first <- substr(low, 1, 1); enough <- tapply(as.numeric(size[low]), first, sum) >= k
  home[low] <- ifelse(enough[first], paste0(first, "*"), "rest")
  if (sum(size[home == "rest"]) < k) home[home == "rest"] <- "out"
  cat("cells", case, k, paste0(names(size), ":", size, ":", home), "\n")
}
# Two significant figures.
x <- c(exp(runif(60, -9, 12)) * sample(c(-1, 1), 60, TRUE), 0, 7, -30)
told("estimates", x); told("two_figures", signif(x, 2))
