# Run: Rscript maps.R > maps.txt   (R with the package yaml; maps.yaml: the maps)
# A plain year-by-year reckoning of each map, written from the formulas of the SROI guide and the map's own words:
# no closed forms, one loop a year, discount factors by dividing once more each year.
suppressMessages(library(yaml))
cat("R", as.character(getRversion()), "yaml", as.character(packageVersion("yaml")), "\n")
show <- function(...) cat(..., "\n")
told <- function(x) format(x, digits = 15, scientific = FALSE, trim = TRUE)
file <- yaml.load_file("maps.yaml", handlers = list(seq = function(x) x))
over <- function(base, change) {
  for (key in names(change)) base[key] <- list(change[[key]])
  base[!vapply(base, is.null, logical(1))]
}
share <- function(entry) if (is.list(entry)) as.numeric(entry$share) else as.numeric(entry)
# The course's answer scale, 1 for 0-25 per cent due to us and 5 for 75-100, in five even steps.
windows <- setNames(lapply(seq(0, 0.75, length.out = 5), function(low) c(low, low + 0.25)), 1:5)
others <- function(entry) {
  counts <- entry$our_share_answers
  if (is.null(counts)) return(share(entry))
  middles <- vapply(windows[names(counts)], mean, numeric(1))
  1 - weighted.mean(middles, unlist(counts))
}
rate_of <- function(discount, year) {
  if (!is.list(discount$rate)) return(discount$rate)
  ends <- cumsum(vapply(discount$rate, function(step) step[[1]], numeric(1)))
  step <- which(year <= ends)
  discount$rate[[if (length(step)) step[1] else length(ends)]][[2]]
}
factor_of <- function(discount, year) {
  last <- if (discount$timing == "end") year else year - 1
  weight <- 1
  for (t in seq_len(last)) weight <- weight / (1 + rate_of(discount, t))
  weight
}
many <- function(row) {
  cf <- row$counterfactual
  if (!is.null(cf$difference)) return(row$started * cf$difference)
  if (!is.null(row$quantity)) return(row$quantity)
  per_person <- if (!is.null(row$change)) row$change$mean else row$improved / row$answered
  if (!is.null(cf$level)) per_person <- per_person - cf$level
  row$started * per_person
}
kept <- function(row) {
  left <- (1 - others(row$attribution_to_others)) * (1 - share(row$closeness)) * (1 - share(row$displacement))
  if (is.null(row$counterfactual$share)) left else left * (1 - row$counterfactual$share)
}
value_of <- function(row, rows) {
  anchor <- row$unit_value$relative_to
  if (is.null(anchor)) return(row$unit_value$amount)
  other <- Filter(function(each) each$id == anchor, rows)[[1]]
  other$unit_value$amount * row$weight / other$weight
}
for (name in names(file$maps)) {
  case <- file$maps[[name]]
  head <- over(file$head, case$head)
  rows <- lapply(case$outcomes, function(change) over(file$row, change))
  total <- 0
  payers <- partners <- people <- list()
  add <- function(sums, who, worth) { sums[[who]] <- (if (is.null(sums[[who]])) 0 else sums[[who]]) + worth; sums }
  for (row in rows) {
    sign <- if (is.null(row$sign)) 1 else row$sign
    impact <- sign * many(row) * kept(row) * value_of(row, rows)
    delay <- if (identical(row$starts, "after")) 1 else 0
    present <- 0
    if (!identical(row$counted, FALSE)) {
      for (t in seq_len(ceiling(row$duration_years))) {
        part <- min(1, row$duration_years - (t - 1))
        present <- present + impact * (1 - share(row$drop_off))^(t - 1) * part * factor_of(head$discount, t + delay)
      }
      people <- add(people, row$stakeholder, present)
      for (who in names(row$payer)) payers <- add(payers, who, present * row$payer[[who]])
      for (who in names(row$partner_shares)) partners <- add(partners, who, present * row$partner_shares[[who]])
    }
    show(name, "outcome", row$id, told(many(row)), told(kept(row)), told(present))
    total <- total + present
  }
  inputs <- sum(vapply(head$inputs, function(row) row$amount, numeric(1)))
  for (who in names(people)) show(name, "stakeholder", who, told(people[[who]]))
  for (who in names(payers)) show(name, "payer", who, told(payers[[who]]))
  for (who in names(partners)) show(name, "partner", who, told(partners[[who]]))
  show(name, "total", "-", told(total), told(inputs), told(total / inputs))
}
