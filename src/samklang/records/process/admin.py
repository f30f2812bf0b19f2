"""Nothing is registered: every write goes through a service with an actor (docs/decisions/0003)."""
