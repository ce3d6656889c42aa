"""What one person is told of one step, and what becomes of it."""
