"""What operators are told, on a listener of their own."""
