# Run: Rscript figures.R > figures.txt   (base R)
# Numbers as they are written in sentences and workings, and p values of several outcomes.
cat("R", as.character(getRversion()), "\n")
text <- function(name, x) cat("text", name, paste(x, collapse = " | "), "\n")
# _ stands for a no-break space, ~ for the minus sign.
marks <- list(sv = c(",", "_"), en = c(".", ","), da = c(",", "."))
numbers <- c(0.4537, -1.268, 12.34567, 17943.4, 0.00731, 1234567.8, -0.0004, 3)
cat("numbers", format(numbers, digits = 12, scientific = FALSE, trim = TRUE), "\n")
for (language in names(marks)) {
  written <- function(x, decimals) sub("^-", "~", trimws(formatC(x, format = "f", digits = decimals, big.mark = marks[[language]][2], decimal.mark = marks[[language]][1])))
  # As many decimals as asked for, and one more (to three) where nothing would be left.
  shown <- function(x, decimals) { while (x != 0 && decimals < 3 && round(abs(x), decimals) == 0) decimals <- decimals + 1; sub("^~(0[.,]000)$", "\\1", written(x, decimals)) }
  for (decimals in 0:2) text(paste("fixed", language, decimals), sapply(numbers, shown, decimals))
  text(paste("signed", language), sapply(numbers, function(x) paste0(if (x > 0) "+", shown(x, 1))))
  four <- function(x) { if (abs(x) >= 1000) return(written(round(x), 0)); sub("[.,]$", "", sub("0+$", "", written(x, 3 - floor(log10(abs(x)))))) }
  text(paste("four", language), sapply(numbers, four))
}
text("shares", floor(100 * c(19 / 29, 0.005, 0.625, 0.9949, 1) + 0.5))
p <- c(0.011, 0.2, 0.003, 0.04)
cat("p", p, "\n")
cat("holm", sprintf("%.10f", p.adjust(p, "holm")), "\n")
cat("holm_of_three", sprintf("%.10f", p.adjust(p[-2], "holm")), "\n")
