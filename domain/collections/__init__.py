"""Money that the post takes at the door for a case, and owes to the office until it pays."""
