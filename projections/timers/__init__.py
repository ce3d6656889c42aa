"""What happens by itself when nobody acts, and when, for every kind that has a timer."""
