"""What people were told of their cases, whether it arrived, and what is done where it did not."""
