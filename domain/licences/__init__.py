"""A driving licence of the register, and what the outcomes of cases have changed in it."""
