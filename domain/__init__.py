"""What the office decides, and why."""
