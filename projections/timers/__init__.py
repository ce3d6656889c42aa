"""What happens by itself when nobody acts, and when: over the streams of every kind that has a timer."""
