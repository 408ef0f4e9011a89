# Measures the networks of a folder with sna; writes what it finds beside them.
# Called as: Rscript sna.R FOLDER REPETITIONS
suppressMessages(library(sna))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
times <- as.integer(arguments[2])
set.seed(1)

read <- function(name) {
  unname(as.matrix(read.table(file.path(folder, name))))
}
write <- function(found, name) {
  write.table(format(as.matrix(found), digits = 17), file.path(folder, name),
              quote = FALSE, row.names = FALSE, col.names = FALSE)
}

for (file in list.files(folder, pattern = "^[dg][0-9]+-one$")) {
  name <- sub("-one", "", file)
  mode <- if (startsWith(name, "d")) "digraph" else "graph"
  one <- read(file)
  other <- read(paste0(name, "-other"))
  parts <- scan(file.path(folder, paste0(name, "-parts")), quiet = TRUE)
  found <- brokerage(one, parts)
  write(found$raw.nli, paste0(name, "-raw"))
  write(found$exp.nli, paste0(name, "-expected"))
  write(found$sd.nli, paste0(name, "-sd"))
  write(rbind(found$raw.gli, found$exp.gli, found$sd.gli), paste0(name, "-whole"))
  write(betweenness(one, gmode = mode, rescale = FALSE), paste0(name, "-betweenness"))
  if (mode == "graph") {
    write(infocent(one, gmode = mode), paste0(name, "-information"))
    write(as.integer(cutpoints(one, mode = mode, return.indicator = TRUE)),
          paste0(name, "-cutpoints"))
    write(geodist(one, inf.replace = NA)$gdist, paste0(name, "-distances"))
  }
  write(c(gtrans(one), if (mode == "graph") centralization(one, degree, mode = mode) else NA,
          grecip(one, measure = "edgewise"), components(one, connected = "weak")),
        paste0(name, "-numbers"))
  together <- array(dim = c(2, nrow(one), ncol(one)))
  together[1, , ] <- one
  together[2, , ] <- other
  qap <- qaptest(together, gcor, g1 = 1, g2 = 2, mode = mode, reps = times)
  write(c(qap$testval, qap$pleeq, qap$pgreq), paste0(name, "-qap"))
  third <- read(paste0(name, "-third"))
  both <- array(dim = c(2, nrow(one), ncol(one)))
  both[1, , ] <- other
  both[2, , ] <- third
  fit <- netlm(one, both, mode = mode, nullhyp = "qapspp", reps = times)
  write(rbind(fit$coefficients, fit$tstat, fit$pleeq, fit$pgreq), paste0(name, "-mrqap"))
  cug <- cug.test(one, gtrans, mode = mode, cmode = "edges", reps = times)
  write(c(cug$obs.stat, cug$plteobs, cug$pgteobs), paste0(name, "-cug"))
}
