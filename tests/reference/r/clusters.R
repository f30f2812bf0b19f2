# Run: Rscript clusters.R > clusters.txt
# CR2 and Satterthwaite's degrees of freedom by clubSandwich and by estimatr: people in families, pupils in schools.
suppressMessages({library(clubSandwich); library(estimatr); library(nlme)})
say <- function(name, ...) cat(name, format(c(...), digits = 14, scientific = FALSE, trim = TRUE), "\n")
version <- function(package) paste(package, as.character(packageVersion(package)))
cat("R", as.character(getRversion()), version("clubSandwich"), version("estimatr"), version("nlme"), "\n")
compare <- function(name, formula, data, cluster) {
  data$group <- as.character(cluster)
  fit <- lm(formula, data)
  covariance <- vcovCR(fit, cluster = data$group, type = "CR2")
  tested <- coef_test(fit, vcov = covariance, test = "Satterthwaite")
  say(paste0(name, "_clubSandwich"), as.vector(covariance))
  say(paste0(name, "_clubSandwich_df"), if ("df_Satt" %in% names(tested)) tested$df_Satt else tested$df)
  say(paste0(name, "_clubSandwich_p"), tested$p_Satt)
  robust <- lm_robust(formula, data, clusters = group, se_type = "CR2")
  say(paste0(name, "_estimatr"), as.vector(robust$vcov))
  say(paste0(name, "_estimatr_df"), robust$df)
  say(paste0(name, "_estimatr_p"), robust$p.value)
}
jaws <- transform(as.data.frame(Orthodont), girl = as.numeric(Sex == "Female"))
compare("balanced", distance ~ age * girl, jaws, jaws$Subject)

pupils <- transform(as.data.frame(MathAchieve), minority = as.numeric(Minority == "Yes"), girl = as.numeric(Sex == "Female"),
                    school = as.character(School))
compare("unbalanced", MathAch ~ SES + minority + girl + MEANSES, pupils, pupils$school)
few <- subset(pupils, school %in% sort(unique(school))[1:8])
compare("few", MathAch ~ minority + girl + MEANSES, few, few$school)
whole <- transform(few, points = round(MathAch))
compare("counted", points ~ minority + girl, whole, whole$school)
compare("two_against_four", MathAch ~ joined, transform(subset(few, school %in% sort(unique(few$school))[1:6]),
  joined = as.numeric(school %in% sort(unique(few$school))[1:2])), subset(few, school %in% sort(unique(few$school))[1:6])$school)
