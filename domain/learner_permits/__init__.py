"""A learner's permit of the register, with the examinations that were sat on it."""
