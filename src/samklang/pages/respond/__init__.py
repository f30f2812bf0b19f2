"""Pages of respond."""
