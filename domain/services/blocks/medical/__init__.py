"""The medical certificate, and who owes it."""
