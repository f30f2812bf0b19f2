"""Pages of open."""
