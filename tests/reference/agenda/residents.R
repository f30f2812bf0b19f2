# Run: Rscript residents.R > residents.txt   (base R)
# A prioritising with residents in it, written anew from docs/method/agreement-of-priorities.md: their ranks are kept as
# stairs of runs of counts, and every figure comes from the middles of these. Ballots are R's own, four options; 0 is left out.
cat("R", as.character(getRversion()), "\n")
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
set.seed(61); k <- 4; steps <- seq(1, k, 0.5)
ballot <- function(lean) { order <- rank(lean + rnorm(k)); if (runif(1) < .3) order <- pmin(order, 3); if (runif(1) < .3) order[order > 2] <- 0; order }
draw <- function(people, lean) t(replicate(people, ballot(lean)))
# Level options share their mean rank, those left out the last ones; a place is one more than how many stand before.
ranks <- function(rows) t(apply(rows, 1, function(row) rank(ifelse(row == 0, 99, row))))
places <- function(rows) t(apply(rows, 1, function(row) rank(ifelse(row == 0, 99, row), ties.method = "min")))
# Runs of three counts or more, as even as may be.
run <- function(count, n) { p <- (n + 1) %/% 3; at <- c(((n + 1) * (0:(p - 1))) %/% p, n + 1); here <- findInterval(count, at); c(at[here], at[here + 1] - 1) }
held <- function(column) { n <- length(column); t(sapply(head(steps, -1), function(step) run(sum(column <= step), n))) }
for (case in 1:4) {
  partners <- ranks(made <- draw(c(9, 4, 12, 3)[case], 2 * (1:k)[sample(k)] * c(1, .3, 1, 1)[case]))
  lean <- colMeans(partners) * c(1, 1, .4, .8)[case]
  residents <- ranks(theirs <- draw(c(14, 30, 9, 52)[case], lean))
  at <- paste0("case", case)
  for (row in seq_len(nrow(made))) cat(at, "partner", made[row, ], "\n")
  for (row in seq_len(nrow(theirs))) cat(at, "resident", theirs[row, ], "\n")
  say(paste(at, "ranks"), t(rbind(partners, residents))); say(paste(at, "places"), t(rbind(places(made), places(theirs))))
  stairs <- lapply(1:k, function(option) held(residents[, option]))
  say(paste(at, "stairs"), unlist(lapply(stairs, t)))
  n <- nrow(residents); p <- nrow(partners); m <- n + p
  # A mean rank from the middles: sum of steps by how many stand at each.
  at_step <- function(reached) diff(c(0, reached, n))
  means <- sapply(stairs, function(one) sum(steps * at_step(rowMeans(one))) / n)
  means <- means - mean(means) + (k + 1) / 2
  sums <- colSums(partners) + n * means
  w <- var(sums) * (k - 1) / (m^2 * (k^3 - k) / 12)
  say(paste(at, "agreement"), w, pchisq(m * (k - 1) * w, k - 1, lower.tail = FALSE)); say(paste(at, "means"), sums / m)
  drawn <- replicate(8000, {
    own <- colSums(partners[sample(p, replace = TRUE), , drop = FALSE])
    others <- sapply(stairs, function(one) { reached <- cummax(apply(one, 1, function(ends) ends[1] - 1 + sample(ends[2] - ends[1] + 1, 1))); sum(steps * rmultinom(1, n, at_step(reached))) })
    rank(own + others)
  })
  say(paste(at, "least"), floor(apply(drawn, 1, quantile, 0.025, type = 1))); say(paste(at, "most"), ceiling(apply(drawn, 1, quantile, 0.975, type = 1)))
}
# Sectors told together: those under three voters join, and the smallest others while these are still under three.
for (case in 1:15) {
  size <- sort(setNames(sample(1:5, sample(2:6, 1), TRUE, c(4, 3, 1, 1, 1)), NULL)); names(size) <- letters[seq_along(size)]
  joined <- names(size)[size < 3]; others <- setdiff(names(size), joined)
  while (length(joined) && length(others) && sum(size[joined]) < 3) { joined <- c(joined, others[1]); others <- others[-1] }
  groups <- c(others, if (length(joined) && sum(size[joined]) >= 3) paste(joined, collapse = "+"))
  cat("sectors", paste0(names(size), ":", size), "|", if (length(groups) > 1) groups, "\n")
}
