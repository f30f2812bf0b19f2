# Run: Rscript joined.R > joined.txt   (base R)
# Small boxes joined, by our own two rules written anew, and how much worse leavers must be: the root of what is
# left of an estimate. ordered: a box of under five joins the smaller of its neighbours, the smallest box first; loose: it
# joins the smallest of the others.
cat("R", as.character(getRversion()), "\n")
set.seed(81)
for (case in 1:20) {
  n <- sample(3:7, 1); answers <- setNames(sample(c(0:4, 6, 8, 15, 30), n, TRUE), letters[1:n]); share <- round(prop.table(runif(n)), 3)
  if (sum(answers) < 10) next
  cat("case", case, paste0(names(answers), ":", answers, ":", share), "\n")
  for (rule in c("ordered", "loose")) {
    boxes <- answers; shares <- setNames(share, names(answers))
    while (length(boxes) > 1 && min(boxes) < 5) {
      at <- which.min(boxes)
      others <- if (rule == "ordered") intersect(c(at - 1, at + 1), seq_along(boxes)) else setdiff(seq_along(boxes), at)
      to <- others[which.min(boxes[others])]
      kept <- min(at, to); gone <- max(at, to)
      for (name in c("boxes", "shares")) {
        x <- get(name); x[kept] <- x[kept] + x[gone]; names(x)[kept] <- paste(sort(strsplit(paste(names(x)[c(at, to)], collapse = "+"), "+", fixed = TRUE)[[1]]), collapse = "+"); assign(name, x[-gone])
      }
    }
    cat(rule, case, paste0(names(boxes), ":", boxes, ":", round(shares, 6)), "\n")
  }
}
# estimate, low, high, SD, share of the participants and of the others who left: k at which the interval, and the estimate, is 0.
for (one in list(c(1.2, 0.3, 2.1, 1.8, 0.25, 0), c(-0.8, -1.5, -0.1, 2, 0.1, 0.2), c(0.5, -0.1, 1.1, 1, 0.3, 0.05))) {
  left <- function(from) function(k) abs(one[1]) / one[1] * from - k * one[4] * (one[5] + one[6])
  near <- if (one[1] > 0) one[2] else one[3]
  root <- function(from) if (left(from)(0) <= 0) 0 else uniroot(left(from), c(0, 1000), tol = 1e-13)$root
  cat("tipping", one, sprintf("%.10f", c(root(near), root(one[1]))), "\n")
}
