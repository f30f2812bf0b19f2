# Run: R_LIBS=... Rscript games.R > games.txt   (R with DCchoice 0.2.0, interval, Icens and MLEcens)
# Two published surveys of what people would pay, as DCchoice carries them, and its Turnbull estimates of them:
# KR: Kriström 1990, Land Economics 66(2), preserving forests, one bid each, kronor.
# Carson: Carson et al. 1992, report to the Attorney General of Alaska on the Exxon Valdez spill, two bids each, dollars.
suppressMessages(library(DCchoice))
cat("R", as.character(getRversion()), "DCchoice", as.character(packageVersion("DCchoice")),
    "interval", as.character(packageVersion("interval")), "\n")
show <- function(name, x) cat(name, format(x, digits = 12, scientific = FALSE, trim = TRUE), "\n")
tell <- function(name, fit) {
  found <- summary(fit)
  show(paste0(name, "_prices"), found$estimates[, 1])
  show(paste0(name, "_share_above"), found$estimates[, 2])
  show(paste0(name, "_lower_bound_mean"), found$meanWTP)
}
data(KR); data(CarsonSB); data(CarsonDB)
answers <- table(KR$bid1, KR$R1)
write.csv(data.frame(bid = rownames(answers), no = answers[, "0"], yes = answers[, "1"]), "kristrom.csv", row.names = FALSE, quote = FALSE)
write.csv(CarsonDB, "carson.csv", row.names = FALSE, quote = FALSE)
tell("kristrom", turnbull.sb(R1 ~ bid1, data = KR))
once <- with(CarsonSB, data.frame(bid1 = rep(rep(T1, 2), c(Y, N)), R1 = rep(rep(1:0, each = length(T1)), c(Y, N))))
tell("carson_once", turnbull.sb(R1 ~ bid1, data = once))
four <- function(column, bid2, first, second) with(CarsonDB, data.frame(bid1 = rep(T1, column), bid2 = rep(bid2, column), R1 = first, R2 = second))
twice <- with(CarsonDB, rbind(four(yy, TU, 1, 1), four(yn, TU, 1, 0), four(ny, TL, 0, 1), four(nn, TL, 0, 0)))
tell("carson_twice", turnbull.db(R1 + R2 ~ bid1 + bid2, data = twice))

# The standard error of the lower bound mean: Haab & McConnell's formula where no share had to be pooled, and a
# bootstrap of DCchoice's own estimate.
bids <- CarsonSB$T1
no <- CarsonSB$N / (CarsonSB$N + CarsonSB$Y)
asked <- CarsonSB$N + CarsonSB$Y
show("carson_once_unpooled", as.numeric(!is.unsorted(no)))
show("carson_once_se", sqrt(sum(no * (1 - no) / asked * diff(c(0, bids))^2)))
set.seed(7)
resampled <- replicate(400, {
  picked <- twice[sample(nrow(twice), replace = TRUE), ]
  found <- summary(turnbull.db(R1 + R2 ~ bid1 + bid2, data = picked))
  found$meanWTP
})
show("carson_twice_boot_se", sd(resampled))
show("carson_twice_boot_interval", quantile(resampled, c(0.025, 0.975), names = FALSE))
