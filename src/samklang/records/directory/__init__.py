"""Where to turn: local help."""
