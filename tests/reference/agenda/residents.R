# Run: Rscript residents.R > residents.txt   (base R)
# A prioritising with residents in it, written anew from docs/method/agreement-of-priorities.md: of their ballots is kept in
# which run each pair's points stand, and every figure comes from these. Ballots are R's own, four options; 0 is left out.
cat("R", as.character(getRversion()), "\n")
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
# The seed is one where no place is likely by a hair (within 0.9 points of 2.5 per cent), or two sets of draws could differ.
set.seed(67); k <- 4; pairs <- combn(k, 2)
ballot <- function(lean) { order <- rank(lean + rnorm(k)); if (runif(1) < .3) order <- pmin(order, 3); if (runif(1) < .3) order[order > 2] <- 0; order }
draw <- function(people, lean) t(replicate(people, ballot(lean)))
# Level options share their mean rank, those left out the last ones; a place is one more than how many stand before.
ranks <- function(rows) t(apply(rows, 1, function(row) rank(ifelse(row == 0, 99, row))))
places <- function(rows) t(apply(rows, 1, function(row) rank(ifelse(row == 0, 99, row), ties.method = "min")))
# The points 0 to 2n in an odd number of runs, alike from both ends; all but the middle one, which takes the rest, hold six.
begins <- function(n) {
  p <- (n + 1) %/% 3; if (p %% 2 == 0) p <- p - 1
  ends <- rep(6, (p - 1) / 2); cumsum(c(0, ends, 2 * n + 1 - 2 * sum(ends), ends))[1:p]
}
for (n in c(8:40, 99, 250)) say(paste("runs", n), begins(n))
run <- function(points, n) { at <- c(begins(n), 2 * n + 1); here <- findInterval(points, at); c(at[here], at[here + 1] - 1) }
# Two points to the option ranked higher, one to each when level.
held <- function(rows) t(apply(pairs, 2, function(two) run(sum(2 * (rows[, two[1]] < rows[, two[2]]) + (rows[, two[1]] == rows[, two[2]])), nrow(rows))))
for (case in 1:4) {
  partners <- ranks(made <- draw(c(9, 4, 12, 3)[case], 2 * (1:k)[sample(k)] * c(1, .3, 1, 1)[case]))
  lean <- colMeans(partners) * c(1, 1, .4, .8)[case]
  residents <- ranks(theirs <- draw(c(14, 30, 9, 52)[case], lean))
  at <- paste0("case", case)
  for (row in seq_len(nrow(made))) cat(at, "partner", made[row, ], "\n")
  for (row in seq_len(nrow(theirs))) cat(at, "resident", theirs[row, ], "\n")
  say(paste(at, "ranks"), t(rbind(partners, residents))); say(paste(at, "places"), t(rbind(places(made), places(theirs))))
  kept <- held(residents)
  say(paste(at, "pairs"), t(kept))
  n <- nrow(residents); p <- nrow(partners); m <- n + p
  # A rank sum: everybody's own place, and one more for each voter who puts another option higher.
  ranked <- function(above) sapply(1:k, function(option) n + sum((n - above)[pairs[1, ] == option]) + sum(above[pairs[2, ] == option]))
  sums <- colSums(partners) + ranked(rowMeans(kept) / 2)
  w <- var(sums) * (k - 1) / (m^2 * (k^3 - k) / 12)
  say(paste(at, "agreement"), w, pchisq(m * (k - 1) * w, k - 1, lower.tail = FALSE)); say(paste(at, "means"), sums / m)
  drawn <- replicate(8000, {
    own <- colSums(partners[sample(p, replace = TRUE), , drop = FALSE])
    share <- apply(kept, 1, function(ends) ends[1] - 1 + sample(ends[2] - ends[1] + 1, 1)) / (2 * n); lean <- rnorm(k)
    above <- n * share + sqrt(n * share * (1 - share)) * (lean[pairs[1, ]] - lean[pairs[2, ]] + rnorm(ncol(pairs))) / sqrt(3)
    rank(own + ranked(pmin(pmax(above, 0), n)))
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
