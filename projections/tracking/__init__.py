"""What a citizen may see of a case."""
