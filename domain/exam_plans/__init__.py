"""An examination for which learners are ranked, and who of them has a place in it."""
