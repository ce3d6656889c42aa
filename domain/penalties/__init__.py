"""A penalty decision: what is to be paid by when, and whether it was."""
