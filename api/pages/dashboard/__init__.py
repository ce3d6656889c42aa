"""The page of the figures: what came in, what was done and what is late."""
