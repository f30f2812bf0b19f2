"""Value maps and their quantities."""
