"""Network office centres: how they stand, and what they had to work with day by day."""
