"""What is open where, for people who ask before they go."""
