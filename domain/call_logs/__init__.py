"""How many calls came in and how many were answered, day by day, from the telephone log."""
