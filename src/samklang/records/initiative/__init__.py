"""The tenant border: area, partners, memberships, scope, audit trail, consent texts."""
