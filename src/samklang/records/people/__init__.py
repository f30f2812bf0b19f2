"""Accounts and their own events."""
