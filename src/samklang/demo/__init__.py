"""One fictional place with a known truth, built from a seed."""
