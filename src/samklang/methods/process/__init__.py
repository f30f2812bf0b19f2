"""The process: its stops, what each requires, where a loop stands and whether it may move on."""
