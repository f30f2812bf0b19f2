"""One design a file: from a reduced table to a frozen result."""
