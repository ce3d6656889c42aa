"""Money that a bank takes and gives back: what it tells, and how it is asked."""
