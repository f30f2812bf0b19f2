"""Methods: pure, typed computation. No Django, no clock, no I/O but the loader of facts."""
