"""A hall: what people see on its screen, what its staff records, and the tablet at its door."""
