"""What may be shown: split once, protect once, derive everything."""
