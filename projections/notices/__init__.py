"""What people were told of their cases, and whether it arrived."""
