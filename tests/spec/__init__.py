"""Specifications: sentences and small tables that a method expert can read, run against the code."""
