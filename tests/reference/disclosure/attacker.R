# Run: Rscript attacker.R > attacker.txt   (base R)
# Attackers written anew, by going over everything that could have been answered. Nothing is solved: all is enumerated.
cat("R", as.character(getRversion()), "\n")

# 1. The likeliest: all answers of a few people, each with the prior of low answers; what looks alike is compared.
# publish: a row of answers (values from the sensitive end) to a text.
worst <- function(values, sensitive, people, coalition, publish, prior = 0.3) {
  weight <- ifelse(seq_len(values) <= sensitive, prior / sensitive, (1 - prior) / (values - sensitive))
  every <- as.matrix(expand.grid(rep(list(seq_len(values)), people)))
  chance <- apply(every, 1, function(row) prod(weight[row]))
  told <- apply(every, 1, publish)
  found <- 0
  for (size in 0:coalition) for (who in combn(people, size, simplify = FALSE)) {
    seen <- paste(told, apply(every[, who, drop = FALSE], 1, paste, collapse = ","))
    whole <- tapply(chance, seen, sum)
    for (person in setdiff(seq_len(people), who)) found <- max(found, tapply(chance * (every[, person] <= sensitive), seen, sum) / whole)
  }
  found
}
# The runs of eight people begin at 0, 3 and 6, of seven at 0 and 4; told is how many stand at or below each cut but the last.
runs_of <- function(cuts, at = c(0, 3, 6)) function(row) paste(sapply(cuts, function(cut) findInterval(sum(row <= cut), at)), collapse = " ")
posterior <- function(name, ...) cat("posterior", name, sprintf("%.12f", c(...)), "\n")
posterior("two_values", worst(2, 1, 8, 0, runs_of(1)), worst(2, 1, 8, 1, runs_of(1)), worst(2, 1, 8, 2, runs_of(1)))
posterior("three_values", worst(3, 1, 7, 0, runs_of(1:2, c(0, 4))), worst(3, 1, 7, 1, runs_of(1:2, c(0, 4))), worst(3, 2, 7, 1, runs_of(1:2, c(0, 4)), 0.1))

# 2. Two waves: who stood and stands low among the linked (both, only first, only second, never) and the two rests.
lattice <- function(m, r1, r2) {
  grid <- expand.grid(LL = 0:m, LF = 0:m, FL = 0:m, a = 0:r1, b = 0:r2)
  grid <- grid[grid$LL + grid$LF + grid$FL <= m, ]
  transform(grid, FF = m - LL - LF - FL, first = LL + LF + a, second = LL + FL + b)
}
within_ <- function(x, held) x >= held[1] & x <= held[2]
agreeing <- function(grid, p) grid[within_(grid$first, p$first) & within_(grid$second, p$second) & within_(grid$LF, p$better) & within_(grid$FL, p$worse), ]
# What a person can have answered: the column that counts people like them, and where they are low (wave one, wave two).
kinds <- list(c("LL", 1, 1), c("LF", 1, 0), c("FL", 0, 1), c("FF", 0, 0), c("a", 1, NA), c("R1", 0, NA), c("b", NA, 1), c("R2", NA, 0))
sets_of <- function(grid, m, r1, r2) list(
  list(grid$LL + grid$LF, m, TRUE), list(grid$FL + grid$FF, m, FALSE), list(grid$LL + grid$FL, m, TRUE), list(grid$LF + grid$FF, m, FALSE),
  list(grid$a, r1, TRUE), list(r1 - grid$a, r1, FALSE), list(grid$b, r2, TRUE), list(r2 - grid$b, r2, FALSE),
  list(grid$LF, m, FALSE), list(grid$FL, m, FALSE))
proves <- function(grid, p, m, r1, r2) {
  grid <- agreeing(grid, p)
  if (!nrow(grid)) return(NA)
  for (each in sets_of(grid, m, r1, r2)) {
    least <- min(each[[1]]); size <- each[[2]]
    if (each[[3]] && size < 30 && least > 0 && least >= 0.9 * size) return(TRUE)
    if (size - least < min(2, size)) return(TRUE)
  }
  # One insider, who may also know that a low count isn't at one end of its interval: they stand between two cuts.
  for (kind in kinds) {
    like <- switch(kind[1], R1 = r1 - grid$a, R2 = r2 - grid$b, grid[[kind[1]]])
    low <- as.numeric(kind[2:3])
    ends <- lapply(1:2, function(wave) if (is.na(low[wave])) 0 else 0:1)
    for (one in ends[[1]]) for (two in ends[[2]]) {
      known <- function(total, held, low, told) if (!told) TRUE else if (low) total > held[1] else total < held[2]
      here <- like >= 1 & known(grid$first, p$first, low[1], one) & known(grid$second, p$second, low[2], two)
      if (!any(here)) next
      left <- grid[here, ]
      place <- switch(kind[1], a = 2, R1 = 2, b = 3, R2 = 3, 1)
      sizes <- c(m, r1, r2) - (1:3 == place)
      own <- list(c(1, 1), c(1, 0), c(0, 1), c(0, 0))
      mine <- switch(kind[1], LL = c(1, 0, 1, 0, 0, 0, 0, 0, 0, 0), LF = c(1, 0, 0, 1, 0, 0, 0, 0, 1, 0), FL = c(0, 1, 1, 0, 0, 0, 0, 0, 0, 1),
                     FF = c(0, 1, 0, 1, 0, 0, 0, 0, 0, 0), a = c(0, 0, 0, 0, 1, 0, 0, 0, 0, 0), R1 = c(0, 0, 0, 0, 0, 1, 0, 0, 0, 0),
                     b = c(0, 0, 0, 0, 0, 0, 1, 0, 0, 0), R2 = c(0, 0, 0, 0, 0, 0, 0, 1, 0, 0))
      at <- c(1, 1, 1, 1, 2, 2, 3, 3, 1, 1)
      found <- sets_of(left, m, r1, r2)
      for (k in seq_along(found)) if (sizes[at[k]] > 0 && min(found[[k]][[1]]) - mine[k] >= sizes[at[k]]) return(TRUE)
    }
  }
  FALSE
}
set.seed(51)
shown <- function(held) paste(held, collapse = "-")
for (case in 1:240) {
  m <- sample(4:10, 1); r1 <- sample(0:4, 1); r2 <- sample(0:4, 1)
  grid <- lattice(m, r1, r2); truth <- grid[sample(nrow(grid), 1), ]; luck <- runif(1) < 0.15
  near <- function(count, most, width) { low <- max(0, (if (luck) sample(0:most, 1) else count) - sample(0:width, 1)); c(low, min(most, low + width)) }
  p <- list(first = near(truth$first, m + r1, sample(2:6, 1)), second = near(truth$second, m + r2, sample(2:6, 1)),
            better = near(truth$LF, m, sample(2:5, 1)), worse = near(truth$FL, m, sample(2:5, 1)))
  made <- proves(grid, p, m, r1, r2)
  cat("pair", m, r1, r2, sapply(p, shown), if (is.na(made)) "impossible" else if (made) "proves" else "safe", "\n")
}
# The runs of better and worse: the finest of six or fewer such that no pair of runs that could be told proves anything.
for (case in 1:30) {
  m <- sample(12:16, 1); r1 <- sample(0:3, 1); r2 <- sample(0:3, 1)
  wide <- function(n) { low <- sample(0:(n - 3), 1); c(low, min(n, low + sample(2:5, 1))) }
  first <- wide(m + r1); second <- wide(m + r2); grid <- lattice(m, r1, r2); chosen <- "none"
  for (pieces in min(6, (m + 1) %/% 3):2) {
    at <- ((m + 1) * (0:(pieces - 1))) %/% pieces
    runs <- Map(c, at, c(at[-1] - 1, m))
    all_safe <- all(sapply(runs, function(better) sapply(runs, function(worse) !isTRUE(proves(grid, list(first = first, second = second, better = better, worse = worse), m, r1, r2)))))
    if (all_safe) { chosen <- paste(sapply(runs, shown), collapse = " "); break }
  }
  cat("runs", m, m + r1, m + r2, shown(first), shown(second), chosen, "\n")
}

# 3. Whole changes: two waves of one small place, what is stored of each, and in which runs better and worse are told.
begins <- function(n, top) { p <- (n + 1) %/% 3; at <- ((n + 1) * (seq_len(p) - 1)) %/% p; if (top && n < 50) at[at <= 0.8 * n] else at }
held <- function(count, n, top) { at <- c(begins(n, top), n + 1); here <- findInterval(count, at); c(at[here], at[here + 1] - 1) }
# All the cuts of a question tell of the count in its sensitive set: the first one here; steps 1 to 3, and 4 for a skip.
known <- function(answers) {
  n <- length(answers); cuts <- sapply(1:3, function(cut) held(sum(answers <= cut), n, cut == 1))
  c(cuts[1, 1], min(cuts[2, ]))
}
for (case in 1:12) {
  m <- sample(12:15, 1); alone <- sample(0:3, 2, TRUE); chance <- c(runif(1, .2, .7), .5, .4, .15)
  first <- sample(4, m + alone[1], TRUE, chance); second <- c(ifelse(runif(m) < .5, first[1:m], sample(4, m, TRUE, chance)), sample(4, alone[2], TRUE, chance))
  grid <- lattice(m, alone[1], alone[2]); low <- list(first = known(first), second = known(second)); runs <- NULL
  for (pieces in min(6, (m + 1) %/% 3):2) {
    at <- ((m + 1) * (0:(pieces - 1))) %/% pieces; tried <- Map(c, at, c(at[-1] - 1, m))
    safe <- all(sapply(tried, function(better) sapply(tried, function(worse) !isTRUE(proves(grid, c(low, list(better = better, worse = worse)), m, alone[1], alone[2])))))
    if (safe) { runs <- tried; break }
  }
  of <- function(count) shown(Filter(function(run) within_(count, run), runs)[[1]])
  better <- sum(first[1:m] == 1 & second[1:m] != 1); worse <- sum(first[1:m] != 1 & second[1:m] == 1)
  cat("change", m, paste(first, collapse = ""), paste(second, collapse = ""), if (is.null(runs)) "none" else c(of(better), of(worse)), "\n")
}
