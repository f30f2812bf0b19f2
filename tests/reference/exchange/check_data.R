# What R reads from the .sav that PSPP made of our syntax, and from our .dta, held against the CSV and its description.
# Rscript check_data.R FOLDER ...   (haven and jsonlite from Debian)
suppressMessages({library(haven); library(jsonlite)})
options(warn = 2)

plain <- function(text) ifelse(text == "", NA, suppressWarnings(as.numeric(text)))
unguarded <- function(text) sub("^'([-=+@])", "\\1", text)

check <- function(folder) {
  csv <- read.csv(file.path(folder, "answers.csv"), colClasses = "character", check.names = FALSE, encoding = "UTF-8")
  fields <- fromJSON(file.path(folder, "datapackage.json"), simplifyVector = FALSE)$resources[[1]]$schema$fields
  sav <- read_sav(file.path(folder, "answers.sav"), user_na = TRUE)
  dta <- read_dta(file.path(folder, "answers.dta"))
  stopifnot(ncol(sav) == ncol(csv), ncol(dta) == ncol(csv), nrow(sav) == nrow(csv), nrow(dta) == nrow(csv))
  stopifnot(identical(names(sav), names(dta)))
  labels <- 0; missing <- 0
  for (place in seq_along(fields)) {
    field <- fields[[place]]
    spss <- sav[[place]]; stata <- dta[[place]]
    stopifnot(attr(spss, "label") == field$title, attr(stata, "label") == trimws(substr(field$title, 1, 80), "right"))
    if (field$type == "string") {
      stopifnot(identical(trimws(as.character(spss), "right"), csv[[place]]))
      stopifnot(identical(as.character(stata), unguarded(csv[[place]])))
      next
    }
    given <- plain(csv[[place]])
    stopifnot(identical(as.numeric(unclass(spss)), given) || all.equal(as.numeric(unclass(spss)), given) == TRUE)
    codes <- sapply(field$missingValues, function(one) one$value)
    codes <- sort(as.numeric(codes[codes != ""]))
    declared <- attr(spss, "na_values")
    stopifnot(identical(sort(as.numeric(declared)), codes) || (is.null(declared) && length(codes) == 0))
    valid <- given; valid[given %in% codes] <- NA
    stopifnot(isTRUE(all.equal(as.numeric(stata), valid)))
    for (at in seq_along(codes)) stopifnot(all(na_tag(stata)[given %in% codes[at]] == letters[at]))
    words <- sapply(field$categories, function(one) setNames(one$value, one$label))
    held <- attr(stata, "labels"); held <- held[!is.na(held)]
    stopifnot(identical(sort(as.numeric(held)), sort(as.numeric(unlist(words)))), setequal(names(held), names(unlist(words))))
    kept <- attr(spss, "labels"); kept <- kept[!(kept %in% codes)]
    stopifnot(setequal(names(kept), names(unlist(words))))
    labels <- labels + length(words); missing <- missing + length(codes)
  }
  cat(basename(folder), nrow(csv), "people", ncol(csv), "variables", labels, "labels", missing, "missing ok\n")
}
for (folder in commandArgs(trailingOnly = TRUE)) check(folder)
