"""Speed only: ratios and CPU in one run. Nothing here is a test."""
