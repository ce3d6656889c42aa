"""The books of blanks, a row each."""
