"""What each figure of the statistics means."""
