"""Limits beyond which a number is a mistake."""

LONGEST_YEARS = 100  # a benefit period is counted in years, and nobody has followed one for longer
