"""A vehicle of the register, and what the outcomes of cases have changed in it."""
