"""Whoever learns to drive sees which examinations are announced, and asks for one of them."""
