"""Honesty gates: worlds whose truth is known, and what the methods say of them."""
