"""Change and effect: what the data can carry, what came of it, how sure it is and how it may be said."""
