"""From answers to scores: what counts as an answer, missing rules, tables, rules, value sets and bands."""
