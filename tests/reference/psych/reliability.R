# Run: Rscript reliability.R > reliability.txt   (R with the packages psych and lavaan)
suppressMessages({library(psych); library(lavaan)})
cat("R", as.character(getRversion()), "psych", as.character(packageVersion("psych")), "lavaan", as.character(packageVersion("lavaan")), "\n")
data(bock)
# name: items, turned items, lowest and highest code, how many people
told <- function(name, data, turned = c(), low, high, people = nrow(data)) {
  items <- head(na.omit(as.data.frame(data)), people)
  for (item in turned) items[[item]] <- low + high - items[[item]]
  k <- ncol(items); sums <- rowSums(items)
  a <- suppressWarnings(psych::alpha(items, warnings = FALSE))
  al <- a$total$raw_alpha
  say <- function(what, figures) cat(paste0(name, ".", what), format(figures, digits = 12), "\n")
  say("n", nrow(items))
  say("alpha", al)
  say("feldt", c(a$feldt$lower.ci[[1]], a$feldt$upper.ci[[1]]))
  say("item_rest", a$item.stats$r.drop)
  say("alpha_without", a$alpha.drop$raw_alpha)
  say("sem", sd(sums) * sqrt(1 - al))
  say("ends", c(mean(sums == k * low), mean(sums == k * high)))
  fit <- cfa(paste("g =~", paste(names(items), collapse = " + ")), items, std.lv = TRUE, likelihood = "wishart")
  e <- lavInspect(fit, "est")
  say("omega", sum(e$lambda)^2 / (sum(e$lambda)^2 + sum(diag(e$theta))))
}
part <- function(letter) bfi[, paste0(letter, 1:5)]
told("agreeable", part("A"), "A1", 1, 6)
told("conscientious", part("C"), c("C4", "C5"), 1, 6)
told("extravert", part("E"), c("E1", "E2"), 1, 6)
told("neurotic", part("N"), c(), 1, 6)
told("open", part("O"), c("O2", "O5"), 1, 6)
told("forty_people", part("N"), c(), 1, 6, 40)
told("not_turned", part("A"), c(), 1, 6)
told("right_or_wrong_6", lsat6, c(), 0, 1)
told("right_or_wrong_7", lsat7, c(), 0, 1)
