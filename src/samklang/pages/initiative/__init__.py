"""Pages of initiative."""
