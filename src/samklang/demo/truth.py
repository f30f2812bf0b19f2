"""What is true in the demo place, so that every method can be held against it (docs/reference/demo.md)."""

SEED = 20261124
BASELINE_ANSWERS = 388
BASELINE_RESIDENTS = 241
GROWTH_ALL = 0.05  # standard deviations of well-being that everybody gains between the waves
GAIN_TOOK_PART = 0.45  # standard deviations more for those who take part
SELECTION = 0.6  # how much likelier those who feel well already are to take part (log odds per standard deviation)
STAY_TOOK_PART = 0.8  # share of those who take part that also answer the follow-up
STAY_OTHERS = 0.55
FOLLOW_UP_NEWCOMERS = 60
SILENT = 0.03  # share of single questions people would rather not answer
