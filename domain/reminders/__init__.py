"""REMINDER: somebody is reminded of a right before it is lost, once (ADR 103)."""
