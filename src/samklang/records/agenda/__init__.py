"""Needs, target groups, outcomes, indicators and stakeholders."""
