"""Questionnaires, waves, answers, releases and readings."""
