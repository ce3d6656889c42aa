"""Questions to the offices as they stand, and what is counted of them."""
