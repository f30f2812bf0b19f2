"""Stops, loops, evidence, decisions and letters of intent."""
