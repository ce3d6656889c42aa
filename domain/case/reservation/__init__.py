"""How a number is chosen and reserved, and what becomes of the reservation."""
