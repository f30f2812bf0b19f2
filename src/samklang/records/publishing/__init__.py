"""Reports, sign-off and what was published."""
