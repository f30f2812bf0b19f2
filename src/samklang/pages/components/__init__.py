"""Template tags and small shared templates."""
