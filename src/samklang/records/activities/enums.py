"""Closed lists of activities."""
