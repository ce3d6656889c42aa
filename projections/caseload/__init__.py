"""What is in hand, where, until when, and what runs by itself."""
