"""What a place offers on a day: how many seats in which period, and from when they are given."""
