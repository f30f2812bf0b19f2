"""Programmes, groups, sessions and outputs."""
