"""The bookings of every examination: their order, and what came of them."""
