"""What every method leans on: findings, strict reading, facts, periods, and words by language. A closed list."""
