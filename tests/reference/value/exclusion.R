# Run: Rscript exclusion.R > exclusion.txt   (R with the package yaml; the calculators and unit values that ship)
# Both paths year by year, every cost to its payers; society leaves transfers out.
suppressMessages(library(yaml))
cat("R", as.character(getRversion()), "yaml", as.character(packageVersion("yaml")), "\n")
facts <- "../../../src/samklang/facts"
show <- function(...) cat(paste(vapply(list(...), function(x) paste(format(x, digits = 15, scientific = FALSE, trim = TRUE), collapse = " "), ""), collapse = " "), "\n")
for (file in sort(list.files(file.path(facts, "calculators"), pattern = "yaml$"))) {
  calculator <- yaml.load_file(file.path(facts, "calculators", file))
  price <- function(name) yaml.load_file(file.path(facts, "unit_values", paste0(name, ".yaml")))
  yearly <- function(path, year, pick) {
    total <- 0
    for (phase in path) for (cost in phase$costs) if (year >= phase$from_year && year < phase$from_year + phase$years) {
      total <- total + phase$people_share * cost$units_per_year * pick(price(cost$unit_value))
    }
    total
  }
  now <- function(fact) fact$values[[max(names(fact$values))]]
  society <- function(fact) if (fact$cost_kind == "transfer") 0 else now(fact)$central
  payer <- function(who) function(fact) { share <- now(fact)$payer[[who]]; now(fact)$central * if (is.null(share)) 0 else share }
  rates <- c(rep(0.04, 3), rep(0.02, 60))
  spared <- function(years, pick, timing) {
    sum(vapply(seq_len(years), function(t) {
      gain <- yearly(calculator$without_support, t, pick) - yearly(calculator$with_support, t, pick)
      gain / prod(1 + rates[seq_len(if (timing == "end") t else t - 1)])
    }, numeric(1)))
  }
  id <- sub(".yaml", "", file, fixed = TRUE)
  for (timing in c("end", "start")) for (years in c(1, 5, 20)) {
    show(paste0(id, ".society.", timing, ".", years), spared(years, society, timing))
    for (who in c("municipality", "region", "state", "individual", "others"))
      show(paste0(id, ".", who, ".", timing, ".", years), spared(years, payer(who), timing))
  }
  sums <- vapply(1:20, function(years) spared(years, society, "end"), numeric(1))
  ever <- which(rev(cummin(rev(sums))) >= 0)
  show(paste0(id, ".break_even"), if (length(ever)) ever[1] else NA)
}
