"""A learner sees where his booking of an examination stands, and cancels it."""
