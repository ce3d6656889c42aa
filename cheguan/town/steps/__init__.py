"""What the people of the town do at each stage of a case."""
