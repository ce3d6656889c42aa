"""What the register was asked about a case, and what it said."""
