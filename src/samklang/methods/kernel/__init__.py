"""What every method leans on: findings, shares and the loader of facts. A closed list."""
