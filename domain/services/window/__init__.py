"""The thirty services of the windows: one table, one form, and what follows from a line of it."""
