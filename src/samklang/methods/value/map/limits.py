"""Limits beyond which a number is a mistake."""

FIRST_YEAR, LAST_YEAR = 1800, 2200  # prices of other years are a slip of the pen
LONGEST_YEARS = 100  # a benefit period is counted in years, and nobody has followed one for longer
