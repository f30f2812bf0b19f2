"""What is asked and what the answers say: instruments, questions, scoring, change and effect."""
