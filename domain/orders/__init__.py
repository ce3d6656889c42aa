"""A fee to pay before a case goes on, and what becomes of the money."""
