"""Funders, grants and budgets."""
