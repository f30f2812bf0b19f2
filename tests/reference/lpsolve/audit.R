# Run: Rscript audit.R > audit.txt   (the cases of bounds.txt and two more, in which nearly all are low)
# What an auditor must find in those cases, by lpSolve and without short cuts: for every set of people that no told set
# tells apart and every target, the least people inside, alone and with the answer of each real respondent known.
# margin: case, the fewest people of a set left undetermined · found: case, set, values of the target, what is proved.
suppressMessages(library(lpSolve))
cat("R", as.character(getRversion()), "lpSolve", as.character(packageVersion("lpSolve")), "\n")
more <- c("case 25 3 1", "atom 25 -a 19 1 0", "told 25 a 18 20 1 0 0", "case 26 4 2", "atom 26 -a+b 14 13 1 0", "atom 26 -b 3 4 5 6",
          "told 26 a 26 28 1 1 0 0", "told 26 b 31 35 1 1 0 0")
cat(more, sep = "\n")
lines <- strsplit(c(trimws(readLines("bounds.txt"))[-1], more), " ")
of <- function(kind, case) Filter(function(line) line[1] == kind && line[2] == case, lines)
for (case in unique(sapply(Filter(function(line) line[1] == "case", lines), `[`, 2))) {
  head <- as.numeric(of("case", case)[[1]][3:4]); k <- head[1]; sensitive <- seq_len(head[2])
  told <- lapply(of("told", case), function(line) list(at = line[3], ends = as.numeric(line[4:5]), weight = as.numeric(line[-(1:5)])))
  heard <- unique(sapply(told, `[[`, "at"))
  # Sets that nothing is told of tell nobody apart.
  parts <- lapply(of("atom", case), function(line) {
    sets <- intersect(strsplit(substring(line[3], 2), "+", fixed = TRUE)[[1]], heard)
    list(name = paste(sort(sets), collapse = "+"), counts = as.numeric(line[-(1:3)]))
  })
  parts <- Filter(function(part) part$name != "", parts)
  names <- sort(unique(sapply(parts, `[[`, "name")))
  if (!length(names)) next
  counts <- t(sapply(names, function(name) Reduce(`+`, lapply(Filter(function(part) part$name == name, parts), `[[`, "counts"))))
  size <- rowSums(counts); sets <- strsplit(names, "+", fixed = TRUE)
  unknowns <- length(names) * k
  sums <- t(sapply(seq_along(names), function(a) as.numeric((seq_len(unknowns) - 1) %/% k + 1 == a)))
  rows <- do.call(rbind, lapply(told, function(one) as.vector(t(outer(as.numeric(sapply(sets, function(in_) one$at %in% in_)), one$weight)))))
  ends <- sapply(told, `[[`, "ends")
  least <- function(aim, floor = numeric(unknowns)) {
    solved <- lp("min", aim, rbind(sums, rows, rows, diag(unknowns)), c(rep("=", nrow(sums)), rep(">=", nrow(rows)), rep("<=", nrow(rows)), rep(">=", unknowns)),
                 c(size, ends[1, ], ends[2, ], floor), all.int = TRUE)
    if (solved$status == 0) round(solved$objval) else NA
  }
  targets <- unique(c(list(sensitive, setdiff(seq_len(k), sensitive)), as.list(seq_len(k))))
  margin <- min(size)
  for (a in seq_along(names)) for (target in targets) {
    aim <- numeric(unknowns); aim[(a - 1) * k + target] <- 1
    low <- least(aim); margin <- min(margin, size[a] - low)
    confident <- identical(as.numeric(target), as.numeric(sensitive)) && size[a] < 30 && low >= 0.9 * size[a]
    insider <- any(sapply(which(as.vector(t(counts)) > 0), function(kind) {
      here <- (kind - 1) %/% k + 1 == a
      own <- here && aim[kind] == 1
      if (size[a] - here == 0) return(FALSE)
      least(aim, as.numeric(seq_len(unknowns) == kind)) - own == size[a] - here
    }))
    what <- if (low == size[a]) "certain" else if (confident) "confident" else if (insider) "insider" else if (size[a] - low < min(2, size[a])) "thin" else NA
    if (!is.na(what)) cat("found", case, names[a], paste(target, collapse = ","), what, "\n")
  }
  cat("margin", case, margin, "\n")
}
