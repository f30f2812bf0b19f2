# Run: Rscript bounds.R > bounds.txt
# The least people inside a target, over all databases that agree with what was published, by lpSolve's integer programmes.
# case: number, values, sensitive ones · atom: case, its sets, people by value · told: case, set, lo, hi, weight of each value ·
# least: case, atom, first and last value of the target, the least people inside it.
suppressMessages(library(lpSolve))
cat("R", as.character(getRversion()), "lpSolve", as.character(packageVersion("lpSolve")), "\n")
set.seed(20261126)
sets <- c("a", "b", "c")
for (case in 1:24) {
  k <- sample(2:5, 1)
  sensitive <- sample(1:(k - 1), 1)
  cat("case", case, k, sensitive, "\n")
  inside <- unique(t(replicate(sample(2:5, 1), runif(3) < 0.6)))
  counts <- t(apply(inside, 1, function(row) rmultinom(1, sample(3:40, 1), rexp(k)^2)))
  for (a in seq_len(nrow(inside))) cat("atom", case, paste0("-", paste(sets[inside[a, ]], collapse = "+")), counts[a, ], "\n")
  unknowns <- nrow(inside) * k  # x[a, v] stands at (a - 1) * k + v
  rows <- list(); lows <- c(); highs <- c()
  for (told in seq_len(sample(3:7, 1))) {
    at <- sample(3, 1)
    weight <- switch(sample(3, 1), as.numeric(seq_len(k) <= sample(k, 1)), as.numeric(seq_len(k)), as.numeric(sample(0:3, k, TRUE)))
    row <- as.vector(t(outer(as.numeric(inside[, at]), weight)))
    truth <- sum(row * as.vector(t(counts)))
    width <- sample(c(0, 0, 1, 2, 4), 1)
    low <- truth - sample(0:width, 1)
    cat("told", case, sets[at], low, low + width, weight, "\n")
    rows[[told]] <- row; lows <- c(lows, low); highs <- c(highs, low + width)
  }
  sums <- t(sapply(seq_len(nrow(inside)), function(a) as.numeric((seq_len(unknowns) - 1) %/% k + 1 == a)))
  left <- rbind(sums, do.call(rbind, rows), do.call(rbind, rows))
  sides <- c(rep("=", nrow(inside)), rep(">=", length(lows)), rep("<=", length(highs)))
  right <- c(rowSums(counts), lows, highs)
  targets <- unique(rbind(c(1, sensitive), c(sensitive + 1, k), cbind(1:k, 1:k)))
  for (a in seq_len(nrow(inside))) for (t in seq_len(nrow(targets))) {
    aim <- numeric(unknowns)
    aim[(a - 1) * k + targets[t, 1]:targets[t, 2]] <- 1
    solved <- lp("min", aim, left, sides, right, all.int = TRUE)
    stopifnot(solved$status == 0)
    cat("least", case, a, targets[t, ], round(solved$objval), "\n")
  }
}
