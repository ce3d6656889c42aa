"""A citizen asks the office, reads the answers, asks on, and says how satisfied he is."""
