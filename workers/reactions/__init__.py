"""Carries out, by commands, what follows from an event elsewhere."""
