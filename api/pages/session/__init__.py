"""Entering and leaving, for officers."""
