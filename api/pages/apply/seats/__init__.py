"""Whoever wants an appointment sees which days have free seats, and takes one of them."""
