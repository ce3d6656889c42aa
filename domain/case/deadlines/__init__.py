"""The clocks of a case: how they stop, run out and are extended."""
