"""Ways to put a value on a change: asked, paid, felt, weighed against each other, or played."""
