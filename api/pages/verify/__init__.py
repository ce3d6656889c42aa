"""Whoever is shown a paper finds out whether it is genuine and still good."""
