"""A place in an examination: ranked, given or not, given up, and what came of it."""
