"""Samklang: place-based collective impact, from a need to what came of it."""
