"""Value maps for other systems."""
