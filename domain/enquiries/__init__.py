"""A question that somebody asks the office, and what becomes of it."""
